package io.larmor.physics.spin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Drive;
import io.larmor.core.Parameter;
import io.larmor.physics.Constants;
import io.larmor.physics.spin.term.Demagnetization;
import io.larmor.physics.spin.term.SpinTransfer;
import io.larmor.physics.spin.term.Uniaxial;
import io.larmor.physics.spin.term.Zeeman;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trajectories of other programs. Their law is T = −g0 m × H − g0 Hs m × (m × p) − g0 Hf m × p with fields in A/m, so that
 * our damping-like torque is a = μ0 Hs and our field-like one b = −μ0 Hf.
 */
class MacrospinVectorsTest {

    private static final double VOLUME = 1e-24;
    private static final double POLARIZATION = 0.5;

    @ParameterizedTest
    @ValueSource(strings = {"llg_ac_resonance", "llg_biaxial_inplane_switch", "llg_larmor_relax", "llg_uniaxial_demag_tilted",
            "llgs_stt_precession_nodemag", "llgs_stt_precession_pma", "llgs_stt_switch_inplane"})
    void dormandPrinceFollowsTheVector(String name) {
        var vector = Vectors.read(name);
        double[][] here = new DormandPrince(1e-13).sample(law(vector), vector.vector("m0"), vector.column("t"));
        compare(vector, here, vector.column("t"), vector.tolerance());
    }

    @ParameterizedTest
    @ValueSource(strings = {"llg_ac_resonance", "llg_biaxial_inplane_switch", "llg_larmor_relax", "llg_uniaxial_demag_tilted",
            "llgs_stt_precession_pma", "llgs_stt_switch_inplane"})
    void rungeKuttaAtOnePicosecondHasTheStatedError(String name) {
        var vector = Vectors.read(name);
        double stated = vector.head().path("checks").path("rk4_renorm_dt1e-12_max_err").doubleValue();
        double[] times = vector.column("t");
        double worst = worst(vector, fixed(law(vector), vector.vector("m0"), times, 1e-12), times);
        assertTrue(worst < 1.5 * stated && worst > 0.5 * stated, worst + " against " + stated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmtj_llg_biaxial_inplane_switch", "cmtj_llg_larmor_relax", "cmtj_llg_uniaxial_demag_tilted"})
    void followsCmtj(String name) {
        var vector = Vectors.read(name);
        double[] times = vector.column("t_state");
        compare(vector, new DormandPrince(1e-12).sample(law(vector), vector.vector("m0"), times), times, vector.tolerance());
    }

    /**
     * That program leaves out α m × (torque of the current). Ours makes of a and b the torques a − α b and b + α a; they
     * are to be a and 0.
     */
    @Test
    void followsCmtjWithoutTheTermItDrops() {
        var vector = Vectors.read("cmtj_llgs_stt_precession_pma");
        double[] times = vector.column("t_state");
        double alpha = vector.number("alpha");
        double a = Constants.MU0 * vector.number("Hs") / (1 + alpha * alpha);
        var terms = new ArrayList<>(terms(vector).stream().filter(term -> !(term instanceof SpinTransfer)).toList());
        terms.add(new Torque(direction(vector.vector("p")), a, -alpha * a));
        var law = Llgs.of(new Spin(magnet(vector), terms));
        compare(vector, new DormandPrince(1e-12).sample(law, vector.vector("m0"), times), times, vector.tolerance());
    }

    @Test
    void followsOommf() {
        var vector = Vectors.read("oommf_llg_larmor_relax");
        double[] times = vector.column("t");
        compare(vector, new DormandPrince(1e-12).sample(law(vector), vector.vector("m0"), times), times, vector.tolerance());
    }

    private static Llgs law(Vectors vector) {
        return Llgs.of(new Spin(magnet(vector), terms(vector)));
    }

    private static Magnet magnet(Vectors vector) {
        return new Magnet(vector.number("Ms"), VOLUME, vector.number("alpha"), 0);
    }

    private static List<Term> terms(Vectors vector) {
        var terms = new ArrayList<Term>();
        double[] applied = vector.vector("Hext");
        terms.add(Zeeman.of(Constants.MU0 * applied[0], Constants.MU0 * applied[1], Constants.MU0 * applied[2]));
        terms.add(new Uniaxial(Constants.MU0 * vector.number("Hk"), direction(vector.vector("u"))));
        double[] n = vector.vector("N");
        terms.add(Demagnetization.of(n[0], n[1], n[2]));
        if (vector.number("Hs") != 0) {
            double current = Constants.MU0 * vector.number("Hs") / (POLARIZATION * SpinTransfer.perAmpere(magnet(vector)));
            terms.add(SpinTransfer.of(direction(vector.vector("p")), POLARIZATION, current));
        }
        if (vector.number("fac") != 0) {
            double[] amplitude = vector.vector("Hac");
            terms.add(new Zeeman(Direction.X, sine(Constants.MU0 * amplitude[0], vector.number("fac"))));
        }
        return terms;
    }

    private static Drive sine(double amplitude, double frequency) {
        return new Drive() {
            @Override
            public double at(double time) {
                return amplitude * Math.sin(2 * Math.PI * frequency * time);
            }

            @Override
            public double duration() {
                return 1;
            }

            @Override
            public String description() {
                return "sine";
            }
        };
    }

    private static Direction direction(double[] v) {
        return Direction.of(v[0], v[1], v[2]);
    }

    private static double[][] fixed(Llgs law, double[] m, double[] times, double step) {
        var stepper = Integrator.rungeKutta(step).start(law);
        double[][] samples = new double[times.length][];
        double time = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > time) {
                stepper.advance(m, time, times[i] - time, null);
            }
            time = times[i];
            samples[i] = m.clone();
        }
        return samples;
    }

    private static void compare(Vectors vector, double[][] here, double[] times, double tolerance) {
        assertEquals(0, worst(vector, here, times), tolerance);
    }

    private static double worst(Vectors vector, double[][] here, double[] times) {
        double[][] there = {vector.column("mx"), vector.column("my"), vector.column("mz")};
        return IntStream.range(0, times.length).boxed().flatMap(i -> IntStream.range(0, 3)
                .mapToObj(k -> Math.abs(here[i][k] - there[k][i]))).mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** A torque by its two fields. */
    private record Torque(Direction p, double a, double b) implements Term {

        @Override
        public String name() {
            return "torque";
        }

        @Override
        public String equation() {
            return "";
        }

        @Override
        public Map<Parameter, Double> settings() {
            return Map.of();
        }

        @Override
        public void add(double time, Magnet magnet, Coefficients to) {
            to.torque(p, a, b);
        }
    }
}
