/** Jupyter notebook files: reading, executing with a kernel of our own, writing, and pages of HTML made from them. */
package io.larmor.environment.notebook;
