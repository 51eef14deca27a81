/** The program {@code larmor}: its commands, and what it preloads into every notebook and script. */
package io.larmor.environment;
