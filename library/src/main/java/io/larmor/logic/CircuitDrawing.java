package io.larmor.logic;

import io.larmor.logic.Element.Kind;
import io.larmor.plot.Drawing;
import io.larmor.plot.Primitive;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws a circuit: columns of elements from left to right, wires as strips that run straight in columns and change rows between
 * them. A wire that runs back goes below everything.
 */
final class CircuitDrawing {

    private static final double COLUMN = 2.6;
    private static final double WIRE = 0.1;
    /** The width of a letter where a unit is drawn 44 pixels wide. */
    private static final double LETTER = 0.17;
    private static final Color METAL = new Color(0xB8BEC6);
    private static final Color WALL = new Color(0x0072B2);
    private static final Map<Kind, Color> COLORS = Map.of(Kind.NOT, new Color(0xF3C9A8), Kind.AND, new Color(0xBFD9EC), Kind.OR,
            new Color(0xBFE3D4), Kind.DELAY, new Color(0xE6E6E6), Kind.FAN_OUT, new Color(0xF4E3B0), Kind.CROSSING, new Color(0xEBD3E1));

    /** A place in a column: an element, a way in or out, or a wire on its way past. */
    private static final class Node {
        final Element element;
        final String wire;
        final int column;
        final List<Node> from = new ArrayList<>();
        double y;

        Node(Element element, String wire, int column) {
            this.element = element;
            this.wire = wire;
            this.column = column;
        }
    }

    private final Circuit circuit;
    private final Map<String, Boolean> walls;
    private final List<List<Node>> columns = new ArrayList<>();
    private final Map<String, Node> makers = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Node>> passing = new HashMap<>();
    private final List<Primitive> parts = new ArrayList<>();
    private final List<Primitive> strips = new ArrayList<>();
    private double lowest;

    private CircuitDrawing(Circuit circuit, Map<String, Boolean> walls) {
        this.circuit = circuit;
        this.walls = walls;
    }

    static Drawing of(Circuit circuit, Map<String, Boolean> walls) {
        circuit.wiring();
        var drawing = new CircuitDrawing(circuit, walls);
        drawing.place();
        drawing.order();
        drawing.draw();
        int longest = java.util.stream.Stream.concat(circuit.inputNames().stream(), circuit.outputNames().stream()).mapToInt(String::length).max().orElse(1);
        double wide = (drawing.columns.size() - 1) * COLUMN + 2 * (LETTER * longest + 0.6);
        String title = walls == null ? circuit.name() : circuit.name() + ": wires with a wall are blue";
        return Drawing.titled(title).add(drawing.strips).add(drawing.parts)
                .wide((int) Math.max(420, Math.min(1400, 44 * wide)));
    }

    private Node node(Element element, String wire, int column) {
        while (columns.size() <= column) {
            columns.add(new ArrayList<>());
        }
        var node = new Node(element, wire, column);
        columns.get(column).add(node);
        return node;
    }

    /** Gives every element the column behind those that lead to it; those on loops when nothing else is left. */
    private void place() {
        circuit.inputNames().forEach(input -> makers.put(input, node(null, input, 0)));
        var left = new ArrayList<>(circuit.elements());
        var placed = new ArrayList<Node>();
        while (!left.isEmpty()) {
            Element next = left.stream().filter(e -> makers.keySet().containsAll(e.inputs())).findFirst()
                    .orElseGet(() -> left.stream().filter(e -> e.inputs().stream().anyMatch(makers::containsKey)).findFirst()
                            .orElse(left.get(0)));
            left.remove(next);
            int column = 1 + next.inputs().stream().filter(makers::containsKey).mapToInt(in -> makers.get(in).column).max().orElse(0);
            Node node = node(next, next.outputs().get(0), column);
            next.outputs().forEach(out -> makers.put(out, node));
            placed.add(node);
        }
        int last = columns.size();
        var ends = new ArrayList<Node>();
        circuit.outputNames().forEach(out -> ends.add(node(null, out, last)));
        placed.forEach(node -> node.element.inputs().forEach(in -> node.from.add(lead(in, node.column))));
        ends.forEach(node -> node.from.add(lead(node.wire, last)));
    }

    /** The node in the column before, through which a wire comes; null for a wire that runs back. */
    private Node lead(String wire, int column) {
        Node from = makers.get(wire);
        if (from.column >= column) {
            return null;
        }
        for (int c = from.column + 1; c < column; c++) {
            int here = c;
            Node before = from;
            from = passing.computeIfAbsent(wire, w -> new HashMap<>()).computeIfAbsent(c, k -> {
                Node node = node(null, wire, here);
                node.from.add(before);
                return node;
            });
        }
        return from;
    }

    /** Rows: each column in the order of the mean row of what leads to it, spread evenly about the middle. */
    private void order() {
        for (List<Node> column : columns) {
            spread(column);
        }
        for (int c = 1; c < columns.size(); c++) {
            List<Node> column = columns.get(c);
            for (Node node : column) {
                node.y = node.from.stream().filter(n -> n != null).mapToDouble(n -> n.y).average().orElse(node.y);
            }
            column.sort((a, b) -> Double.compare(b.y, a.y));
            // Rows keep the height of what leads to them as far as there is room.
            double floor = Double.POSITIVE_INFINITY;
            double shift = 0;
            for (Node node : column) {
                double wanted = node.y;
                node.y = Math.min(wanted, floor);
                shift += wanted - node.y;
                floor = node.y - 1;
            }
            shift /= column.size();
            for (Node node : column) {
                node.y += shift;
            }
        }
        lowest = columns.stream().flatMap(List::stream).mapToDouble(n -> n.y).min().orElse(0);
    }

