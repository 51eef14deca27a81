/**
 * Computing with populations of superparamagnetic junctions, as neurons of the cortex do: each flips most often at a current
 * of its own, and weighted sums of their rates make functions of a stimulus (Mizrahi et al., Nat. Commun. 9, 1533, 2018).
 */
package io.larmor.population;
