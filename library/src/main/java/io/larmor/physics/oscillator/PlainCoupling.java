package io.larmor.physics.oscillator;

/** Plain loops: the reference, and what runs where there is nothing better. */
final class PlainCoupling implements CouplingKernel {

    @Override
    public void multiply(double[] strip, double[] x, int nodes, double[] into, int at) {
        double[] sums = new double[ROWS];
        double[] column = new double[ROWS];
        for (int j = 0; j < nodes; j++) {
            System.arraycopy(strip, j * ROWS, column, 0, ROWS);
            add(x[j], column, sums);
        }
        System.arraycopy(sums, 0, into, at, Math.min(ROWS, nodes - at));
    }

    @Override
    public void multiply(double[] strip, double[] x, double[] y, int nodes, double[] intoX, double[] intoY, int at) {
        multiply(strip, x, nodes, intoX, at);
        multiply(strip, y, nodes, intoY, at);
    }

    /** One index for both arrays and no offset: the shape that the compiler turns into vector instructions. */
    private static void add(double factor, double[] column, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.fma(factor, column[i], sums[i]);
        }
    }
}
