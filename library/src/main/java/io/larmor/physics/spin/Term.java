package io.larmor.physics.spin;

import io.larmor.core.Parameter;
import java.util.Map;

/**
 * One physical effect on a spin: a field, an anisotropy or a torque. Immutable; its parameters are declared beside it,
 * and it shows itself as its equation.
 */
public interface Term {

    /** For people: {@code uniaxial anisotropy}. */
    String name();

    /** The field or torque as an equation in TeX: {@code \mathbf{B} = B_k (\mathbf{m}\cdot\mathbf{u})\,\mathbf{u}}. */
    String equation();

    /** Every parameter with its value; of a driven one the value at the beginning. */
    Map<Parameter, Double> settings();

    /** Whether it changes in time. */
    default boolean isDriven() {
        return false;
    }

    /**
     * Adds its coefficients at a time.
     *
     * @param time in seconds
     * @param magnet the spin's body
     */
    void add(double time, Magnet magnet, Coefficients to);

    /** What a notebook shows: the equation, and in text the name with the values. */
    default Map<String, Object> mimeBundle() {
        return Map.of("text/latex", "$" + equation() + "$", "text/plain", toString());
    }
}
