/** The Java shell: statements, compiling, running, interrupting. */
package io.larmor.kernel.shell;
