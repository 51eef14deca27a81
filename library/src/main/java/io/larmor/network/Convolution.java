package io.larmor.network;

import io.larmor.core.Parameter;
import io.larmor.network.engine.DenseWeights;
import io.larmor.network.engine.LinearStage;
import io.larmor.network.engine.Patches;
import io.larmor.network.engine.ReluStage;
import io.larmor.network.engine.Stage;
import io.larmor.units.Quantity;
import java.util.List;

/**
 * The same sums of every patch of an image, in software, then the rectifier, except in the last layer. Patches lie inside the
 * image; a stride that does not end at its edge leaves pixels over.
 *
 * @param filters how many sums a patch has
 * @param size the side of a patch
 * @param stride the pixels from a patch to the next
 */
public record Convolution(int filters, int size, int stride) implements Layer {

    public static final Parameter FILTERS = new Parameter("filters", Quantity.of("filters"), 1, 4096, 8,
            "how many sums every patch has");
    public static final Parameter SIZE = new Parameter("size", Quantity.of("size"), 1, 64, 3, "the side of a patch in pixels");
    public static final Parameter STRIDE = new Parameter("stride", Quantity.of("stride"), 1, 64, 1, "the pixels from a patch to the next");

    public Convolution {
        FILTERS.check("convolution", filters);
        SIZE.check("convolution", size);
        STRIDE.check("convolution", stride);
    }

    /** Patches one pixel apart. */
    public static Convolution of(int filters, int size) {
        return new Convolution(filters, size, (int) STRIDE.standard());
    }

    /**
     * The same with patches farther apart.
     *
     * @param stride {@link #STRIDE}
     */
    public Convolution stride(int stride) {
        return new Convolution(filters, size, stride);
    }

    static Patches patches(String owner, int[] in, int size, int stride) {
        int[] image = Layer.image(owner, in);
        if (size > image[0] || size > image[1]) {
            throw new IllegalArgumentException(owner + ".size = " + size + " is larger than the image of " + image[0] + " x "
                    + image[1] + " that comes in. It is " + SIZE.meaning() + ".");
        }
        return new Patches(image[0], image[1], image[2], size, stride);
    }

    static int[] shape(Patches patches, int filters) {
        return new int[] {patches.placeRows(), patches.placeColumns(), filters};
    }

    @Override
    public int[] shape(int[] in) {
        return shape(patches("convolution", in, size, stride), filters);
    }

    @Override
    public List<Stage> stages(int[] in, int index, boolean last) {
        var patches = patches("convolution", in, size, stride);
        var sums = new LinearStage(new DenseWeights(filters, patches.width()), patches);
        return last ? List.of(sums) : List.of(sums, new ReluStage(sums.outputs()));
    }

    @Override
    public Layer software() {
        return this;
    }

    @Override
    public long synapses(int[] in) {
        var patches = patches("convolution", in, size, stride);
        return (long) patches.places() * patches.width() * filters;
    }

    @Override
    public boolean physical() {
        return false;
    }

    @Override
    public String toString() {
        return "convolution(" + filters + ", " + size + ")" + (stride == 1 ? "" : ".stride(" + stride + ")");
    }
}
