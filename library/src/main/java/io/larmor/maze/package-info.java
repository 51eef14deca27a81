/** Ways through mazes, learned from the chance of the devices that choose them. */
package io.larmor.maze;
