package io.larmor.kernel.wire;

/** The four channels that carry messages; the heartbeat only echoes. */
public enum Channel { SHELL, CONTROL, STDIN, IOPUB }
