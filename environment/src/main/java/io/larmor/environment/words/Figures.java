package io.larmor.environment.words;

import io.larmor.core.Parameter;
import io.larmor.units.Units;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units, ranges and defaults as the library declares them, and the helpers that write values in a unit. */
final class Figures {

    /** The unit of what is in the unit of a device's input, whichever that is. */
    static final String OF_DEVICE = "of the device's input";

    /** What a pure number has for a unit. */
    static final String NUMBER = "number";

    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("amperes", "A");
        WORDS.put("seconds", "s");
        WORDS.put("hertz", "Hz");
        WORDS.put("tesla", "T");
        WORDS.put("meters", "m");
        WORDS.put("volts", "V");
        WORDS.put("kelvin", "K");
        WORDS.put("radians", "rad");
        WORDS.put("ohms", "Ω");
        WORDS.put("watts", "W");
        WORDS.put("joules", "J");
        WORDS.put("1/s", "1/s");
        WORDS.put("pixels", "px");
        WORDS.put("percent", "%");
        WORDS.put("SI", "SI");
    }

    private static final Pattern IN_UNIT = Pattern.compile("\\b(?:in|of) (" + String.join("|", WORDS.keySet()) + ")\\b");

    /** Usual sizes, where no default says what is usual. */
    private static final Map<String, Double> USUAL = Map.of("A", 1e-3, "s", 1e-9, "Hz", 1e6, "T", 1e-3, "m", 1e-9, "V", 1e-3);

    private record Helper(String name, String unit, double scale) {
    }

    private final List<Helper> helpers = new ArrayList<>();

    /** @param words the meanings of the unit helpers, by their names */
    Figures(Map<String, String> words) {
        for (Method method : Units.class.getMethods()) {
            String unit = unitIn(words.getOrDefault(method.getName(), "").replaceFirst(".*,", ""));
            if (Modifier.isStatic(method.getModifiers()) && !unit.isEmpty()) {
                helpers.add(new Helper(method.getName(), unit, scale(method)));
            }
        }
    }

    private static double scale(Method method) {
        try {
            return (double) method.invoke(null, 1.0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("units." + method.getName() + " cannot be called", e);
        }
    }

    /** The unit that a text names, {@code A} for "in amperes"; empty for none. */
    static String unitIn(String text) {
        if (text.contains("unit of the device's input")) {
            return OF_DEVICE;
        }
        if (text.contains("in that unit")) {
            return "that unit";
        }
        Matcher unit = IN_UNIT.matcher(text);
        return unit.find() ? WORDS.get(unit.group(1)) : text.contains("plain number") ? NUMBER : "";
    }

    static String unit(Parameter parameter) {
        String symbol = parameter.quantity().unit().symbol();
        return symbol.isEmpty() ? NUMBER : symbol;
    }

    static String range(Parameter parameter) {
        return parameter.range();
    }

    static String standard(Parameter parameter) {
        return parameter.quantity().unit().format(parameter.standard());
    }

    /** The parameters that a class declares. */
    static List<Parameter> declared(Class<?> type) {
        var parameters = new ArrayList<Parameter>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == Parameter.class && Modifier.isStatic(field.getModifiers())
                    && Modifier.isPublic(field.getModifiers())) {
                parameters.add(value(field));
            }
        }
        return parameters;
    }

    /** One declared parameter, by its field's name, or null. */
    static Parameter declared(Class<?> type, String field) {
        return Arrays.stream(type.getDeclaredFields()).filter(f -> f.getName().equals(field))
                .filter(f -> f.getType() == Parameter.class).map(Figures::value).findFirst().orElse(null);
    }

    private static Parameter value(Field field) {
        try {
            return (Parameter) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }

    /**
     * The helpers that write values in a unit, as they begin: first the one in which the usual value is a plain number,
     * then the others by their distance from it.
     *
     * @param standard a usual value; NaN where it is not known
     */
    List<String> helpers(String unit, double standard) {
        if (unit.equals(OF_DEVICE)) {
            return List.of("mA(", "uA(", "mT(", "mV(");
        }
        double usual = standard > 0 ? standard : USUAL.getOrDefault(unit, 1.0);
        Comparator<Helper> nearest = Comparator.comparingDouble(h -> distance(h.scale(), usual));
        return helpers.stream().filter(h -> h.unit().equals(unit)).sorted(nearest).map(h -> h.name() + "(").toList();
    }

    /** People write 100 ns and not 0.1 us, so a unit above the value counts as further off. */
    private static double distance(double scale, double usual) {
        double powers = Math.log10(usual / scale);
        return powers >= -1e-9 ? powers : 2.5 - powers;
    }
}
