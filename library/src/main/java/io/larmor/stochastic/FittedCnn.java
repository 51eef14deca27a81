package io.larmor.stochastic;

import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.learn.Loss;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.plot.Plots;
import io.larmor.plot.Picture;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A trained convolutional network of bit streams: in closed form, and as streams. */
public final class FittedCnn {

    /** The samples that share the streams of the weights. */
    private static final int CHUNK = 50;
    private static final int RESOLUTION = 8;

    private final StreamCnn net;
    private final float[] filters;
    private final float[] dense;
    private final Seed seed;

    FittedCnn(StreamCnn net, float[] filters, float[] dense, Seed seed) {
        this.net = net;
        this.filters = filters;
        this.dense = dense;
        this.seed = seed;
    }

    /** The share of right answers in closed form, as infinitely long streams would give. */
    public double closedForm(VectorTask task, int[] samples) {
        net.requireShape(task);
        var hits = Parallel.map("closed form", (samples.length + CHUNK - 1) / CHUNK, chunk -> {
            int[] part = Arrays.copyOfRange(samples, chunk * CHUNK, Math.min(samples.length, (chunk + 1) * CHUNK));
            float[] scores = scores(task, part);
            int right = 0;
            for (int s = 0; s < part.length; s++) {
                right += Loss.winner(scores, s * net.classes(), net.classes()) == task.labels()[part[s]] ? 1 : 0;
            }
            return right;
        });
        return hits.stream().mapToInt(i -> i).sum() / (double) samples.length;
    }

    /** The differences of both trees of each class, samples x classes, in closed form. */
    public float[] scores(VectorTask task, int[] samples) {
        float[] x = net.patches(task, samples);
        float[] p = CnnDescent.filtered(x, filters, net, new float[2 * filters.length]);
        float[] h = StreamDescent.join(p, samples.length * net.places(), net.filters());
        return FittedStreams.difference(CnnDescent.classified(h, dense, net, new float[2 * dense.length], samples.length), samples.length, net.classes());
    }

    /**
     * Runs it as streams of weights with 8 bits, and answers after some numbers of bits. Every sample has streams of its own for
     * its pixels, every synapse at every place one for its weight, which 50 samples share. Pixels are shared by all filters and by
     * places that overlap; neurons that share any have delays of different length behind them ({@link #latency}).
     *
     * @param samples of the task: {@code task.test()}
     * @param bits the numbers of bits, multiples of 64, rising
     */
    public Progressive run(VectorTask task, int[] samples, int... bits) {
        net.requireShape(task);
        return FittedStreams.run("running streams", net.toString(), task, samples, bits, CHUNK, (chunk, part, answers) ->
                new CnnRunner(net, filters, dense, RESOLUTION, seed.child("run").child(chunk)).run(task, part, bits, answers));
    }

    /** The bits that pass before the longest delay is full. */
    public int latency() {
        return 64 * CnnRunner.warmUp(net);
    }

    /** Gates that work each bit: one AND a synapse whose weight is not zero, and for every neuron two ORs and what joins them. */
    public long gates() {
        return net.places() * used(filters) + used(dense) + 3L * (net.places() * net.filters() + net.classes());
    }

    private static long used(float[] weights) {
        long used = 0;
        for (float w : weights) {
            used += Math.round(Math.abs(w) * (1 << RESOLUTION)) > 0 ? 1 : 0;
        }
        return used;
    }

    /**
     * What an answer takes, in joules: bits x gates x what a bit of a gate takes, the bits that fill the delays included.
     *
     * @param bits counted
     * @param perBit {@link FittedStreams#BIT_ENERGY}, in joules, with the random bit that goes into the gate
     */
    public double energy(int bits, double perBit) {
        return (bits + latency()) * gates() * FittedStreams.BIT_ENERGY.check("energy", perBit);
    }

    /** Accuracy and energy at the points of a run, with 20 fJ a bit of a gate. */
    public Table energies(Progressive run) {
        int[] bits = run.amounts();
        return Table.create("energy of an answer, 20 fJ a bit of a gate, " + gates() + " gates", IntColumn.create("bits counted", bits),
                DoubleColumn.create("accuracy (%)", Arrays.stream(bits).mapToDouble(b -> 100 * run.accuracy(b)).toArray()),
                StringColumn.create("energy", Arrays.stream(bits).mapToObj(b -> Unit.JOULE.format(energy(b, FittedStreams.BIT_ENERGY.standard()))).toList()),
                StringColumn.create("without filling delays",
                        Arrays.stream(bits).mapToObj(b -> Unit.JOULE.format(energy(b - latency(), FittedStreams.BIT_ENERGY.standard()))).toList()));
    }

    /** The weights of the first filters as small pictures: blue for the negative tree, red for the positive one. */
    public Picture filterPictures(int count) {
        int size = net.size();
        double[] axis = new double[size];
        Arrays.setAll(axis, i -> i);
        var panels = new Picture[Math.min(count, net.filters())];
        for (int f = 0; f < panels.length; f++) {
            double[][] map = new double[size][size];
            for (int k = 0; k < net.patch(); k++) {
                map[size - 1 - k / size][k % size] = filters[k * net.filters() + f];
            }
            panels[f] = Plot.heatMap(Quantity.of("pixel"), axis, Quantity.of("pixel"), axis, Quantity.of("weight"), map).signed().zRange(-1, 1)
                    .title("filter " + (f + 1)).size(230, 190);
        }
        return Plots.row(panels);
    }

    /** What a notebook shows. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(filterPictures(4)).mimeBundle();
    }

    @Override
    public String toString() {
        return net + ", trained; " + gates() + " gates, " + latency() + " bits to fill its delays";
    }
}
