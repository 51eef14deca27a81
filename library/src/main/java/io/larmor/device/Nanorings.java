package io.larmor.device;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Device;
import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.device.ring.RingFilm;
import io.larmor.device.ring.RingPicture;
import io.larmor.device.ring.RingResponse;
import io.larmor.measure.Measures;
import io.larmor.physics.ring.FieldPath;
import io.larmor.physics.ring.RingArrangement;
import io.larmor.physics.ring.RingDrive;
import io.larmor.physics.ring.RingLaw;
import io.larmor.physics.ring.RingLayout;
import io.larmor.physics.ring.RingSample;
import io.larmor.physics.ring.RingState;
import io.larmor.plot.Picture;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An array of overlapping magnetic rings in a turning field, after Dawidek et al., Adv. Funct. Mater. 31, 2008389 (2021). Its input
 * is the amplitude of the field, which moves the walls of the rings around, tick by tick; heat frees them from the junctions between
 * the rings, where they also vanish in pairs and come back. It begins saturated along the first field of its path, with every
 * ring an onion. The junctions' disorder belongs to the array, its heat to the run.
 *
 * @param arrangement how the rings are packed
 * @param rows the rows of the lattice
 * @param columns the columns of the lattice
 * @param field the amplitude at rest, in teslas
 * @param frequency the turns of the field a second, in hertz
 * @param path how the field moves in a turn
 * @param law what holds the walls
 * @param sample which array of its kind it is: another number, another disorder
 */
