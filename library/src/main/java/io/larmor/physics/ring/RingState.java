package io.larmor.physics.ring;

import io.larmor.core.Seed;
import java.util.Arrays;

/**
 * An array in motion. Every ring holds either no wall, and is a vortex with a sense, or one head-to-head and one tail-to-tail
 * wall, between which the magnetization runs from tail to head both ways around: an onion where they are opposite. Not
 * thread-safe.
 */
public final class RingState {

    /** In place of a wall's segment: there is none. */
    public static final byte NONE = -1;

    final RingSample sample;
    final JunctionNoise noise;
    final int segments;
    byte[] head;
    byte[] tail;
    byte[] sense;
    byte[] oldHead;
    byte[] oldTail;
    long ticks;
    long freed;
    long annihilated;
    long nucleated;

    /**
     * An array saturated along a direction: every ring an onion, its walls at the ends.
     *
     * @param toward the segment that the magnetization points at
     * @param seed where the thermal noise of this run hangs
     */
    public RingState(RingSample sample, int toward, Seed seed) {
        this.sample = sample;
        this.noise = new JunctionNoise(seed);
        this.segments = sample.layout().segments();
        int rings = sample.layout().rings();
        head = new byte[rings];
        tail = new byte[rings];
        sense = new byte[rings];
        oldHead = new byte[rings];
        oldTail = new byte[rings];
        Arrays.fill(head, (byte) Math.floorMod(toward, segments));
        Arrays.fill(tail, (byte) Math.floorMod(toward + segments / 2, segments));
        Arrays.fill(sense, (byte) 1);
    }

    /** The array as it was made. */
    public RingSample sample() {
        return sample;
    }

    /** The segment of a ring's head-to-head wall; {@link #NONE} in a vortex. */
    public int head(int ring) {
        return head[ring];
    }

    /** The segment of a ring's tail-to-tail wall; {@link #NONE} in a vortex. */
    public int tail(int ring) {
        return tail[ring];
    }

    /** The sense of a vortex: 1 counterclockwise, -1 clockwise; without meaning in other rings. */
    public int sense(int ring) {
        return sense[ring];
    }

    /** Puts a ring into a state, to begin from another one than saturation. */
    public void set(int ring, int head, int tail, int sense) {
        boolean vortex = head == NONE && tail == NONE;
        boolean walls = head >= 0 && head < segments && tail >= 0 && tail < segments && head != tail;
        if (!(vortex || walls) || Math.abs(sense) != 1) {
            throw new IllegalArgumentException("ring " + ring + ": head " + head + ", tail " + tail + ", sense " + sense
                    + " is no state. A ring has two walls at different segments 0 .. " + (segments - 1)
                    + ", or none (-1, -1); its sense is 1 or -1");
        }
        this.head[ring] = (byte) head;
        this.tail[ring] = (byte) tail;
        this.sense[ring] = (byte) sense;
    }

    /** The ticks since the beginning. */
    public long ticks() {
        return ticks;
    }

    /** How many walls were freed from junctions since the beginning. */
    public long freed() {
        return freed;
    }

    /** How many pairs of walls have met and vanished since the beginning. */
    public long annihilated() {
        return annihilated;
    }

    /** How many pairs of walls were brought into empty rings since the beginning. */
    public long nucleated() {
        return nucleated;
    }

    /** The magnetization along a ring at a segment: 1 counterclockwise, -1 clockwise, 0 in a wall. */
    int sign(int ring, int segment) {
        int h = head[ring];
        if (h < 0) {
            return sense[ring];
        }
        int t = tail[ring];
        if (segment == h || segment == t) {
            return 0;
        }
        return Math.floorMod(segment - t, segments) < Math.floorMod(h - t, segments) ? 1 : -1;
    }

    /** The signed way from one segment to another, the shorter one; half a turn is positive. */
    int way(int from, int to) {
        int d = to - from;
        int half = segments / 2;
        return d > half ? d - segments : d <= -half ? d + segments : d;
    }

    int wrap(int segment) {
        return segment < 0 ? segment + segments : segment >= segments ? segment - segments : segment;
    }

    /**
     * The way of a wall that is free: to the place of least energy, but no further than the next site.
     *
     * @param toss the side to go to where both are as far
     */
    int step(int from, int goal, int toss) {
        int d = toss(way(from, goal), toss);
        return sample.law().stopping() || from == 0 ? atMostToTheNextSite(from, d) : d;
    }

    private int toss(int way, int toss) {
        return way == segments / 2 ? toss * way : way;
    }

    private static int atMostToTheNextSite(int from, int d) {
        int over = from & RingLayout.SPACING - 1;
        return d > 0 ? Math.min(d, RingLayout.SPACING - over) : Math.max(d, over == 0 ? -RingLayout.SPACING : -over);
    }

    /** Puts the walls of a ring after their steps, or a vortex where they have met: its sense is the larger domain's. */
    void settle(int ring, int h, int t, int headStep, int tailStep) {
        int ahead = Math.floorMod(h - t, segments);
        int after = ahead + headStep - tailStep;
        if (after <= 0 || after >= segments) {
            head[ring] = NONE;
            tail[ring] = NONE;
            int half = segments / 2;
            sense[ring] = (byte) (ahead > half ? 1 : ahead < half ? -1 : noise.side(~ticks, ring));
            annihilated++;
        } else {
            head[ring] = (byte) wrap(h + headStep);
            tail[ring] = (byte) wrap(t + tailStep);
        }
    }

    /**
     * What a wall leaves behind at a junction: where both rings now run in the same sense they oppose each other, and a pair of
     * walls comes into each of them that is empty, to its place of least energy or the next site on the way there.
     */
    void passed(int ring, int site, int headGoal, int tailGoal) {
        var layout = sample.layout();
        int other = layout.neighbors()[ring * layout.sites() + site];
        int here = site * RingLayout.SPACING;
        int there = wrap(here + segments / 2);
        int sign = sign(ring, here);
        if (sign == 0 || sign != sign(other, there)) {
            return;
        }
        nucleate(ring, here, headGoal, tailGoal);
        nucleate(other, there, headGoal, tailGoal);
    }

    private void nucleate(int ring, int at, int headGoal, int tailGoal) {
        if (head[ring] >= 0) {
            return;
        }
        int toss = noise.side(ticks, ring);
        int h = wrap(at + atMostToTheNextSite(at, toss(way(at, headGoal), toss)));
        int t = wrap(at + atMostToTheNextSite(at, toss(way(at, tailGoal), -toss)));
        if (h != t) {
            head[ring] = (byte) h;
            tail[ring] = (byte) t;
            nucleated++;
        }
    }

    /** Keeps the walls as they are before a tick. */
    void remember() {
        System.arraycopy(head, 0, oldHead, 0, head.length);
        System.arraycopy(tail, 0, oldTail, 0, tail.length);
    }
}
