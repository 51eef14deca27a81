/** What computes a network: stages over minibatches of flat arrays, forwards and backwards, and their plain double form. */
package io.larmor.network.engine;
