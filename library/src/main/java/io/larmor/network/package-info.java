/** Layered networks, of radio-frequency junctions or in software, trained by backpropagation. */
package io.larmor.network;
