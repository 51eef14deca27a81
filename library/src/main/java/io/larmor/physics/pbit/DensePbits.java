package io.larmor.physics.pbit;

import io.larmor.core.KernelChoice;
import io.larmor.core.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * P-bits that all act on all, with the energy {@code E = E0 − Σ_i h_i m_i − Σ_{i<j} J_ij m_i m_j}, so that the field of one is
 * {@code I_i = h_i + Σ_j J_ij m_j}.
 */
public final class DensePbits extends Pbits {

    /** Below this many updates in all, warming the fast kernel costs more than it brings. */
    private static final double WORTH_WARMING = 2e7;

    static final KernelChoice<PairKernel> CHOICE = new KernelChoice<>("dense p-bits", PairKernel.class, new PlainPairs(),
            DensePbits.class.getPackageName() + ".LanePairs", DensePbits::sample, WORTH_WARMING);

    private final double[] couplings;
    private final double[] bias;
    private final double constant;
    private final double[] rows;
    private final double[] fields;
    private final PairKernel forced;

    /**
     * At rest in a state.
     *
     * @param couplings J, symmetric, row by row, zeros on the diagonal; kept, not copied
     * @param bias h
     * @param constant E0
     */
    public DensePbits(double[] couplings, double[] bias, double constant, boolean[] up, boolean[] free, double[] gains,
            Seed seed) {
        this(couplings, bias, constant, up, free, gains, seed, null);
    }

    DensePbits(double[] couplings, double[] bias, double constant, boolean[] up, boolean[] free, double[] gains, Seed seed,
            PairKernel forced) {
        super(up, free, gains, seed);
        int n = up.length;
        int stride = (n + PairKernel.PADDING - 1) / PairKernel.PADDING * PairKernel.PADDING;
        this.couplings = couplings;
        this.bias = bias.clone();
        this.constant = constant;
        this.rows = new double[n * stride];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i * stride + j] = 2 * couplings[i * n + j];
            }
        }
        this.fields = new double[stride];
        this.forced = forced;
        anew();
    }

    @Override
    void sweep(RandomBits random) {
        PairKernel kernel = forced == null ? CHOICE.current(order.length) : forced;
        energy += kernel.sweep(bits, fields, rows, slopes, order, random);
    }

    @Override
    void anew() {
        int n = count();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double pairs = 0;
            for (int j = 0; j < n; j++) {
                pairs += up(j) ? couplings[i * n + j] : -couplings[i * n + j];
            }
            fields[i] = bias[i] + pairs;
            sum += (up(i) ? 1 : -1) * (bias[i] + pairs / 2);
        }
        energy = constant - sum;
    }

    /** Sweeps of a small network and of a larger one, for comparing kernels. */
    private static Object sample(PairKernel kernel) {
        var parts = new double[2][];
        int[] sizes = {12, 100};
        for (int k = 0; k < sizes.length; k++) {
            int n = sizes[k];
            var random = new SplittableRandom(n);
            double[] couplings = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    couplings[i * n + j] = couplings[j * n + i] = random.nextDouble(-1, 1) / Math.sqrt(n);
                }
            }
            boolean[] free = new boolean[n];
            Arrays.fill(free, true);
            double[] gains = new double[n];
            Arrays.fill(gains, 1);
            var pbits = new DensePbits(couplings, new double[n], 0, new boolean[n], free, gains, new Seed(n), kernel);
            pbits.run(1, 2000 / n, null);
            parts[k] = Arrays.copyOf(pbits.fields, pbits.fields.length + 2);
            parts[k][parts[k].length - 1] = pbits.energy;
            parts[k][parts[k].length - 2] = pbits.bits[0];
        }
        return parts;
    }

    /** Waits until the form of the hot loop has been chosen, for measurements. */
    public static void awaitFastKernel() throws InterruptedException {
        CHOICE.settled();
    }
}
