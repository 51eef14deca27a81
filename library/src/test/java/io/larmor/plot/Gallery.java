package io.larmor.plot;

import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One picture of each kind, to look at: {@link PlotTest} leaves them in target/gallery, {@code main} adds SVG and dark ones. */
final class Gallery {

    static final Quantity CURRENT = new Quantity("bias current", "I", Unit.AMPERE);
    static final Quantity RADIUS = new Quantity("core radius", "r", Unit.METER);
    static final Quantity TIME = new Quantity("time", "t", Unit.SECOND);
    static final Quantity FREQUENCY = new Quantity("frequency", "f", Unit.HERTZ);
    static final Quantity POWER = new Quantity("power density", "", new Unit("V²/Hz", false));

    private Gallery() {
    }

    public static void main(String[] args) {
        pictures().forEach((name, picture) -> {
            picture.save("target/gallery/" + name + ".png");
            picture.save("target/gallery/" + name + ".svg");
        });
        Theme.dark();
        pictures().forEach((name, picture) -> picture.save("target/gallery/" + name + "-dark.png"));
        Theme.light();
    }

    static Map<String, Picture> pictures() {
        var all = new LinkedHashMap<String, Picture>();
        all.put("line", line());
        all.put("many-series", manySeries());
        all.put("scatter", scatter());
        all.put("log", log());
        all.put("histogram", histogram());
        all.put("bars", bars());
        all.put("heat-map", heatMap());
        all.put("signed", signed());
        all.put("cochleagram", cochleagram());
        all.put("confusion", confusion());
        all.put("confusion-large", confusionLarge());
        all.put("vortex", vortex());
        all.put("spin-ice", spinIce());
        all.put("row", Plots.row(line().title("a").size(420, 320), heatMap().title("b").size(420, 320)));
        return all;
    }

    static Plot line() {
        double[] xs = range(0, 10e-3, 200);
        double[] theory = map(xs, i -> i < 3e-3 ? 0 : 120e-9 * Math.sqrt(1 - 3e-3 / i));
        double[] currents = range(1e-3, 10e-3, 13);
        var random = new SplittableRandom(7);
        double[] seen = map(currents, i -> (i < 3e-3 ? 1e-9 : 120e-9 * Math.sqrt(1 - 3e-3 / i)) * (1 + 0.05 * (random.nextDouble() - 0.5)));
        double[] spread = map(currents, i -> 4e-9);
        return Plot.line(CURRENT, xs, RADIUS, theory).named("closed form")
                .points("simulated", currents, seen, spread)
                .band("simulated", currents, shift(seen, -8e-9), shift(seen, 8e-9))
                .vertical(3e-3, "threshold").horizontal(110e-9, "disk edge")
                .title("Radius of the vortex core against the current")
                .caption("Vortex oscillator of 240 nm diameter at 300 K, 100 runs a point; error bars are one standard deviation of the mean over the runs.");
    }

    static Plot manySeries() {
        double[] xs = range(0, 200e-9, 1000);
        Plot plot = Plot.line(TIME, xs, Quantity.of("amplitude"), map(xs, t -> Math.exp(-t / 60e-9))).named("τ = 60 ns");
        for (int n = 1; n < 6; n++) {
            double rate = n * 15e6;
            plot = plot.series("ω = " + n, xs, map(xs, t -> Math.cos(rate * t) * Math.exp(-t / 90e-9)));
        }
        return plot.title("Six series of a thousand points");
    }

    static Plot scatter() {
        var random = new SplittableRandom(3);
        double[] xs = random.doubles(300, 1e9, 3e9).toArray();
        double[] ys = map(xs, f -> 1e-6 * (f / 1e9 + random.nextDouble()));
        double[] more = map(xs, f -> 1e-6 * (4 - f / 1e9 + random.nextDouble()));
        return Plot.scatter(FREQUENCY, xs, new Quantity("voltage", "V", Unit.VOLT), ys).named("free").points("locked", xs, more).title("Free and locked");
    }

    static Plot log() {
        double[] xs = map(range(3, 10, 400), e -> Math.pow(10, e));
        return Plot.line(FREQUENCY, xs, POWER, map(xs, f -> 1e-12 / (1 + Math.pow(f / 1e6, 2)))).named("Lorentzian")
                .series("1/f", xs, map(xs, f -> 1e-9 / f)).logX().logY().title("Noise of the oscillator");
    }

