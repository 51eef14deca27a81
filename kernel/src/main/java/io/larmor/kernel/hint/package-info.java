/** Advice on what was probably meant where code fails: one or two lines, and only when it is likely. */
package io.larmor.kernel.hint;
