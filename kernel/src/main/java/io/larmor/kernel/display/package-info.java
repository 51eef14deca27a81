/** Values in rich forms, printed text, and which cell they belong to. */
package io.larmor.kernel.display;
