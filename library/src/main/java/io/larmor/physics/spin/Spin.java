package io.larmor.physics.spin;

import java.util.List;

/**
 * A spin as described: its body and everything that acts on it.
 *
 * @param magnet the body
 * @param terms the fields, anisotropies and torques
 */
public record Spin(Magnet magnet, List<Term> terms) {

    public Spin {
        terms = List.copyOf(terms);
    }
}
