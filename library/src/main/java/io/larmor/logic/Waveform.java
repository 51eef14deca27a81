package io.larmor.logic;

import io.larmor.plot.Drawing;
import io.larmor.plot.Page;
import io.larmor.plot.Primitive;
import io.larmor.units.Unit;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One run of a circuit, half cycle by half cycle. Made by {@link Circuit#simulate}.
 *
 * @param circuit its name
 * @param inputs the wires that lead in
 * @param outputs the wires that lead out
 * @param wires of each wire whether there was a wall on it in each half cycle
 * @param halfCycles how many
 * @param frequency of the field, in hertz
 */
public record Waveform(String circuit, List<String> inputs, List<String> outputs, Map<String, boolean[]> wires, int halfCycles,
        double frequency) {

    private static final Color WALL = new Color(0x0072B2);
    private static final Color OUT = new Color(0xD55E00);
    private static final int MOST_SHOWN = 64;
    /** The width of a letter where a half cycle is drawn 34 pixels wide. */
    private static final double LETTER = 0.23;

    /** The bits of a wire, the first one first: {@code 0110}. */
    public String bits(String wire) {
        return Drives.text(walls(wire));
    }

    /** Whether there was a wall on a wire in each half cycle. */
    public boolean[] walls(String wire) {
        boolean[] found = wires.get(wire);
        if (found == null) {
            throw new IllegalArgumentException("circuit \"" + circuit + "\" has no wire \"" + wire + "\"; there are "
                    + String.join(", ", wires.keySet()));
        }
        return found.clone();
    }

    /** Which wires carry a wall in one half cycle, counted from 0. */
    Map<String, Boolean> at(int halfCycle) {
        if (halfCycle < 0 || halfCycle >= halfCycles) {
            throw new IllegalArgumentException("half cycle " + halfCycle + " of the run of \"" + circuit + "\" is outside 0 .. " + (halfCycles - 1));
        }
        var walls = new java.util.LinkedHashMap<String, Boolean>();
        wires.forEach((wire, bits) -> walls.put(wire, bits[halfCycle]));
        return walls;
    }

    /** The field that goes round, and the bits of the inputs and outputs under it. */
    public Drawing plot() {
        var names = new ArrayList<>(inputs);
        outputs.stream().filter(out -> !names.contains(out)).forEach(names::add);
        return plot(names.toArray(String[]::new));
    }

    /** The same for chosen wires; at most the first 64 half cycles are drawn. */
    public Drawing plot(String... names) {
        int shown = Math.min(halfCycles, MOST_SHOWN);
        var parts = new ArrayList<Primitive>();
        double longest = 4;
        for (String name : names) {
            longest = Math.max(longest, name.length());
        }
        double left = -LETTER * longest / 2 - 0.3;
        parts.add(new Primitive.Label(left, 0, "field"));
        // Labels have no size of their own; an empty box keeps room for them.
        parts.add(new Primitive.Box(left, 0, LETTER * longest, 0.3, 0, 0, null, false));
        parts.add(new Primitive.Box(shown / 2.0, 0.75, shown, 0.2, 0, 0, null, false));
        for (int t = 0; t < shown; t++) {
            for (int half = 0; half < 2; half++) {
                double angle = Math.PI * (t + half / 2.0);
                parts.add(new Primitive.Arrow(t + 0.25 + half / 2.0, 0, angle, 0.4, Drawing.color(angle)));
            }
            if (shown <= 24 || t % 4 == 0) {
                parts.add(new Primitive.Label(t + 0.5, 0.62, String.valueOf(t)));
            }
        }
        for (int row = 0; row < names.length; row++) {
            trace(parts, names[row], -(row + 1) * 0.8, shown, left);
        }
        String time = Unit.SECOND.format(1 / (2 * frequency));
        return Drawing.titled(circuit + ", half cycles of " + time)
                .add(parts).wide((int) Math.min(1400, Math.max(420, 34 * (shown - 2 * left))));
    }

    private void trace(List<Primitive> parts, String name, double y, int shown, double left) {
        boolean[] bits = walls(name);
        Color color = outputs.contains(name) ? OUT : WALL;
        parts.add(new Primitive.Label(left, y + 0.02, name));
        parts.add(new Primitive.Box(shown / 2.0, y - 0.26, shown, 0.035, 0, 0, new Color(0x9AA0A6), false));
        for (int t = 0; t < shown; t++) {
            if (bits[t]) {
                int end = t;
                while (end < shown && bits[end]) {
                    end++;
                }
                parts.add(new Primitive.Box((t + end) / 2.0, y, end - t, 0.52, 0, 0, color, false));
                t = end;
            }
        }
    }

    /** What a notebook shows: the bits, and the picture. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        var text = new ArrayList<String>();
        var names = new ArrayList<>(inputs);
        outputs.stream().filter(out -> !names.contains(out)).forEach(names::add);
        for (String name : names) {
            String bits = bits(name);
            text.add(name + " = " + (bits.length() > 48 ? bits.substring(0, 48) + ".." : bits));
        }
        return circuit + ", " + halfCycles + " half cycles: " + String.join("; ", text);
    }
}
