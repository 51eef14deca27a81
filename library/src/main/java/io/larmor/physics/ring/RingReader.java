package io.larmor.physics.ring;

/**
 * What can be measured of an array: the net moment, the walls, and the anisotropic magnetoresistance along x. Reads only; may be
 * shared.
 *
 * <p>The magnetization runs along the ring from the tail-to-tail to the head-to-head wall both ways around, so that a ring's
 * moment is half the way from the one to the other, in units of an onion's. Every wall turns the magnetization out of the
 * current and lowers the resistance. How much depends on where it is, which is our choice: by 1 as a rule, at a junction by 0.5
 * + 1.5 cos² of its angle to the current (2 where the current passes through, 0.5 across), and by 1 + κ q b, where b is the
 * field along the ring over B0 and q the wall's charge: a field stretches or squeezes it.
 */
public final class RingReader {

    private static final double STRETCH = 0.3;

    private final int segments;
    private final double field;
    private final double[] cosine;
    private final double[] sine;
    /** Rings x sites: the weight of a wall there. */
    private final double[] weight;

    /** A reader for an array. */
    public RingReader(RingSample sample) {
        var layout = sample.layout();
        this.segments = layout.segments();
        this.field = sample.law().field();
        this.cosine = new double[segments];
        this.sine = new double[segments];
        for (int i = 0; i < segments; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / segments);
            sine[i] = Math.sin(2 * Math.PI * i / segments);
        }
        this.weight = new double[layout.rings() * layout.sites()];
        for (int i = 0; i < weight.length; i++) {
            double along = cosine[i % layout.sites() * RingLayout.SPACING];
            weight[i] = layout.junctionTable()[i] < 0 ? 1 : 0.5 + 1.5 * along * along;
        }
    }

    /** The net moment along x as a part of saturation. */
    public double x(RingState state) {
        return moment(state, cosine);
    }

    /** The net moment along y as a part of saturation. */
    public double y(RingState state) {
        return moment(state, sine);
    }

    private double moment(RingState state, double[] table) {
        double sum = 0;
        for (int ring = 0; ring < state.head.length; ring++) {
            if (state.head[ring] >= 0) {
                sum += table[state.head[ring]] - table[state.tail[ring]];
            }
        }
        return 0.5 * sum / state.head.length;
    }

    /** The walls as a part of two a ring. */
    public double walls(RingState state) {
        int count = 0;
        for (byte head : state.head) {
            count += head >= 0 ? 1 : 0;
        }
        return (double) count / state.head.length;
    }

    /**
     * The change of resistance by the walls, as a part of what two walls outside junctions make in every ring: -1 there.
     *
     * @param field the size of the field, in teslas
     * @param direction where it points, in segments
     */
    public double resistance(RingState state, double field, double direction) {
        double angle = 2 * Math.PI * direction / segments;
        double along = STRETCH * field / this.field;
        double fx = along * Math.cos(angle);
        double fy = along * Math.sin(angle);
        int sites = segments / RingLayout.SPACING;
        double sum = 0;
        for (int ring = 0; ring < state.head.length; ring++) {
            int h = state.head[ring];
            if (h >= 0) {
                int t = state.tail[ring];
                // along the tangent (-sin, cos)
                sum += weight(ring * sites, h) * (1 + cosine[h] * fy - sine[h] * fx)
                        + weight(ring * sites, t) * (1 - cosine[t] * fy + sine[t] * fx);
            }
        }
        return -0.5 * sum / state.head.length;
    }

    private double weight(int at, int segment) {
        return (segment & RingLayout.SPACING - 1) == 0 ? weight[at + segment / RingLayout.SPACING] : 1;
    }
}
