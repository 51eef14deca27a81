package io.larmor.network;

import io.larmor.core.Parameter;
import io.larmor.network.engine.PoolStage;
import io.larmor.network.engine.Stage;
import io.larmor.units.Quantity;
import java.util.List;

/**
 * Squares of an image become one pixel each: their largest value, or their mean.
 *
 * @param size the side of a square, in pixels
 * @param largest whether the largest value is taken; else the mean
 */
public record Pool(int size, boolean largest) implements Layer {

    public static final Parameter SIZE = new Parameter("size", Quantity.of("size"), 1, 64, 2, "the side of a square in pixels");

    public Pool {
        SIZE.check("pool", size);
    }

    @Override
    public int[] shape(int[] in) {
        int[] image = Layer.image("pool", in);
        if (size > image[0] || size > image[1]) {
            throw new IllegalArgumentException("pool.size = " + size + " is larger than the image of " + image[0] + " x "
                    + image[1] + " that comes in. It is " + SIZE.meaning() + ".");
        }
        return new int[] {image[0] / size, image[1] / size, image[2]};
    }

    @Override
    public List<Stage> stages(int[] in, int index, boolean last) {
        int[] image = Layer.image("pool", in);
        return List.of(new PoolStage(image[0], image[1], image[2], size, largest));
    }

    @Override
    public Layer software() {
        return this;
    }

    @Override
    public long synapses(int[] in) {
        return 0;
    }

    @Override
    public boolean physical() {
        return true;
    }

    @Override
    public String toString() {
        return (largest ? "pool(" : "averagePool(") + size + ")";
    }
}
