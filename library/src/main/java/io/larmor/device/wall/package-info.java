/** One domain wall between anti-notches as a device: its materials, its wells, its motion, and what is drawn of them. */
package io.larmor.device.wall;
