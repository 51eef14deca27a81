package io.larmor.physics.ensemble;

import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.physics.Constants;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.SpinParameters;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Many spins that do not act on each other, as data: three flat arrays, stepped together by the fastest kernel that this
 * Java has. Every kernel gives the same bits, and so does every number of threads. A spin's random numbers are a function
 * of the ensemble's seed, the spin's index and the step's number.
 *
 * <pre>{@code
 * var spins = SpinEnsemble.of(10_000, parameters, seed);
 * spins.heun(1e-13, 100_000);                 // 10 ns at 300 K
 * double[] mean = spins.mean();
 * }</pre>
 *
 * <p>An interrupted or refused run leaves the spins as they were. Not thread-safe.
 */
public final class SpinEnsemble {

    /** The largest turn in one step, in radians: beyond it a step is wrong without looking wrong. */
    private static final double LARGEST_TURN_RK4 = 0.3;
    private static final double LARGEST_TURN_HEUN = 0.1;
    /** The largest standard deviation of a component of a thermal kick, in radians. */
    private static final double LARGEST_KICK = 0.1;
    /** Spin-steps between two looks at progress: some 10 ms of the slowest kernel. */
    private static final int LOOK = 100_000;
    /** Spin-steps below which other threads would cost more than they bring. */
    private static final double WORTH_THREADS = 1e6;
    private static final int GROUP = 16;
    /** Numbers that a spin takes in any case: its direction, and where it was before the run. */
    private static final int BYTES = 8 * 6;
    /** The noise of copies with seeds of their own has one key; their names tell them apart. */
    private static final long COMMON_KEY = Seed.root(0).child("spin ensemble").key();
    private static final ThreadLocal<SpinBlock> BLOCK = ThreadLocal.withInitial(SpinBlock::new);

    private final double[] mx;
    private final double[] my;
    private final double[] mz;
    private Rates rates;
    private final long key;
    private final long[] names;
    private long step;
    private String title = "spins";
    private volatile String kernel = Kernels.SCALAR.name();

    private SpinEnsemble(int spins, Rates rates, long key, long[] names) {
        this.mx = new double[spins];
        this.my = new double[spins];
        this.mz = new double[spins];
        this.rates = rates;
        this.key = key;
        this.names = names;
        Arrays.fill(mz, 1);
    }

    /** Equal spins, all along z. */
    public static SpinEnsemble of(int spins, SpinParameters same, Seed seed) {
        return of(spins, same, null, seed);
    }

    /**
     * Equal spins under a drive of their own each, all along z.
     *
     * @param drive what one unit of drive adds; null for none
     * @throws IllegalArgumentException if there is no spin, a parameter is not a finite number, or there is no room
     */
    public static SpinEnsemble of(int spins, SpinParameters same, SpinDrive drive, Seed seed) {
        refuse(spins, BYTES);
        return new SpinEnsemble(spins, Rates.of(1, i -> same, drive == null ? null : i -> drive), seed.key(), null);
    }

    /**
     * Spins that differ, all along z.
     *
     * @param each the parameters of each spin
     * @param drive what one unit of drive adds to each spin; null if nothing is driven
     * @throws IllegalArgumentException if there is no spin, a parameter is not a finite number, or there is no room
     */
    public static SpinEnsemble of(int spins, IntFunction<SpinParameters> each, IntFunction<SpinDrive> drive, Seed seed) {
        refuse(spins, BYTES + Rates.bytesPerSpin());
        return new SpinEnsemble(spins, Rates.of(spins, each, drive), seed.key(), null);
    }

    /**
     * Copies with a seed each, all along z: a copy's random numbers do not depend on what runs beside it.
     *
     * @param seeds a seed for each copy
     * @param each the parameters of each copy
     * @param drive what one unit of drive adds to each copy; null if nothing is driven
     */
    public static SpinEnsemble of(List<Seed> seeds, IntFunction<SpinParameters> each, IntFunction<SpinDrive> drive) {
        int spins = seeds.size();
        refuse(spins, BYTES + Rates.bytesPerSpin() + Long.BYTES);
        return new SpinEnsemble(spins, Rates.of(spins, each, drive), COMMON_KEY, seeds.stream().mapToLong(Seed::key).toArray());
    }

    private static void refuse(int spins, long bytesPerSpin) {
        if (spins < 1) {
            throw new IllegalArgumentException("ensemble.spins = " + spins + " is too few; at least one spin is needed");
        }
        var runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        long needed = spins * bytesPerSpin;
        if (needed > free) {
            throw new IllegalArgumentException("ensemble.spins = " + spins + " needs " + needed / 1_000_000 + " MB, and Java has "
                    + free / 1_000_000 + " MB left. At most " + free / bytesPerSpin + " spins fit; start Java with a larger -Xmx for more.");
        }
    }

    /**
     * Waits until the fast kernel is in place, some seconds: for measurements. Nobody else needs it, because work goes on
     * with the scalar kernel meanwhile.
     *
     * @return the kernel's name
     */
    public static String awaitFastKernel() throws InterruptedException {
        return Kernels.settled().name();
    }

