/** What real junctions do to a trained network, and what they cost. */
package io.larmor.network.hardware;
