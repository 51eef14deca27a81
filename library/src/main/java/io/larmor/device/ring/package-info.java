/** What arrays of nanorings show: their picture, their film, and their response to a turning field. */
package io.larmor.device.ring;
