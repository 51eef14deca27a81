package io.larmor.network.hardware;

import io.larmor.core.Seed;
import io.larmor.network.engine.Conditions;
import io.larmor.network.engine.Plan;
import io.larmor.network.engine.Tunable;
import io.larmor.network.engine.Twin;
import java.util.List;

/**
 * Makes one piece of hardware of a trained network. Whatever the order in which imperfections are named: first the values
 * that a shift can take, then errors of writing, then stuck devices, then the spread between devices, then noise.
 */
public final class Realization {

    private Realization() {
    }

    /**
     * The hardware of a seed.
     *
     * @param parameters of the ideal network, not changed
     */
    public static Twin of(Plan plan, float[] parameters, List<Imperfection> imperfections, Seed seed) {
        float[] own = parameters.clone();
        float[][] powers = new float[plan.stages().size()][];
        for (int i = 0; i < plan.stages().size(); i++) {
            var stage = plan.stages().get(i);
            if (stage.tunable() != null) {
                devices(own, plan.at(i), stage.tunable(), imperfections, seed.child(i));
            }
            if (stage.emits()) {
                powers[i] = powers(stage.outputs(), imperfections, seed.child(i).child("powers"));
            }
        }
        return new Twin(own, powers, conditions(imperfections, seed.child("noise")));
    }

    private static Conditions conditions(List<Imperfection> imperfections, Seed seed) {
        double read = 0;
        double power = 0;
        double temperature = 0;
        for (var imperfection : imperfections) {
            // independent noises add by their squares
            if (imperfection instanceof Imperfection.ReadNoise noise) {
                read = Math.hypot(read, noise.value());
            } else if (imperfection instanceof Imperfection.PowerNoise noise) {
                power = Math.hypot(power, noise.value());
            } else if (imperfection instanceof Imperfection.Temperature heat) {
                temperature = Math.max(temperature, heat.value());
            }
        }
        return new Conditions(read, power, temperature, seed);
    }

    private static float[] powers(int count, List<Imperfection> imperfections, Seed seed) {
        float[] factors = new float[count];
        java.util.Arrays.fill(factors, 1);
        for (var imperfection : imperfections) {
            if (imperfection instanceof Imperfection.Spread spread) {
                var random = seed.generator();
                for (int i = 0; i < count; i++) {
                    factors[i] *= (float) Math.max(0, 1 + spread.value() * random.nextGaussian());
                }
            }
        }
        return factors;
    }

    private static void devices(float[] values, int at, Tunable devices, List<Imperfection> all, Seed seed) {
        for (var imperfection : all) {
            if (imperfection instanceof Imperfection.VortexPolarity polarity) {
                binary(values, at, devices.count(), polarity.value());
            } else if (imperfection instanceof Imperfection.TuningSteps steps) {
                round(values, at, devices.count(), (int) steps.value());
            }
        }
        for (var imperfection : all) {
            if (imperfection instanceof Imperfection.ProgrammingError error) {
                var random = seed.child("programming").generator();
                double largest = largest(values, at, devices.count());
                for (int i = 0; i < devices.count(); i++) {
                    double unit = devices.widths() == null ? largest : devices.widths()[i % devices.perOutput()];
                    values[at + i] += (float) (error.value() * unit * random.nextGaussian());
                }
            }
        }
        for (var imperfection : all) {
            if (imperfection instanceof Imperfection.Stuck stuck) {
                var random = seed.child("stuck").generator();
                for (int i = 0; i < devices.count(); i++) {
                    if (random.nextDouble() < stuck.value()) {
                        values[at + i] = 0;
                    }
                }
            }
        }
        for (var imperfection : all) {
            if (imperfection instanceof Imperfection.Spread spread) {
                var random = seed.child("spread").generator();
                for (int i = 0; i < devices.count(); i++) {
                    double center = devices.centers()[i % devices.perOutput()];
                    // the whole resonance is off, not only its shift
                    values[at + i] += (float) ((center + values[at + i]) * spread.value() * random.nextGaussian());
                }
            }
        }
    }

    private static double largest(float[] values, int at, int count) {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Math.abs(values[at + i]));
        }
        return largest;
    }

    private static void binary(float[] values, int at, int count, double size) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.abs(values[at + i]);
        }
        float step = (float) (size * sum / count);
        for (int i = 0; i < count; i++) {
            values[at + i] = values[at + i] < 0 ? -step : step;
        }
    }

    private static void round(float[] values, int at, int count, int levels) {
        double largest = largest(values, at, count);
        double step = 2 * largest / (levels - 1);
        for (int i = 0; i < count && step > 0; i++) {
            values[at + i] = (float) (Math.rint((values[at + i] + largest) / step) * step - largest);
        }
    }
}
