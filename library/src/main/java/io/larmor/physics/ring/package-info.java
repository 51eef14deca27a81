/**
 * Arrays of overlapping magnetic rings in a turning field: the walls in every ring, what holds them at the junctions, how they
 * meet and vanish, and how junctions bring new ones into empty rings.
 */
package io.larmor.physics.ring;
