package io.larmor.kernel.session;

/**
 * Bounds printed text, since what a slow reader has not fetched stays in memory: a burst of 64 million characters and
 * then 8 million a second pass, anything above is left out and says so. Shared by all cells.
 */
final class TextLimit {

    private static final double BURST = 64e6;
    private static final double PER_SECOND = 8e6;

    private double budget = BURST;
    private long last = System.nanoTime();
    private long left;

    /** The text to send: all of it, with a remark on what was left out before, or nothing. */
    synchronized String admit(String text) {
        long now = System.nanoTime();
        budget = Math.min(BURST, budget + (now - last) * 1e-9 * PER_SECOND);
        last = now;
        if (text.length() > budget) {
            left += text.length();
            return "";
        }
        budget -= text.length();
        return remark() + text;
    }

    /** What is still to be said about text left out; empty for nothing. */
    synchronized String remark() {
        if (left == 0) {
            return "";
        }
        String remark = "\n[" + left + " characters left out: the cell prints faster than a front end can show]\n";
        left = 0;
        return remark;
    }
}
