/** What surrounds the kernel on a machine: folders, Jupyter, the kernel's registration, the start-up archive, checks. */
package io.larmor.environment.setup;
