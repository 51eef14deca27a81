package io.larmor.kernel.session;

import java.util.function.LongSupplier;

/**
 * Bounds what waits for front ends that read slower than cells print, since it stays in memory: text and pictures beyond
 * the bound are left out, and it is said how much. Shared by all cells.
 */
final class TextLimit {

    private static final long BOUND = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    private final LongSupplier backlog;
    private long characters;
    private int displays;

    /** @param backlog the bytes that wait */
    TextLimit(LongSupplier backlog) {
        this.backlog = backlog;
    }

    /** The text to send: all of it, with a remark on what was left out before, or nothing. */
    synchronized String admit(String text) {
        if (backlog.getAsLong() > BOUND) {
            characters += text.length();
            return "";
        }
        return remark() + text;
    }

    /** Whether there is room for a picture or another rich output. */
    synchronized boolean admitDisplay() {
        if (backlog.getAsLong() > BOUND) {
            displays++;
            return false;
        }
        return true;
    }

    /** What is still to be said about what was left out; empty for nothing. */
    synchronized String remark() {
        if (characters == 0 && displays == 0) {
            return "";
        }
        String remark = "\n[" + characters + " characters" + (displays == 0 ? "" : " and " + displays + " displays")
                + " left out: the front end reads slower than the cell prints]\n";
        characters = 0;
        displays = 0;
        return remark;
    }
}
