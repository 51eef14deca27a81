/**
 * Networks of magnetic tunnel junctions that compute with radio-frequency signals: resonators as synapses, oscillators as
 * neurons (Leroux et al., Neuromorph. Comput. Eng. 1, 011001, 2021; Ross et al., Nat. Nanotechnol. 18, 1273, 2023).
 * Frequencies are in one unit throughout, hertz or any other, powers in microwatts, currents in microamperes, voltages in
 * volts.
 */
package io.larmor.physics.rf;