    /**
     * Puts the spins under another law each, as they are: another current, another damping.
     *
     * @param each the parameters of each spin
     * @throws IllegalArgumentException if a parameter is not a finite number; the spins then keep their law
     */
    public void become(IntFunction<SpinParameters> each) {
        rates = Rates.of(mx.length, each, null);
    }

    /** The same ensemble, whose long runs are shown under another title than "spins". */
    public SpinEnsemble titled(String title) {
        this.title = title;
        return this;
    }

    /** The number of spins. */
    public int spins() {
        return mx.length;
    }

    /** The x components; the array is the ensemble's own, so that writing to it moves the spins. */
    public double[] mx() {
        return mx;
    }

    /** The y components, like {@link #mx()}. */
    public double[] my() {
        return my;
    }

    /** The z components, like {@link #mx()}. */
    public double[] mz() {
        return mz;
    }

    /** Turns all spins to a direction. */
    public SpinEnsemble align(Direction m) {
        Arrays.fill(mx, m.x());
        Arrays.fill(my, m.y());
        Arrays.fill(mz, m.z());
        return this;
    }

    /** The mean of the spins: x, y, z. */
    public double[] mean() {
        return new double[] {Arrays.stream(mx).sum() / mx.length, Arrays.stream(my).sum() / my.length, Arrays.stream(mz).sum() / mz.length};
    }

    /** The steps made so far, by which the noise is counted. */
    public long steps() {
        return step;
    }

    /** The kernel that made the last steps, for people. */
    public String kernel() {
        return kernel;
    }

    /**
     * Steps of the classical method of Runge and Kutta, without heat.
     *
     * @param dt in seconds
     * @throws IllegalArgumentException if the step is too long for the field or a spin is warm
     */
    public void rk4(double dt, long steps) {
        run(Method.RK4, dt, steps, null);
    }

    /** The same with a drive for each spin, held over the steps. */
    public void rk4(double dt, long steps, double[] drive) {
        run(Method.RK4, dt, steps, drive);
    }

    /**
     * Steps of Heun's stochastic method, with each spin's thermal field.
     *
     * @param dt in seconds; 0.1 ps is usual
     * @throws IllegalArgumentException if the step is too long for the field or for the heat
     */
    public void heun(double dt, long steps) {
        run(Method.HEUN, dt, steps, null);
    }

    /** The same with a drive for each spin, held over the steps. */
    public void heun(double dt, long steps, double[] drive) {
        run(Method.HEUN, dt, steps, drive);
    }

    /**
     * Holds one drive after the other and reads the spins at the end of each: how a time-multiplexed device works. Warm
     * spins are stepped by Heun's method, cold ones by Runge and Kutta's.
     *
     * @param drive one row a slot, one value a spin
     * @param dt in seconds
     * @param steps the steps of a slot
     * @param along the direction in which spins are read
     * @return one row a slot: the component of each spin along the direction
     */
    public double[][] follow(double[][] drive, double dt, int steps, Direction along) {
        double largest = 0;
        for (double[] row : drive) {
            largest = Math.max(largest, largest(row));
        }
        Method method = rates.isWarm() ? Method.HEUN : Method.RK4;
        check(method, dt, largest);
        double[][] read = new double[drive.length][mx.length];
        run((long) drive.length * steps, (block, from, progress) -> {
            long at = step;
            for (int slot = 0; slot < drive.length; slot++) {
                block.drive(drive[slot], from);
                advance(method, block, steps, at, progress);
                at += steps;
                rates.turnBack(block, from);
                for (int i = 0; i < block.count; i++) {
                    int own = block.begin + i;
                    read[slot][from + i] = along.x() * block.data[SpinBlock.X + own] + along.y() * block.data[SpinBlock.Y + own]
                            + along.z() * block.data[SpinBlock.Z + own];
                }
                rates.turn(block, from);
            }
        }, method.unit(dt));
        return read;
    }

    private enum Method {
        RK4, HEUN;

        /** The time that the kernel's law is for. */
        double unit(double dt) {
            return this == RK4 ? dt / 2 : dt;
        }
    }

    /** What is done with a block that holds the spins from an index on. */
    private interface Work {
        void accept(SpinBlock block, int from, Progress progress);
    }

    private void run(Method method, double dt, long steps, double[] drive) {
        check(method, dt, drive == null ? 0 : largest(drive));
        run(steps, (block, from, progress) -> {
            if (drive != null) {
                block.drive(drive, from);
            }
            advance(method, block, steps, step, progress);
        }, method.unit(dt));
    }

    private double largest(double[] drive) {
        if (!rates.isDriven() || drive.length != mx.length) {
            throw new IllegalArgumentException("ensemble.drive has " + drive.length + " values for " + mx.length + " spins"
                    + (rates.isDriven() ? "; one a spin is needed" : ", which nothing couples to: give the ensemble a SpinDrive"));
        }
        double largest = 0;
        for (double value : drive) {
            // NaN must come through, which Math.max sees to.
            largest = Math.max(largest, Math.abs(value));
        }
        if (!Double.isFinite(largest)) {
            throw new IllegalArgumentException("ensemble.drive has a value that is not a finite number");
        }
        return largest;
    }

