package io.larmor.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** The inside of the axes: where layers draw, and which pixel a value lies at. */
record Area(Graphics2D g, Rectangle2D box, Scale x, Scale y, Theme theme, Plot.Colors colors) {

    double px(double value) {
        return box.getX() + x.place(value) * box.getWidth();
    }

    double py(double value) {
        return box.getMaxY() - y.place(value) * box.getHeight();
    }
}
