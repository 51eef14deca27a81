/**
 * Probabilistic bits: which of its two states a p-bit takes next, in networks of pairs, dense or sparse, and for products of
 * whole numbers (Camsari et al., Phys. Rev. X 7, 031014, 2017; Borders et al., Nature 573, 390, 2019). One at a time, each
 * with the field that the others give it at that moment: this is Gibbs sampling, and its distribution Boltzmann's.
 *
 * <p>Energies and strengths are plain numbers: a state of energy E has the probability exp(−I0 E) / Z at the strength I0.
 */
package io.larmor.physics.pbit;
