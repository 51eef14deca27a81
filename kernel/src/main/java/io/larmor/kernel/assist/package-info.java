/** Completion, documentation, and the words for errors. */
package io.larmor.kernel.assist;
