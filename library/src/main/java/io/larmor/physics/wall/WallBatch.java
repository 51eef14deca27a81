package io.larmor.physics.wall;

import io.larmor.core.KernelChoice;
import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * Many walls in motion at once, of any kinds, each in its own field H_i(t) = steady_i + swing_i sin(2π f t) with a frequency
 * and a clock that all share. A wall does not depend on what runs beside it, and the bits are the same on any number of
 * threads. Positions are in meters, angles in radians, fields in A/m. Not thread-safe.
 *
 * <pre>{@code
 * var walls = new WallBatch(List.of(wall, wall), 500e6, 1e-12);
 * walls.place(0, -63e-9, 0);
 * walls.advance(new double[2], new double[] {1500, 2500}, 100e-9);
 * double x = walls.position(1);
 * }</pre>
 */
public final class WallBatch {

    /** Steps between two looks at whether to stop, and between two computations of sin 2φ from φ. */
    private static final int CHUNK = 1024;
    /** Below this many steps of walls, about a millisecond, other threads cost more than they bring. */
    private static final long WORTH_SHARING = 200_000;
    private static final double WORTH_WARMING = 5e6;

    static final KernelChoice<WallKernel> CHOICE = new KernelChoice<>("domain walls", WallKernel.class, new PlainWalls(),
            "io.larmor.physics.wall.LaneWalls", WallBatch::sample, WORTH_WARMING);

    private final List<Wall> walls;
    private final double frequency;
    private final double step;
    private final int size;
    private final WallBlock[] blocks;
    private double cycles;
    private double[] drive = new double[0];
    private double driveFrom = Double.NaN;
    private double driveStep;
    private int counted;

