package io.larmor.device;

import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.physics.StrainedDot;
import java.util.Arrays;
import java.util.List;

/** Superparamagnetic ensembles in motion: of each lane the share of dots in the first minimum, and its past. */
final class SuperparamagneticDynamics implements Dynamics {

    /** Up to so many dots each one is drawn. */
    private static final int ONE_BY_ONE = 20_000;
    /** From this variance on, a binomial number is as good as normal. */
    private static final double NORMAL = 100;

    private final SuperparamagneticEnsemble ensemble;
    private final StrainedDot law;
    private final double[] share;
    private final double[] strain;
    private final Philox[] noise;
    /** The magnetization of the last inputs, lanes x delay, written around. */
    private final double[][] past;
    private int next;

    SuperparamagneticDynamics(SuperparamagneticEnsemble ensemble, List<Seed> lanes) {
        this.ensemble = ensemble;
        this.law = ensemble.law();
        this.share = new double[lanes.size()];
        this.strain = new double[lanes.size()];
        this.noise = lanes.stream().map(Seed::generator).toArray(Philox[]::new);
        this.past = new double[lanes.size()][ensemble.feedback() == 0 ? 0 : ensemble.delay()];
        Arrays.fill(share, law.equilibrium(ensemble.strain()));
    }

    @Override
    public int lanes() {
        return share.length;
    }

    @Override
    public void advance(double[] input, double duration) {
        int delay = past.length == 0 ? 0 : past[0].length;
        for (int lane = 0; lane < share.length; lane++) {
            double k = input[lane];
            if (!(k >= SuperparamagneticEnsemble.STRAIN.min() && k <= SuperparamagneticEnsemble.STRAIN.max())) {
                SuperparamagneticEnsemble.STRAIN.check("superparamagneticEnsemble", k);
            }
            double total = delay == 0 ? k : k + ensemble.feedback() * past[lane][next];
            strain[lane] = total;
            share[lane] = ensemble.dots() == 0 ? law.relax(share[lane], total, duration)
                    : flip(share[lane], total, duration, noise[lane]);
            if (delay > 0) {
                past[lane][next] = law.magnetization(share[lane], total);
            }
        }
        next = delay == 0 ? 0 : (next + 1) % delay;
    }

    /** Each dot is, after the time, where the exact law says with the exact odds. */
    private double flip(double before, double total, double duration, Philox random) {
        int dots = ensemble.dots();
        int inFirst = (int) Math.round(before * dots);
        return (double) (draw(inFirst, law.relax(1, total, duration), random)
                + draw(dots - inFirst, law.relax(0, total, duration), random)) / dots;
    }

    /** How many of some dots are in the first minimum: one by one, or, of very many, by the normal limit of the binomial law. */
    private static int draw(int dots, double odds, Philox random) {
        double variance = dots * odds * (1 - odds);
        if (dots > ONE_BY_ONE && variance > NORMAL) {
            double drawn = Math.rint(dots * odds + Math.sqrt(variance) * random.nextGaussian());
            return (int) Math.max(0, Math.min(dots, drawn));
        }
        int count = 0;
        for (int i = 0; i < dots; i++) {
            count += random.nextDouble() < odds ? 1 : 0;
        }
        return count;
    }

    @Override
    public void read(Observable what, double[] into) {
        if (!what.equals(SuperparamagneticEnsemble.MAGNETIZATION)) {
            throw new IllegalArgumentException("superparamagneticEnsemble cannot be read for " + what.key());
        }
        for (int lane = 0; lane < share.length; lane++) {
            into[lane] = law.magnetization(share[lane], strain[lane]);
        }
    }
}
