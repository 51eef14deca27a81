/** Timing code by running it many times. */
package io.larmor.kernel.bench;
