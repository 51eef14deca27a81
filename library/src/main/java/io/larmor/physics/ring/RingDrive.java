package io.larmor.physics.ring;

/**
 * Moves an array: tick by tick, a field of some amplitude along a path. The same for every number of threads, and for both forms
 * of the law. Not thread-safe.
 */
public final class RingDrive {

    private final RingKernel kernel;
    private final double[] sizes;
    private final double[] directions;

    private RingDrive(RingKernel kernel, FieldPath path, int ticks) {
        this.kernel = kernel;
        this.sizes = path.sizes(ticks);
        this.directions = path.directions(ticks);
    }

    /** The fast form. */
    public static RingDrive along(FieldPath path, RingLayout layout) {
        return new RingDrive(new SwiftRings(), path, layout.segments());
    }

    /** The plain form, the reference. */
    public static RingDrive plainly(FieldPath path, RingLayout layout) {
        return new RingDrive(new PlainRings(), path, layout.segments());
    }

    /** The array at the beginning: saturated along the path's first field. */
    public int start() {
        return RingKernel.goal(directions[0], directions.length);
    }

    /**
     * The next tick of a run.
     *
     * @param amplitude of the field, in teslas, at least 0
     */
    public void tick(RingState state, double amplitude) {
        int at = (int) (state.ticks() % directions.length);
        kernel.tick(state, amplitude * sizes[at], directions[at]);
    }

    /** The size of the field in the tick that was last, in units of the amplitude. */
    public double size(RingState state) {
        return sizes[last(state)];
    }

    /** Where the field pointed in the tick that was last, in segments. */
    public double direction(RingState state) {
        return directions[last(state)];
    }

    private int last(RingState state) {
        return (int) Math.floorMod(state.ticks() - 1, (long) directions.length);
    }
}
