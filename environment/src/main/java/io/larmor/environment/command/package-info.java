/** The commands of the program {@code larmor}, one a file. */
package io.larmor.environment.command;
