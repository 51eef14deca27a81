/** Comms: channels between notebook and front end. */
package io.larmor.kernel.comm;
