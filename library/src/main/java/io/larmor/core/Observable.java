package io.larmor.core;

import io.larmor.units.Quantity;

/**
 * Something that can be read of a device while it runs.
 *
 * @param key the name in code: {@code power}
 * @param quantity name, symbol and unit, for axes
 */
public record Observable(String key, Quantity quantity) {
}
