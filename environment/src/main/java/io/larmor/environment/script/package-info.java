/** Larmor without a notebook: scripts and the console. */
package io.larmor.environment.script;
