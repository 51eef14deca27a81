/** Messages, signatures and sockets of the Jupyter protocol; knows nothing of Java code. */
package io.larmor.kernel.wire;
