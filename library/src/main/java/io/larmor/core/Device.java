package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.plot.Picture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * An immutable description of hardware. It holds no state: {@link #start} returns the mutable {@link Dynamics} that a
 * simulation advances.
 */
public interface Device {

    /** The name in code and in errors: {@code stno}. */
    String name();

    /** What a drive changes, with its range: the bias current of an oscillator. */
    Parameter input();

    /** The input at rest, in the input's unit: the working point that an encoding modulates around. */
    double bias();

    /** The usual amplitude of modulation around the bias, in the input's unit. */
    double swing();

    /** The time in which the device forgets a small disturbance, in seconds; 0 for a device without memory. */
    double memory();

    /** What can be read of it; the first one is read when nobody says otherwise. */
    List<Observable> observables();

    /** Every parameter with its value, in the order of the description. */
    Map<Parameter, Double> settings();

    /**
     * Starts copies of the device that are simulated side by side, at rest at the bias, each with its own random numbers.
     * A copy's numbers do not depend on what runs beside it.
     *
     * @param lanes a seed for each copy
     */
    Dynamics start(List<Seed> lanes);

    /** Every parameter with its symbol, value and range, as a table. */
    default Table parameters() {
        var key = StringColumn.create("parameter");
        var symbol = StringColumn.create("symbol");
        var value = StringColumn.create("value");
        var range = StringColumn.create("range");
        var meaning = StringColumn.create("meaning");
        settings().forEach((parameter, set) -> {
            key.append(parameter.key());
            symbol.append(parameter.quantity().symbol());
            value.append(parameter.quantity().unit().format(set));
            range.append(parameter.range());
            meaning.append(parameter.meaning());
        });
        return Table.create(name(), key, symbol, value, range, meaning);
    }

    /** A drawing of it for people, if there is one. */
    default Optional<Picture> drawing() {
        return Optional.empty();
    }

    /** What a notebook shows: its name, its parameters, and its drawing. */
    default Map<String, Object> mimeBundle() {
        var page = Page.of(name());
        page = settings().isEmpty() ? page : page.table(parameters());
        return drawing().map(page::picture).orElse(page).mimeBundle();
    }
}
