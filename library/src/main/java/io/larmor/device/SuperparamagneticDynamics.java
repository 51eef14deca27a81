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

    /** In ensembles of up to so many dots the binomial law is drawn from exactly. */
    private static final int EXACTLY = 20_000;
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
        boolean many = dots > EXACTLY;
        return (double) (draw(inFirst, law.relax(1, total, duration), many, random)
                + draw(dots - inFirst, law.relax(0, total, duration), many, random)) / dots;
    }

    /**
     * How many of some dots come out with given odds, a binomial number: from dot to dot of the rarer outcome, which is exact, or
     * in ensembles of very many by the normal limit.
     */
    private static int draw(int dots, double odds, boolean many, Philox random) {
        double rare = Math.min(odds, 1 - odds);
        double variance = dots * rare * (1 - rare);
        int count;
        if (many && variance > NORMAL) {
            count = (int) Math.max(0, Math.min(dots, Math.rint(dots * rare + Math.sqrt(variance) * random.nextGaussian())));
        } else {
            count = 0;
            double rate = Math.log1p(-rare);
            for (double at = skip(rate, random); at < dots; at += 1 + skip(rate, random)) {
                count++;
            }
        }
        return odds == rare ? count : dots - count;
    }

    /** How many dots are passed over until the next one of the rarer outcome. */
    private static double skip(double rate, Philox random) {
        return rate == 0 ? Double.POSITIVE_INFINITY : Math.floor(Math.log(1 - random.nextDouble()) / rate);
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
