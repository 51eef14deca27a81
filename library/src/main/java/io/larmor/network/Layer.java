package io.larmor.network;

import io.larmor.network.engine.Stage;
import java.util.List;

/**
 * One layer of a network. A description: the network that it is added to tells it what comes in. Shapes are {@code {width}}
 * for vectors and {@code {rows, columns, channels}} for images.
 */
public sealed interface Layer permits RfMtjs, RfConvolution, Dense, Convolution, Pool {

    /**
     * The shape that comes out.
     *
     * @throws IllegalArgumentException if the layer cannot take what comes in
     */
    int[] shape(int[] in);

    /**
     * What computes it.
     *
     * @param index how many layers are before it
     * @param last whether its sums are the network's outputs
     */
    List<Stage> stages(int[] in, int index, boolean last);

    /** The layer of the same shape in software. */
    Layer software();

    /** Synapses as devices: one for each use of a weight, since a physical array holds them side by side. */
    long synapses(int[] in);

    /** Whether it is made of junctions. */
    boolean physical();

    /** The numbers of a shape. */
    static int width(int[] shape) {
        int width = 1;
        for (int side : shape) {
            width = Math.multiplyExact(width, side);
        }
        return width;
    }

    /** A shape as rows x columns x channels. */
    static int[] image(String owner, int[] shape) {
        if (shape.length == 2) {
            return new int[] {shape[0], shape[1], 1};
        }
        if (shape.length != 3) {
            throw new IllegalArgumentException(owner + ": an image is needed, and " + shape[0] + " values in a row come in. "
                    + "Say network(rows, columns) for images, and put " + owner + " before any layer of sums.");
        }
        return shape;
    }
}
