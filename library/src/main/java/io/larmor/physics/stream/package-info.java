/**
 * Computing with random bits: streams packed 64 to a word, their generation, logic and counts, and the law of a tree of OR
 * gates in closed form.
 */
package io.larmor.physics.stream;
