package io.larmor.stochastic;

import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.device.DwSynapse;
import io.larmor.learn.Loss;
import io.larmor.physics.stream.BitSource;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Map;

/** A trained layer of stochastic synapses: the probability of each, and a bias a class. */
public final class FittedSynapses {

    private static final Quantity READS = Quantity.of("reads");
    private static final Quantity PROBABILITY = new Quantity("probability", "P", Unit.NONE);
    /** The samples that share a generator. */
    private static final int CHUNK = 50;
    private static final int RESOLUTION = 16;
    private static final int LANES = 16;
    private static final int BINS = 40;

    private final SynapseLayer layer;
    private final int inputs;
    private final int outputs;
    private final float[] chance;
    private final float[] bias;
    private final Seed seed;

    FittedSynapses(SynapseLayer layer, int inputs, int outputs, float[] chance, float[] bias, Seed seed) {
        this.layer = layer;
        this.inputs = inputs;
        this.outputs = outputs;
        this.chance = chance;
        this.bias = bias;
        this.seed = seed;
    }

    /** How many synapses. */
    public int synapses() {
        return inputs * outputs;
    }

    /** The probabilities, inputs × classes; a copy. */
    public float[] probabilities() {
        return chance.clone();
    }

    /** The share of right answers on samples of a task for infinitely many reads, which is the score's mean. */
    public double limit(VectorTask task, int[] samples) {
        check(task);
        int right = 0;
        float[] score = new float[outputs];
        for (int sample : samples) {
            System.arraycopy(bias, 0, score, 0, outputs);
            for (int i = 0; i < inputs; i++) {
                float x = (float) layer.gain() * task.values()[sample * inputs + i];
                for (int j = 0; j < outputs && x != 0; j++) {
                    score[j] += x * (2 * chance[i * outputs + j] - 1);
                }
            }
            right += Loss.winner(score, 0, outputs) == task.labels()[sample] ? 1 : 0;
        }
        return right / (double) samples.length;
    }

    /**
     * Reads every synapse again and again for each sample, and answers after some numbers of reads. Sure is the lead over the
     * next class in the largest standard error that sums of these inputs can have, √(2 Σ x²/R).
     *
     * @param samples of the task: {@code task.test()}
     * @param reads the numbers of reads, rising
     */
    public Progressive read(VectorTask task, int[] samples, int... reads) {
        check(task);
        if (reads.length == 0 || reads[0] < 1) {
            throw new IllegalArgumentException("reads of " + Arrays.toString(reads) + " were asked for; give numbers of 1 or more, rising");
        }
        for (int k = 1; k < reads.length; k++) {
            if (reads[k] <= reads[k - 1]) {
                throw new IllegalArgumentException("reads of " + Arrays.toString(reads) + " were asked for; they must rise");
            }
        }
        boolean[][] right = new boolean[reads.length][samples.length];
        float[][] sure = new float[reads.length][samples.length];
        int chunks = (samples.length + CHUNK - 1) / CHUNK;
        Parallel.forEach("reading " + layer, chunks, chunk -> {
            var source = new BitSource(seed.child("reads").child(chunk), RESOLUTION);
            var reader = new Reader(source, reads);
            for (int s = chunk * CHUNK; s < Math.min(samples.length, (chunk + 1) * CHUNK); s++) {
                reader.read(task, samples[s], s, right, sure);
            }
        });
        return new Progressive(layer.toString(), READS, reads.clone(), right, sure);
    }

    private void check(VectorTask task) {
        if (task.width() != inputs || task.classes().size() != outputs) {
            throw new IllegalArgumentException(task.name() + " has " + task.width() + " inputs and " + task.classes().size()
                    + " classes; the synapses were trained for " + inputs + " and " + outputs);
        }
    }

    /**
     * What one read of all synapses gives off on average, in joules: 2 M_s B V where a wall passes, each synapse at the field
     * that its probability needs. Fields beyond those of 0.001 and 0.999 are not used.
     */
    public double energyPerRead(DwSynapse synapse) {
        double sum = 0;
        for (float p : chance) {
            sum += p * synapse.biasedTo(Math.max(0.001, Math.min(0.999, p))).energy();
        }
        return sum;
    }

    /** How the probabilities are spread. */
    public Plot histogram() {
        double[] all = new double[chance.length];
        Arrays.setAll(all, k -> chance[k]);
        return Plot.histogram(PROBABILITY, all, BINS).title(layer.toString());
    }

    /** What a notebook shows: the line of {@link #toString} and how the probabilities are spread. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(histogram()).mimeBundle();
    }

    @Override
    public String toString() {
        double spread = 0;
        for (float p : chance) {
            spread += 4 * p * (1 - p);
        }
        return inputs + " x " + outputs + " " + layer + ", each read with a variance of " + Unit.digits(spread / chance.length)
                + " on average (1 for an even chance)";
    }

    /** One thread's reading of samples, 64 reads of a synapse to a word; inputs that are zero are left out. */
    private final class Reader {

        private final BitSource source;
        private final int[] reads;
        private final int columns = (outputs + LANES - 1) / LANES * LANES;
        private final long[] thresholds = new long[inputs * columns];
        private final long[] active = new long[inputs * columns];
        private final long[] words = new long[inputs * columns];
        private final int[] ones = new int[inputs * columns];

        Reader(BitSource source, int[] reads) {
            this.source = source;
            this.reads = reads;
            for (int i = 0; i < inputs; i++) {
                for (int j = 0; j < outputs; j++) {
                    thresholds[i * columns + j] = BitSource.threshold(chance[i * outputs + j], RESOLUTION);
                }
            }
        }

        void read(VectorTask task, int sample, int s, boolean[][] right, float[][] sure) {
            float[] x = new float[inputs];
            int used = 0;
            double squares = 0;
            for (int i = 0; i < inputs; i++) {
                float value = task.values()[sample * inputs + i];
                if (value != 0) {
                    System.arraycopy(thresholds, i * columns, active, used * columns, columns);
                    x[used++] = value;
                    squares += value * (double) value;
                }
            }
            Arrays.fill(ones, 0, used * columns, 0);
            int done = 0;
            float[] score = new float[outputs];
            for (int point = 0; point < reads.length; point++) {
                while (done < reads[point]) {
                    if (done % 64 == 0) {
                        source.each(active, words, used * columns);
                    }
                    int until = Math.min(reads[point], (done / 64 + 1) * 64);
                    count(used * columns, done, until);
                    done = until;
                }
                score(x, used, done, score);
                int winner = Loss.winner(score, 0, outputs);
                right[point][s] = winner == task.labels()[sample];
                sure[point][s] = (float) (lead(score, winner) / layer.gain() / Math.sqrt(2 * squares / done + Float.MIN_NORMAL));
            }
        }

        /** Adds the ones of the reads from one up to another, both of one word. */
        private void count(int all, int from, int until) {
            long mask = (until - from == 64 ? -1L : (1L << until - from) - 1) << from;
            for (int k = 0; k < all; k++) {
                ones[k] += Long.bitCount(words[k] & mask);
            }
        }

        private void score(float[] x, int used, int done, float[] score) {
            System.arraycopy(bias, 0, score, 0, outputs);
            for (int i = 0; i < used; i++) {
                float scaled = (float) layer.gain() * x[i];
                for (int j = 0; j < outputs; j++) {
                    score[j] += scaled * (2f * ones[i * columns + j] / done - 1);
                }
            }
        }
    }

    private static double lead(float[] score, int winner) {
        float next = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < score.length; j++) {
            next = j == winner ? next : Math.max(next, score[j]);
        }
        return score[winner] - next;
    }
}
