/** The face of the kernel: the only package that other modules import. */
package io.larmor.kernel.spi;
