/** The documentation of the library's words: an index that the build makes from its sources, and its reader. */
package io.larmor.environment.words;
