package io.larmor.machine;

import io.larmor.core.Device;
import io.larmor.core.Dynamics;
import io.larmor.core.Encoding;
import io.larmor.core.Measure;
import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.core.States;
import io.larmor.task.LabelledSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plays sequences to a device, node by node, and reads it: the path from data to states. Sequences that do not follow one
 * another run side by side, a lane each.
 */
final class Multiplexer {

    /** Enough independent chains to hide a chain's latency, few enough that a batch's words are about equally long. */
    static final int LANES = 16;

    private final Device device;
    private final Measure measure;
    private final Encoding.Fit encoding;
    private final int nodes;
    private final double slot;
    private final Seed seed;

    Multiplexer(Device device, Measure measure, Encoding.Fit encoding, int nodes, double slot, Seed seed) {
        this.device = device;
        this.measure = measure;
        this.encoding = encoding;
        this.nodes = nodes;
        this.slot = slot;
        this.seed = seed;
    }

    States play(List<LabelledSequence> sequences, boolean continuous) {
        if (continuous) {
            return playBeside(List.of(this), sequences).get(0);
        }
        var rows = new ArrayList<double[]>(Collections.nCopies(sequences.size(), null));
        // Neighbors in length share a batch, so that few lanes idle at its end.
        int[] order = IntStream.range(0, sequences.size()).boxed()
                .sorted(Comparator.comparingInt(i -> sequences.get(i).length())).mapToInt(i -> i).toArray();
        int batches = (order.length + LANES - 1) / LANES;
        Parallel.forEach("states", batches, batch -> {
            int[] indices = IntStream.range(batch * LANES, Math.min(order.length, (batch + 1) * LANES))
                    .map(i -> order[i]).toArray();
            var own = IntStream.of(indices).mapToObj(sequences::get).toList();
            Dynamics dynamics = device.start(own.stream().map(s -> seed.child(s.id())).toList());
            double[][] played = playTogether(dynamics, Collections.nCopies(own.size(), this), own);
            for (int lane = 0; lane < indices.length; lane++) {
                rows.set(indices[lane], played[lane]);
            }
        });
        return new States(nodes, rows);
    }

    /** Whether two can be played side by side: they hold and read their devices at the same times. */
    boolean keepsTimeWith(Multiplexer other) {
        return nodes == other.nodes && slot == other.slot && measure.observable().equals(other.measure.observable())
                && measure.readings() == other.measure.readings();
    }

    /**
     * Plays the same sequences, one after another, to the devices of several that keep time with each other, a lane each.
     *
     * @return the states of each
     */
    static List<States> playBeside(List<Multiplexer> players, List<LabelledSequence> sequences) {
        Dynamics dynamics = players.stream().map(player -> player.device.start(List.of(player.seed.child("all"))))
                .reduce(Dynamics::beside).orElseThrow();
        var rows = players.stream().map(player -> new ArrayList<double[]>()).toList();
        for (var sequence : sequences) {
            double[][] played = playTogether(dynamics, players, Collections.nCopies(players.size(), sequence));
            for (int lane = 0; lane < played.length; lane++) {
                rows.get(lane).add(played[lane]);
            }
        }
        return IntStream.range(0, players.size()).mapToObj(i -> new States(players.get(i).nodes, rows.get(i))).toList();
    }

    /** Plays a sequence to each lane, in the way of its player. */
    private static double[][] playTogether(Dynamics dynamics, List<Multiplexer> players, List<LabelledSequence> sequences) {
        int lanes = sequences.size();
        int nodes = players.get(0).nodes;
        double[][] rows = new double[lanes][];
        double[][] drive = new double[lanes][nodes];
        int longest = 0;
        for (int lane = 0; lane < lanes; lane++) {
            rows[lane] = new double[sequences.get(lane).length() * nodes];
            longest = Math.max(longest, sequences.get(lane).length());
            Arrays.fill(drive[lane], players.get(lane).device.bias());
        }
        double[] input = new double[lanes];
        double[] value = new double[lanes];
        for (int frame = 0; frame < longest; frame++) {
            for (int lane = 0; lane < lanes; lane++) {
                if (frame < sequences.get(lane).length()) {
                    players.get(lane).encoding.encode(sequences.get(lane).frames()[frame], drive[lane]);
                }
            }
            for (int node = 0; node < nodes; node++) {
                for (int lane = 0; lane < lanes; lane++) {
                    input[lane] = drive[lane][node];
                }
                players.get(0).hold(dynamics, input, value);
                for (int lane = 0; lane < lanes; lane++) {
                    if (frame < sequences.get(lane).length()) {
                        rows[lane][frame * nodes + node] = value[lane];
                    }
                }
            }
            Progress.checkpoint();
        }
        return rows;
    }

    /** Holds the input for one slot and leaves the measured value of each lane. */
    private void hold(Dynamics dynamics, double[] input, double[] value) {
        int readings = measure.readings();
        if (readings == 1) {
            dynamics.advance(input, slot);
            dynamics.read(measure.observable(), value);
            return;
        }
        double[] now = new double[value.length];
        Arrays.fill(value, 0);
        for (int k = 0; k < readings; k++) {
            dynamics.advance(input, slot / readings);
            dynamics.read(measure.observable(), now);
            for (int lane = 0; lane < value.length; lane++) {
                value[lane] += now[lane] / readings;
            }
        }
    }
}
