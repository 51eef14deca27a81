/**
 * Computing with probabilistic bits: what is to be solved is written as an energy, and a network of p-bits, superparamagnetic
 * junctions behind amplifiers, wanders through its states, the more often the lower their energy (Camsari et al., Phys. Rev. X
 * 7, 031014, 2017; Borders et al., Nature 573, 390, 2019). The hot loops are in {@code physics.pbit}.
 */
package io.larmor.pbit;
