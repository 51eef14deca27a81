/** Networks that compute with chance: layers of stochastic synapses, and bit streams through AND and OR gates. */
package io.larmor.stochastic;
