/** The commands of a notebook. */
package io.larmor.kernel.magic;
