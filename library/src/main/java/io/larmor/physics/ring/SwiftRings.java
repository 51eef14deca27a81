package io.larmor.physics.ring;

import java.util.Arrays;

/**
 * The same law ring by ring: junctions are looked at only where there is a wall, draws only where the pull could free one, and
 * the odds are computed only where a draw's first byte leaves them open. Not thread-safe.
 */
final class SwiftRings implements RingKernel {

    private static final int MASK = RingLayout.SPACING - 1;
    private static final int SHIFT = 4;
    /** In place of a step: half a turn, to either side. */
    private static final byte TOSS = Byte.MAX_VALUE;

    private RingSample sample;
    private double[] pulls;
    private boolean[] awake;
    private byte[] coarse;
    private int[] moved;
    private int[] neighbor;
    private int[] junction;
    /** For each goal the steps of free walls from each segment, made when first needed. */
    private byte[][] steps;
    /** |sin| of the angle between a site and a field that points at a segment, sites / 2 x segments. */
    private double[] sines;

    @Override
    public void tick(RingState state, double field, double direction) {
        state.ticks++;
        if (field <= 0) {
            return;
        }
        if (sample != state.sample) {
            fit(state.sample);
        }
        wake(state, field, direction);
        int segments = state.segments;
        int headGoal = RingKernel.goal(direction, segments);
        int tailGoal = headGoal >= segments / 2 ? headGoal - segments / 2 : headGoal + segments / 2;
        state.remember();
        int count = move(state, steps(state, headGoal), steps(state, tailGoal));
        for (int i = 0; i < count; i++) {
            int ring = moved[i] >> 2;
            leave(state, ring, state.oldHead[ring], (moved[i] & 2) != 0, headGoal, tailGoal);
            leave(state, ring, state.oldTail[ring], (moved[i] & 1) != 0, headGoal, tailGoal);
        }
    }

    private int move(RingState state, byte[] headSteps, byte[] tailSteps) {
        int segments = state.segments;
        byte[] heads = state.oldHead;
        byte[] tails = state.oldTail;
        byte[] newHeads = state.head;
        byte[] newTails = state.tail;
        int count = 0;
        for (int ring = 0; ring < heads.length; ring++) {
            int h = heads[ring];
            if (h < 0) {
                continue;
            }
            int t = tails[ring];
            int hs = headSteps[h];
            int ts = tailSteps[t];
            int left = 0;
            if ((h & MASK) == 0 && hs != 0) {
                boolean free = free(state, ring, h >> SHIFT);
                hs = free ? hs : 0;
                left = free ? 2 : 0;
            }
            if ((t & MASK) == 0 && ts != 0) {
                boolean free = free(state, ring, t >> SHIFT);
                ts = free ? ts : 0;
                left |= free ? 1 : 0;
            }
            if (hs == 0 && ts == 0) {
                continue;
            }
            if (hs == TOSS || ts == TOSS) {
                int toss = state.noise.side(state.ticks, ring);
                hs = hs == TOSS ? state.step(h, state.wrap(h - segments / 2), toss) : hs;
                ts = ts == TOSS ? state.step(t, state.wrap(t - segments / 2), toss) : ts;
            }
            int ahead = h - t;
            ahead += ahead < 0 ? segments : 0;
            int after = ahead + hs - ts;
            if (after <= 0 || after >= segments) {
                state.settle(ring, h, t, hs, ts);
            } else {
                newHeads[ring] = (byte) state.wrap(h + hs);
                newTails[ring] = (byte) state.wrap(t + ts);
            }
            if (left != 0) {
                moved[count++] = ring << 2 | left;
            }
        }
        return count;
    }

    private void fit(RingSample sample) {
        var layout = sample.layout();
        this.sample = sample;
        pulls = new double[layout.sites()];
        awake = new boolean[layout.sites()];
        coarse = new byte[layout.junctions()];
        moved = new int[layout.rings()];
        neighbor = layout.neighbors();
        junction = layout.junctionTable();
        steps = new byte[layout.segments()][];
        sines = new double[layout.sites() / 2 * layout.segments()];
        Arrays.fill(sines, Double.NaN);
    }

    private byte[] steps(RingState state, int goal) {
        if (steps[goal] == null) {
            byte[] own = new byte[state.segments];
            for (int from = 0; from < own.length; from++) {
                own[from] = state.way(from, goal) == state.segments / 2 ? TOSS : (byte) state.step(from, goal, 1);
            }
            steps[goal] = own;
        }
        return steps[goal];
    }

    /** Finds the directions whose junctions could open, and draws for those. */
    private void wake(RingState state, double field, double direction) {
        var layout = sample.layout();
        int half = layout.sites() / 2;
        for (int site = 0; site < half; site++) {
            double pull = field * sine(site, direction, state.segments);
            boolean wakes = pull > sample.asleep(site);
            pulls[site] = pulls[site + half] = pull;
            awake[site] = awake[site + half] = wakes;
            if (wakes) {
                state.noise.coarse(state.ticks, layout.begin(site), layout.begin(site + 1), coarse);
            }
        }
    }

    private double sine(int site, double direction, int segments) {
        int whole = (int) direction;
        if (whole != direction) {
            return RingKernel.pull(1, direction, site * RingLayout.SPACING, segments);
        }
        int at = site * segments + whole;
        if (Double.isNaN(sines[at])) {
            sines[at] = RingKernel.pull(1, direction, site * RingLayout.SPACING, segments);
        }
        return sines[at];
    }

    private boolean free(RingState state, int ring, int site) {
        int at = ring * pulls.length + site;
        int j = junction[at];
        if (j < 0) {
            return true;
        }
        double pull = pulls[site];
        if (!awake[site] || pull <= sample.roughness(at)) {
            return false;
        }
        int half = pulls.length / 2;
        int facing = (site < half ? site + half : site - half) << SHIFT;
        int other = neighbor[at];
        boolean shared = state.oldHead[other] == facing || state.oldTail[other] == facing;
        int first = coarse[j] & 255;
        int verdict = sample.verdict(j, shared, pull, first);
        return verdict > 0 || verdict == 0 && state.noise.uniform(state.ticks, j, first) < sample.odds(j, shared, pull);
    }

    private void leave(RingState state, int ring, int from, boolean moves, int headGoal, int tailGoal) {
        if (moves && junction[ring * pulls.length + (from >> SHIFT)] >= 0) {
            state.freed++;
            state.passed(ring, from >> SHIFT, headGoal, tailGoal);
        }
    }
}