public record Nanorings(RingArrangement arrangement, int rows, int columns, double field, double frequency, FieldPath path,
        RingLaw law, int sample) implements Device {

    public static final Parameter ROWS = new Parameter("rows", Quantity.of("rows of rings"), 1, 400, 25,
            "the rows of the lattice, at least one");
    public static final Parameter COLUMNS = new Parameter("columns", Quantity.of("columns of rings"), 1, 400, 25,
            "the columns of the lattice, at least one");
    public static final Parameter FIELD = new Parameter("field", new Quantity("field", "B", Unit.TESLA), 0, 20e-3, 3e-3,
            "the amplitude of the turning field; 1 Oe is 0.1 mT");
    public static final Parameter FREQUENCY = new Parameter("frequency", new Quantity("frequency", "f", Unit.HERTZ), 1e-3, 1e5, 37,
            "the turns of the field a second, slow against the walls and the 0.1 ns between attempts to leave a junction");
    public static final Parameter TEMPERATURE = new Parameter("temperature", new Quantity("temperature", "T", Unit.KELVIN), 1, 700,
            293, "the temperature that frees walls");
    public static final Parameter SAMPLE = new Parameter("sample", Quantity.of("number of the sample"), 0, Integer.MAX_VALUE, 0,
            "which array of its kind it is");

    /** The walls in the array, as a part of two a ring. */
    public static final Observable WALLS = new Observable("walls", Quantity.of("wall population"));
    /** The change of resistance by all walls. */
    public static final Observable AMR = new Observable("amr", Quantity.of("resistance change by walls"));
    /** The size of the net moment, as a part of saturation. */
    public static final Observable MOMENT = new Observable("moment", new Quantity("net moment", "|M|/M_s", Unit.NONE));

    private static final double SWING = 0.6e-3;

    public Nanorings {
        ROWS.check("nanorings", rows);
        COLUMNS.check("nanorings", columns);
        FIELD.check("nanorings", field);
        FREQUENCY.check("nanorings", frequency);
        SAMPLE.check("nanorings", sample);
    }

    /** A square array with every default. */
    public static Nanorings of(int rows, int columns) {
        return new Nanorings(RingArrangement.SQUARE, rows, columns, FIELD.standard(), FREQUENCY.standard(), FieldPath.rotating(),
                RingLaw.standard(), 0);
    }

    /** The same, packed in another way. */
    public Nanorings arrangement(RingArrangement arrangement) {
        return new Nanorings(arrangement, rows, columns, field, frequency, path, law, sample);
    }

    /** The same, close packed: six neighbors a ring. */
    public Nanorings triangular() {
        return arrangement(RingArrangement.TRIANGULAR);
    }

    /** The same as a honeycomb: three neighbors a ring. */
    public Nanorings hexagonal() {
        return arrangement(RingArrangement.HEXAGONAL);
    }

    /** The same as corner-sharing triangles: four neighbors a ring. */
    public Nanorings kagome() {
        return arrangement(RingArrangement.KAGOME);
    }

    /** The same with another amplitude at rest, in teslas. */
    public Nanorings field(double field) {
        return new Nanorings(arrangement, rows, columns, field, frequency, path, law, sample);
    }

    /** The same with another frequency of turning, in hertz. */
    public Nanorings frequency(double frequency) {
        return new Nanorings(arrangement, rows, columns, field, frequency, path, law, sample);
    }

    /** The same in a field that moves in another way, for example {@code FieldPath.linear(0)}. */
    public Nanorings path(FieldPath path) {
        return new Nanorings(arrangement, rows, columns, field, frequency, path, law, sample);
    }

    /** The same under another law: other barriers, other disorder. */
    public Nanorings law(RingLaw law) {
        return new Nanorings(arrangement, rows, columns, field, frequency, path, law, sample);
    }

    /** The same at another temperature, in kelvins. */
    public Nanorings temperature(double temperature) {
        return law(law.temperature(TEMPERATURE.check("nanorings", temperature)));
    }

    /** Another array of its kind, with a disorder of its own. */
    public Nanorings sample(int sample) {
        return new Nanorings(arrangement, rows, columns, field, frequency, path, law, sample);
    }

    /** Where the rings are. */
    public RingLayout layout() {
        return arrangement.layout(rows, columns);
    }

    /** The ticks of a turn: 64, or 96 where rings have six sites. */
    public int ticks() {
        return arrangement == RingArrangement.SQUARE ? 4 * RingLayout.SPACING : 6 * RingLayout.SPACING;
    }

    /** The array as it was made. */
    public RingSample made() {
        return RingSample.of(layout(), law, 1 / (frequency * ticks()), Seed.root().child("nanorings").child(sample));
    }

    /** Its film, which plays in a notebook: some turns of the field at rest, from saturation. */
    public RingFilm film(int turns) {
        return RingFilm.of(this, turns);
    }

    /** A picture after some turns of the field at rest, from saturation. */
    public RingPicture after(int turns) {
        return RingPicture.after(this, turns);
    }

    /**
     * Net moment and wall population against field: the mean of some turns after others, from saturation, over several arrays of
     * its kind.
     *
     * @param fields amplitudes in teslas
     * @param turns the turns that are played; the second half of them counts
     * @param arrays how many arrays, {@code sample} on
     */
    public RingResponse against(double[] fields, int turns, int arrays) {
        return RingResponse.of(this, fields, turns, arrays);
    }

    @Override
    public String name() {
        return "nanorings";
    }

    @Override
    public Parameter input() {
        return FIELD;
    }

    @Override
    public double bias() {
        return field;
    }

    /** 0.6 mT, or what is left of the range. */
    @Override
    public double swing() {
        return field == 0 ? SWING : Math.min(SWING, Math.min(field, FIELD.max() - field));
    }

    /** One turn of the field. */
    @Override
    public double memory() {
        return 1 / frequency;
    }

    @Override
    public List<Observable> observables() {
        return List.of(AMR, Measures.MX, Measures.MY, MOMENT, WALLS);
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(ROWS, (double) rows);
        settings.put(COLUMNS, (double) columns);
        settings.put(FIELD, field);
        settings.put(FREQUENCY, frequency);
        settings.put(TEMPERATURE, law.temperature());
        settings.put(SAMPLE, (double) sample);
        return settings;
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        Citations.use(Papers.DAWIDEK_2021, "nanorings");
        Citations.use(Papers.VIDAMOUR_2022, "nanorings");
        var made = made();
        var drive = RingDrive.along(path, made.layout());
        return new NanoringDynamics(this, drive, lanes.stream().map(seed -> new RingState(made, drive.start(), seed)).toList());
    }

    /** The array in saturation if it is large, and otherwise after ten turns. */
    @Override
    public Optional<Picture> drawing() {
        return Optional.of(after(rows * columns > 2500 ? 0 : 10));
    }

    @Override
    public String toString() {
        return arrangement.name().toLowerCase(Locale.ROOT) + " array of " + layout().rings() + " nanorings at "
                + Unit.TESLA.format(field) + ", " + path + " " + Unit.HERTZ.format(frequency);
    }
}
