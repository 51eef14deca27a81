/** Documentation: of the library's words, of Java's own, of jars with sources, and of variables. */
package io.larmor.kernel.help;
