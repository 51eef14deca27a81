package io.larmor.physics.ring;

/** One form of the law of an array: the plain one, or a fast one that gives the same bits. */
interface RingKernel {

    /**
     * One tick under a field.
     *
     * @param field the size of the field, in teslas
     * @param direction where it points, in segments of a ring, 0 up to the segments without the last
     */
    void tick(RingState state, double field, double direction);

    /** The segment at which head-to-head walls have the least energy. */
    static int goal(double direction, int segments) {
        int goal = (int) Math.rint(direction);
        return goal == segments ? 0 : goal;
    }

    /** The pull of a field on a wall at a segment, in teslas: the field's part across the wall's radius. */
    static double pull(double field, double direction, int segment, int segments) {
        return field * Math.abs(StrictMath.sin(2 * Math.PI / segments * (segment - direction)));
    }
}