    private static void spread(List<Node> column) {
        for (int i = 0; i < column.size(); i++) {
            column.get(i).y = (column.size() - 1) / 2.0 - i;
        }
    }

    private void draw() {
        for (List<Node> column : columns) {
            var tracks = new LinkedHashMap<String, Integer>();
            var forked = new HashSet<String>();
            column.forEach(node -> wires(node).forEach(wire -> {
                if (tracks.putIfAbsent(wire, tracks.size()) != null) {
                    forked.add(wire);
                }
            }));
            for (Node node : column) {
                enter(node, tracks, forked);
                shape(node);
            }
        }
    }

    private static List<String> wires(Node node) {
        return node.element == null ? List.of(node.wire) : node.element.inputs();
    }

    /** The strips that lead to a node: out of the one before, up or down between the columns, and in. */
    private void enter(Node node, Map<String, Integer> tracks, Set<String> forked) {
        List<String> wires = wires(node);
        double x = node.column * COLUMN;
        for (int i = 0; i < node.from.size(); i++) {
            String wire = wires.get(i);
            double entry = node.y + (node.from.size() == 2 ? 0.17 - 0.34 * i : 0);
            double track = x - COLUMN / 2 + 0.75 * ((tracks.get(wire) + 0.5) / tracks.size() - 0.5);
            Node from = node.from.get(i);
            double[] start = from == null ? exit(makers.get(wire), wire) : exit(from, wire);
            if (from == null) {
                double below = --lowest + 0.35;
                double back = start[0] + 0.45;
                horizontal(wire, start[0], back, start[1]);
                vertical(wire, back, start[1], below);
                horizontal(wire, track, back, below);
                vertical(wire, track, below, entry);
            } else {
                horizontal(wire, start[0], track, start[1]);
                vertical(wire, track, start[1], entry);
                if (forked.contains(wire)) {
                    parts.add(new Primitive.Circle(track, start[1], 0.11, color(wire), true));
                }
            }
            horizontal(wire, track, x - (node.element == null ? 0 : 0.55), entry);
        }
    }

    private static double[] exit(Node node, String wire) {
        double x = node.column * COLUMN;
        if (node.element == null) {
            return new double[] {x, node.y};
        }
        int index = node.element.outputs().indexOf(wire);
        return new double[] {x + 0.55, node.y + (node.element.outputs().size() == 2 ? 0.17 - 0.34 * index : 0)};
    }

    private Color color(String wire) {
        return walls != null && walls.getOrDefault(wire, false) ? WALL : METAL;
    }

    private void horizontal(String wire, double from, double to, double y) {
        if (Math.abs(to - from) > 1e-9) {
            strips.add(new Primitive.Box((from + to) / 2, y, Math.abs(to - from) + WIRE, WIRE, 0, 0, color(wire), false));
        }
    }

    private void vertical(String wire, double x, double from, double to) {
        if (Math.abs(to - from) > 1e-9) {
            strips.add(new Primitive.Box(x, (from + to) / 2, WIRE, Math.abs(to - from) + WIRE, 0, 0, color(wire), false));
        }
    }

    private void shape(Node node) {
        double x = node.column * COLUMN;
        if (node.element == null) {
            boolean in = node.column == 0;
            boolean out = node.column == columns.size() - 1;
            if (in || out) {
                double half = 0.1 + LETTER * node.wire.length() / 2;
                double middle = x + (in ? -0.25 - half : 0.15 + half);
                parts.add(new Primitive.Label(middle, node.y, node.wire));
                // A label has no size of its own; an empty box keeps room for it.
                parts.add(new Primitive.Box(middle, node.y, 2 * half, 0.3, 0, 0, null, false));
            }
            if (in) {
                strips.add(new Primitive.Circle(x, node.y, 0.14, color(node.wire), false));
            }
            return;
        }
        Color fill = COLORS.get(node.element.kind());
        if (node.element.kind() == Kind.NOT) {
            // The cusp: the wire runs to a point and back out of it.
            parts.add(new Primitive.Polygon(new double[] {x - 0.55, x - 0.12, x, x + 0.12, x + 0.55, x + 0.55, x - 0.55},
                    new double[] {node.y + 0.12, node.y + 0.12, node.y + 0.42, node.y + 0.12, node.y + 0.12, node.y - 0.26, node.y - 0.26}, fill, true));
            parts.add(new Primitive.Label(x, node.y - 0.08, "NOT"));
        } else {
            parts.add(new Primitive.Box(x, node.y, 1.1, 0.62, 0, 0.12, fill, true));
            parts.add(new Primitive.Label(x, node.y, node.element.kind() == Kind.DELAY ? "delay " + node.element.halfCycles()
                    : node.element.kind().toString()));
        }
    }
}
