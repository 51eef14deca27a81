/** Circuits of domain walls in nanowires, clocked by a rotating field: building, drawing, running and checking them. */
package io.larmor.logic;
