package io.larmor.device.wall;

import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.physics.Constants;
import io.larmor.physics.wall.WallBatch;
import java.util.List;
import java.util.stream.Stream;

/** Walls in motion, one a lane, all shaken at the same frequency; each begins at rest in its deepest well. */
final class WallDynamics implements Dynamics {

    private final List<DwOscillator> walls;
    private final WallBatch batch;
    private final double[] none;
    private final double[] field;

    WallDynamics(List<DwOscillator> walls) {
        this.walls = walls;
        this.batch = new WallBatch(walls.stream().map(DwOscillator::law).toList(), walls.get(0).frequency(), walls.get(0).step());
        this.none = new double[walls.size()];
        this.field = new double[walls.size()];
        for (int lane = 0; lane < field.length; lane++) {
            batch.place(lane, walls.get(lane).rest(), 0);
        }
    }

    @Override
    public int lanes() {
        return field.length;
    }

    @Override
    public void advance(double[] input, double duration) {
        for (int lane = 0; lane < field.length; lane++) {
            field[lane] = DwOscillator.FIELD.check("dwOscillator", input[lane]) / Constants.MU0;
        }
        batch.advance(none, field, duration);
    }

    @Override
    public void read(Observable what, double[] into) {
        for (int lane = 0; lane < field.length; lane++) {
            if (what.equals(DwOscillator.RMS)) {
                into[lane] = 1e9 * batch.rms(lane);
            } else if (what.equals(DwOscillator.POSITION)) {
                into[lane] = 1e9 * batch.position(lane);
            } else if (what.equals(DwOscillator.MEAN)) {
                into[lane] = 1e9 * batch.mean(lane);
            } else if (what.equals(DwOscillator.ANGLE)) {
                into[lane] = batch.angle(lane);
            } else {
                throw new IllegalArgumentException("dwOscillator cannot be read for " + what.key());
            }
        }
    }

    @Override
    public Dynamics beside(Dynamics other) {
        if (other instanceof WallDynamics walls2 && walls2.walls.get(0).frequency() == walls.get(0).frequency()
                && walls2.walls.get(0).step() == walls.get(0).step()) {
            return new WallDynamics(Stream.concat(walls.stream(), walls2.walls.stream()).toList());
        }
        return Dynamics.super.beside(other);
    }
}