    static Plot histogram() {
        var random = new SplittableRandom(11);
        double[] values = IntStream.range(0, 5000).mapToDouble(i -> 88e-9 + 9e-9 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5)).toArray();
        return Plot.histogram(new Quantity("dwell time", "τ", Unit.SECOND), values, 40).title("Dwell times");
    }

    static Plot bars() {
        return Plot.bars(List.of("raw input", "echo-state network", "vortex oscillator", "nanorings"), new Quantity("accuracy", "", Unit.PERCENT),
                new double[] {78.2, 96.1, 98.7, 93.4}, new double[] {1.2, 0.5, 0.3, 1.0}).title("Spoken digits");
    }

    static Plot heatMap() {
        double[] xs = range(0, 400e-3, 25);
        double[] ys = range(1e9, 3e9, 20);
        return Plot.heatMap(new Quantity("field", "B", Unit.TESLA), xs, FREQUENCY, ys, new Quantity("emitted power", "P", Unit.WATT),
                table(xs, ys, (b, f) -> 2e-6 / (1 + Math.pow((f - 1e9 - 4e9 * b) / 2e8, 2)))).title("Emission");
    }

    static Plot signed() {
        double[] xs = range(-2, 2, 5);
        double[] ys = range(0, 3, 4);
        return Plot.heatMap(Quantity.of("column"), xs, Quantity.of("row"), ys, new Quantity("coupling", "J", Unit.NONE),
                table(xs, ys, (x, y) -> x * (y - 1) / 4)).signed().annotated().title("Couplings");
    }

    static Plot cochleagram() {
        double[] xs = range(0, 0.8, 4000);
        double[] ys = map(range(0, 1, 78), c -> 100 * Math.pow(60, c));
        return Plot.heatMap(TIME, xs, FREQUENCY, ys, Quantity.of("firing rate"),
                table(xs, ys, (t, f) -> Math.exp(-Math.pow((Math.log(f / 700) - Math.sin(9 * t)) * 2, 2)) * Math.pow(Math.sin(60 * t), 2))).logY().title("Cochleagram of \"seven\"");
    }

    static Plot confusion() {
        var random = new SplittableRandom(5);
        var counts = new long[10][10];
        for (int i = 0; i < 10; i++) {
            counts[i][i] = 45 + random.nextInt(6);
            counts[i][random.nextInt(10)] += random.nextInt(8);
        }
        counts[9][0] = 21;
        return Plot.confusion(List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), counts).title("Spoken digits: 96.4 %");
    }

    static Plot confusionLarge() {
        int n = 36;
        var random = new SplittableRandom(6);
        var counts = new long[n][n];
        for (int i = 0; i < n; i++) {
            counts[i][i] = 80 + random.nextInt(40);
            for (int k = 0; k < 3; k++) {
                counts[i][random.nextInt(n)] += random.nextInt(20);
            }
        }
        return Plot.confusion(IntStream.range(0, n).mapToObj(i -> "class " + i).toList(), counts);
    }

    /** A vortex with its core off the middle, as the sum of a swirl and a core that points out of the plane. */
    static Drawing vortex() {
        double radius = 120e-9;
        double coreX = 45e-9;
        double coreY = 25e-9;
        var arrows = new ArrayList<Primitive>();
        double pitch = 20e-9;
        for (int i = -6; i <= 6; i++) {
            for (int k = -6; k <= 6; k++) {
                double x = i * pitch;
                double y = k * pitch;
                if (Math.hypot(x, y) < radius - 0.45 * pitch) {
                    double angle = Math.atan2(y - coreY, x - coreX) + Math.PI / 2;
                    double out = Math.exp(-Math.pow(Math.hypot(x - coreX, y - coreY) / 12e-9, 2));
                    arrows.add(new Primitive.Arrow(x, y, angle, 0.9 * pitch * Math.sqrt(1 - out * out), Drawing.color(angle, out)));
                }
            }
        }
        return Drawing.titled("Vortex oscillator, core at 51 nm").circle(0, 0, radius, null).add(arrows)
                .circle(coreX, coreY, 6e-9, new Color(0xD55E00)).label(coreX, coreY + 13e-9, "core").wheel();
    }

    static Drawing spinIce() {
        var random = new SplittableRandom(4);
        var parts = new ArrayList<Primitive>();
        for (int i = 0; i < 6; i++) {
            for (int k = 0; k < 5; k++) {
                boolean lying = (i + k) % 2 == 0;
                double angle = (lying ? 0 : Math.PI / 2) + (random.nextBoolean() ? Math.PI : 0);
                parts.add(new Primitive.Box(i, k, 0.8, 0.34, angle, 0.17, Drawing.color(angle), true));
                parts.add(new Primitive.Arrow(i, k, angle, 0.6, Color.WHITE));
            }
        }
        for (int i = 0; i < 3; i++) {
            parts.add(new Primitive.Ring(0.5 + 2 * i, -1.6, 0.5, 0.75, 0, Math.PI, Drawing.color(0), true));
            parts.add(new Primitive.Ring(0.5 + 2 * i, -1.6, 0.5, 0.75, Math.PI, 2 * Math.PI * (0.6 + 0.15 * i), Drawing.color(Math.PI), true));
        }
        return Drawing.titled("").add(parts).wheel().wide(520);
    }

    interface Surface {
        double at(double x, double y);
    }

    static double[][] table(double[] xs, double[] ys, Surface surface) {
        var values = new double[ys.length][xs.length];
        for (int row = 0; row < ys.length; row++) {
            for (int column = 0; column < xs.length; column++) {
                values[row][column] = surface.at(xs[column], ys[row]);
            }
        }
        return values;
    }

    static double[] range(double from, double to, int n) {
        return IntStream.range(0, n).mapToDouble(i -> from + (to - from) * i / (n - 1)).toArray();
    }

    static double[] map(double[] xs, java.util.function.DoubleUnaryOperator f) {
        return java.util.Arrays.stream(xs).map(f).toArray();
    }

    static double[] shift(double[] xs, double by) {
        return map(xs, x -> x + by);
    }
}
