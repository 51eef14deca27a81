/** Networks of magnetic neurons that switch by chance or fire spikes, trained with surrogates of their gradients. */
package io.larmor.neuron;