    /**
     * @param walls one a wall, all at x = 0, φ = 0
     * @param frequency of the drive, in hertz; 0 for steady fields only
     * @param step the longest time step, in seconds
     */
    public WallBatch(List<Wall> walls, double frequency, double step) {
        this.walls = List.copyOf(walls);
        this.frequency = frequency;
        this.step = step;
        // At least two blocks where there are enough walls, so that two threads share them evenly.
        int even = (walls.size() + 2 * WallBlock.GRAIN - 1) / (2 * WallBlock.GRAIN) * WallBlock.GRAIN;
        this.size = Math.max(WallBlock.GRAIN, Math.min(WallBlock.MOST, even));
        this.blocks = new WallBlock[(walls.size() + size - 1) / size];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = new WallBlock(Math.min(size, walls.size() - b * size));
            for (int lane = 0; lane < blocks[b].lanes; lane++) {
                // Lanes that nobody asked for repeat the last wall: they stay finite.
                blocks[b].put(lane, walls.get(Math.min(b * size + lane, walls.size() - 1)));
            }
        }
    }

    /** The number of walls. */
    public int count() {
        return walls.size();
    }

    /** The walls. */
    public List<Wall> walls() {
        return walls;
    }

    /** The position of a wall, in meters. */
    public double position(int wall) {
        return block(wall).x(wall % size);
    }

    /** The angle of a wall, in radians. */
    public double angle(int wall) {
        return block(wall).angle(wall % size);
    }

    /** The root of the mean of x² over the steps of the last {@link #advance}, in meters; |x| before the first one. */
    public double rms(int wall) {
        return counted == 0 ? Math.abs(position(wall))
                : Math.sqrt(block(wall).squares(wall % size) / counted);
    }

    /** The mean of x over the steps of the last {@link #advance}, in meters; x before the first one. */
    public double mean(int wall) {
        return counted == 0 ? position(wall) : block(wall).sum(wall % size) / counted;
    }

    /** The phase of the drive in periods, 0 (included) to 1. */
    public double phase() {
        return cycles;
    }

    /** Puts a wall somewhere. */
    public void place(int wall, double position, double angle) {
        block(wall).place(wall % size, position, angle);
    }

    private WallBlock block(int wall) {
        if (wall < 0 || wall >= walls.size()) {
            throw new IllegalArgumentException("walls: there is no wall " + wall + ", there are 0 .. " + (walls.size() - 1));
        }
        return blocks[wall / size];
    }

    /**
     * Advances all walls, in steps of equal length, none longer than the batch's.
     *
     * @param steady one a wall, in A/m
     * @param swing one a wall, in A/m
     * @param duration in seconds
     * @throws IllegalArgumentException if a wall's angle turns too far in one step for the step to be right
     */
    public void advance(double[] steady, double[] swing, double duration) {
        int steps = (int) Math.max(1, Math.ceil(duration / step * (1 - 1e-9)));
        double length = duration / steps;
        for (int wall = 0; wall < walls.size(); wall++) {
            block(wall).field(wall % size, steady[wall], swing[wall]);
        }
        prepare(steps, length);
        counted = steps;
        var kernel = CHOICE.current((long) steps * walls.size());
        if ((long) steps * walls.size() < WORTH_SHARING || blocks.length == 1) {
            for (WallBlock block : blocks) {
                advance(block, kernel, steps, length);
            }
        } else {
            Parallel.forEach("domain walls", blocks.length, b -> advance(blocks[b], kernel, steps, length));
        }
        double moved = cycles + frequency * duration;
        // Rounded, so that whole periods lead back to the same drive.
        cycles = Math.rint((moved - Math.floor(moved)) * 1e12) / 1e12 % 1;
    }

    private void advance(WallBlock block, WallKernel kernel, int steps, double length) {
        block.forget();
        double[] angles = new double[block.lanes];
        for (int done = 0; done < steps; done += CHUNK) {
            int now = Math.min(CHUNK, steps - done);
            double turned = block.begin(length);
            Arrays.setAll(angles, block::angle);
            kernel.advance(block, now == steps ? drive : Arrays.copyOfRange(drive, 2 * done, 2 * (done + now) + 1), now);
            block.end();
            for (int lane = 0; lane < block.lanes; lane++) {
                turned = Math.max(turned, Math.abs(block.angle(lane) - angles[lane]) / now);
            }
            // Math.max passes on what is not a number.
            if (!(2 * turned < WallKernel.LARGEST_TURN)) {
                throw new IllegalArgumentException("walls: an angle turned by " + turned + " rad a step of " + length
                        + " s, which is too much to be right. Use a shorter step or a smaller field.");
            }
            Progress.checkpoint();
        }
    }

    private void prepare(int steps, double length) {
        if (drive.length == 2 * steps + 1 && driveFrom == cycles && driveStep == length) {
            return;
        }
        double[] values = new double[2 * steps + 1];
        for (int j = 0; j < values.length; j++) {
            values[j] = frequency == 0 ? 0 : Math.sin(2 * Math.PI * (cycles + frequency * length * j / 2));
        }
        drive = values;
        driveFrom = cycles;
        driveStep = length;
    }

    /** Waits until the fast kernel has taken over, for measurements. */
    public static void awaitFastKernel() throws InterruptedException {
        CHOICE.settled();
    }

    /** What the kernels are compared on: walls in wells and free ones, with and without a current. */
    private static double[] sample(WallKernel kernel) {
        var block = new WallBlock(48);
        var free = Wall.free(477e3, 1.05e-11, 0.02, 50e-9, 5e-9);
        for (int lane = 0; lane < block.lanes; lane++) {
            block.put(lane, lane % 2 == 0 ? free.in(0, -3.8271e-15, -1.2866e-6, 0.61164, 1.632e8)
                    : new Wall(477e3, 1.05e-11, 0.02, 50e-9, 5e-9, free.hard(), 1e-8, new double[0], 0, 0));
            block.field(lane, 10 * lane, 100 * lane);
            block.place(lane, (lane - 24) * 3e-9, 0.02 * lane);
        }
        double[] drive = new double[257];
        Arrays.setAll(drive, j -> Math.sin(0.01 * j));
        block.begin(1e-12);
        kernel.advance(block, drive, 128);
        return block.state();
    }
}
