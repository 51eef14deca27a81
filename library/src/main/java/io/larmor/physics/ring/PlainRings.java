package io.larmor.physics.ring;

/** The law of an array, step by step as it is told: the reference. */
final class PlainRings implements RingKernel {

    @Override
    public void tick(RingState state, double field, double direction) {
        state.ticks++;
        if (field <= 0) {
            return;
        }
        var layout = state.sample.layout();
        int segments = state.segments;
        int headGoal = RingKernel.goal(direction, segments);
        int tailGoal = state.wrap(headGoal + segments / 2 - (headGoal >= segments / 2 ? segments : 0));
        double[] pulls = pulls(layout, field, direction);
        boolean[] open = junctions(state, pulls);
        int[] headStep = new int[layout.rings()];
        int[] tailStep = new int[layout.rings()];
        for (int ring = 0; ring < layout.rings(); ring++) {
            if (state.head[ring] >= 0) {
                headStep[ring] = step(state, open, ring, state.head[ring], headGoal, pulls);
                tailStep[ring] = step(state, open, ring, state.tail[ring], tailGoal, pulls);
            }
        }
        state.remember();
        for (int ring = 0; ring < layout.rings(); ring++) {
            if (headStep[ring] != 0 || tailStep[ring] != 0) {
                state.settle(ring, state.oldHead[ring], state.oldTail[ring], headStep[ring], tailStep[ring]);
            }
        }
        for (int ring = 0; ring < layout.rings(); ring++) {
            leave(state, ring, state.oldHead[ring], headStep[ring], headGoal, tailGoal);
            leave(state, ring, state.oldTail[ring], tailStep[ring], headGoal, tailGoal);
        }
    }

    /** The pull on walls at every site; at opposite ones it is the same. */
    private static double[] pulls(RingLayout layout, double field, double direction) {
        double[] pulls = new double[layout.sites()];
        for (int site = 0; site < pulls.length; site++) {
            int segment = site % (layout.sites() / 2) * RingLayout.SPACING;
            pulls[site] = RingKernel.pull(field, direction, segment, layout.segments());
        }
        return pulls;
    }

    /** Which junctions open, and let a wall of either ring go. */
    private static boolean[] junctions(RingState state, double[] pulls) {
        var layout = state.sample.layout();
        boolean[] open = new boolean[layout.junctions()];
        for (int ring = 0; ring < layout.rings(); ring++) {
            for (int site = 0; site < layout.sites() / 2; site++) {
                int junction = layout.junction(ring, site);
                if (junction >= 0) {
                    int here = site * RingLayout.SPACING;
                    int walls = at(state, ring, here) + at(state, layout.neighbor(ring, site), here + state.segments / 2);
                    open[junction] = walls > 0 && draw(state, junction) < state.sample.odds(junction, walls > 1, pulls[site]);
                }
            }
        }
        return open;
    }

    private static int at(RingState state, int ring, int segment) {
        return (state.head[ring] == segment ? 1 : 0) + (state.tail[ring] == segment ? 1 : 0);
    }

    private static double draw(RingState state, int junction) {
        return state.noise.uniform(state.ticks, junction, state.noise.coarse(state.ticks, junction));
    }

    private static int step(RingState state, boolean[] open, int ring, int from, int goal, double[] pulls) {
        int site = from / RingLayout.SPACING;
        int junction = from % RingLayout.SPACING == 0 ? state.sample.layout().junction(ring, site) : -1;
        if (junction >= 0 && !(open[junction] && pulls[site] > state.sample.roughness(ring, site))) {
            return 0;
        }
        return state.step(from, goal, from == goal ? 1 : state.noise.side(state.ticks, ring));
    }

    private static void leave(RingState state, int ring, int from, int step, int headGoal, int tailGoal) {
        if (step != 0 && from % RingLayout.SPACING == 0) {
            int site = from / RingLayout.SPACING;
            if (state.sample.layout().junction(ring, site) >= 0) {
                state.freed++;
                state.passed(ring, site, headGoal, tailGoal);
            }
        }
    }
}
