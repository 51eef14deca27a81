package io.larmor.encoding;

import static io.larmor.units.Units.mA;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.device.Stno;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTest {

    private final double[][] frames = frames(500, 5);

    @Test
    void theDriveIsCenteredScaledAndClipped() {
        var fit = new Mask(30).clipAt(1).fit(List.<double[][]>of(frames), 5, Stno.standard(), Seed.root(1));
        double[] sums = new double[30];
        double[] into = new double[30];
        int clipped = 0;
        for (double[] frame : frames) {
            fit.encode(frame, into);
            for (int i = 0; i < 30; i++) {
                assertTrue(into[i] >= mA(3) - 1e-15 && into[i] <= mA(9) + 1e-15, "stays within bias and drive");
                sums[i] += into[i] / frames.length;
                clipped += Math.abs(Math.abs(into[i] - mA(6)) - mA(3)) < 1e-12 ? 1 : 0;
            }
        }
        for (double mean : sums) {
            assertEquals(mA(6), mean, mA(0.4), "each node is centered at the bias");
        }
        // A normal variable is beyond one standard deviation 32 % of the time.
        assertEquals(0.32, (double) clipped / (30 * frames.length), 0.05);
    }

    @Test
    void withoutClippingItIsLinear() {
        var fit = new Mask(12).clipAt(100).fit(List.<double[][]>of(frames), 5, Stno.standard(), Seed.root(2));
        double[] a = new double[12];
        double[] b = new double[12];
        double[] both = new double[12];
        double[] sum = new double[5];
        Arrays.setAll(sum, c -> (frames[0][c] + frames[1][c]) / 2);
        fit.encode(frames[0], a);
        fit.encode(frames[1], b);
        fit.encode(sum, both);
        for (int i = 0; i < 12; i++) {
            assertEquals((a[i] + b[i]) / 2, both[i], 1e-15);
        }
    }

    @Test
    void theSameSeedGivesTheSameMaskAndAnotherOneAnother() {
        double[] first = encode(Seed.root(3));
        assertArrayEquals(first, encode(Seed.root(3)), 0);
        assertTrue(Arrays.mismatch(first, encode(Seed.root(4))) >= 0);
    }

    @Test
    void constantDataLeavesTheDeviceAtItsBias() {
        double[][] constant = {{1, 2}, {1, 2}};
        var fit = new Mask(3).fit(List.<double[][]>of(constant), 2, Stno.standard(), Seed.root(5));
        double[] into = new double[3];
        fit.encode(constant[0], into);
        assertArrayEquals(new double[] {mA(6), mA(6), mA(6)}, into, 0);
    }

    private double[] encode(Seed seed) {
        double[] into = new double[30];
        new Mask(30).fit(List.<double[][]>of(frames), 5, Stno.standard(), seed).encode(frames[0], into);
        return into;
    }

    private static double[][] frames(int count, int channels) {
        var random = new Philox(31);
        double[][] frames = new double[count][channels];
        for (double[] frame : frames) {
            Arrays.setAll(frame, c -> c + random.nextGaussian());
        }
        return frames;
    }
}