    private void check(Method method, double dt, double drive) {
        if (!(dt > 0)) {
            throw new IllegalArgumentException("ensemble.dt = " + Unit.SECOND.format(dt) + " must be positive; 1 ps is usual without heat");
        }
        if (method == Method.RK4 && rates.isWarm()) {
            throw new IllegalArgumentException("ensemble.rk4: the spins are warm, and the method of Runge and Kutta would leave the heat "
                    + "out. Use heun(dt, steps), with 0.1 ps, or a temperature of 0.");
        }
        double largestTurn = method == Method.RK4 ? LARGEST_TURN_RK4 : LARGEST_TURN_HEUN;
        double rate = Constants.GAMMA * rates.largestField(drive);
        if (dt * rate > largestTurn) {
            throw new IllegalArgumentException("ensemble.dt = " + Unit.SECOND.format(dt) + " is too long for a field of "
                    + Unit.TESLA.format(rates.largestField(drive)) + ": a spin would turn by " + Unit.digits(dt * rate)
                    + " rad in one step. Use at most " + Unit.SECOND.format(largestTurn / rate) + ".");
        }
        double kick = Constants.GAMMA * rates.largestHeat(dt) * dt;
        if (method == Method.HEUN && kick > LARGEST_KICK) {
            throw new IllegalArgumentException("ensemble.dt = " + Unit.SECOND.format(dt) + " is too long for a thermal field of "
                    + Unit.TESLA.format(rates.largestHeat(dt)) + ": its kicks would turn a spin by some " + Unit.digits(kick)
                    + " rad in one step. Use at most " + Unit.SECOND.format(dt * Math.pow(LARGEST_KICK / kick, 2))
                    + ", or a larger volume.");
        }
    }

    /**
     * Runs.
     *
     * @param time the kernel's unit of time
     */
    private void run(long steps, Work work, double time) {
        if (steps < 0) {
            throw new IllegalArgumentException("ensemble.steps = " + steps + " must not be negative");
        }
        int spins = mx.length;
        double total = (double) spins * steps;
        Kernels.announce(spins, total);
        boolean large = total > WORTH_THREADS;
        int threads = large ? Parallel.threads() : 1;
        // Spins do not act on each other, so how they are cut into blocks is nobody's business but speed's.
        int share = (spins + threads - 1) / threads;
        int size = Math.min(SpinBlock.SIZE, (share + GROUP - 1) / GROUP * GROUP);
        int blocks = (spins + size - 1) / size;
        double[] x = mx.clone(), y = my.clone(), z = mz.clone();
        boolean finished = false;
        try {
            if (large) {
                try (var progress = Progress.of(title, (long) total)) {
                    Parallel.forEach(title, blocks, i -> block(i * size, size, work, time, progress));
                }
            } else {
                for (int i = 0; i < blocks; i++) {
                    block(i * size, size, work, time, null);
                }
            }
            step += steps;
            finished = true;
        } finally {
            if (!finished) {
                System.arraycopy(x, 0, mx, 0, spins);
                System.arraycopy(y, 0, my, 0, spins);
                System.arraycopy(z, 0, mz, 0, spins);
            }
        }
    }

    private void block(int from, int size, Work work, double time, Progress progress) {
        SpinBlock block = BLOCK.get();
        block.settle();
        block.count = Math.min(size, mx.length - from);
        System.arraycopy(mx, from, block.data, block.begin + SpinBlock.X, block.count);
        System.arraycopy(my, from, block.data, block.begin + SpinBlock.Y, block.count);
        System.arraycopy(mz, from, block.data, block.begin + SpinBlock.Z, block.count);
        block.normalize();
        for (int i = 0; i < block.count; i++) {
            block.names[i] = names == null ? from + i : names[from + i];
        }
        rates.load(block, from, time);
        rates.turn(block, from);
        work.accept(block, from, progress);
        rates.turnBack(block, from);
        System.arraycopy(block.data, block.begin + SpinBlock.X, mx, from, block.count);
        System.arraycopy(block.data, block.begin + SpinBlock.Y, my, from, block.count);
        System.arraycopy(block.data, block.begin + SpinBlock.Z, mz, from, block.count);
    }

    private void advance(Method method, SpinBlock block, long steps, long first, Progress progress) {
        int piece = Math.max(1, LOOK / block.count);
        for (long done = 0; done < steps; done += piece) {
            int now = (int) Math.min(piece, steps - done);
            var chosen = Kernels.choose(block.count, now);
            if (method == Method.RK4) {
                chosen.rk4(block, now);
            } else {
                chosen.heun(block, now, key, first + done);
            }
            kernel = chosen.name();
            if (progress == null) {
                Progress.checkpoint();
            } else {
                progress.step((long) now * block.count);
            }
        }
    }
}
