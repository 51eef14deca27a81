package io.larmor.kernel.display;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Readable text of any value; long ones are cut in the middle of nowhere and say how much is missing. */
public final class TextForm {

    private static final int ITEMS = 100;
    private static final int CHARACTERS = 20_000;
    private static final int DEPTH = 6;

    private TextForm() {
    }

    /** The text of a value. Whatever its toString throws passes through. */
    public static String of(Object value) {
        String grid = value == null || !value.getClass().isArray() ? null : NumberGrid.of(value);
        if (grid != null) {
            return grid;
        }
        var text = new StringBuilder();
        append(text, value, 0);
        return cut(text);
    }

    /** What to show for a value that could not be shown. */
    static String failed(Object value, Throwable error) {
        String message = null;
        try {
            message = error.getMessage();
        } catch (Throwable e) {
            // an exception that cannot even tell its message is named by its type alone
        }
        return "<" + value.getClass().getName() + ": showing it failed with " + error.getClass().getName()
                + (message == null ? "" : ": " + message) + ">";
    }

    private static String cut(StringBuilder text) {
        if (text.length() > CHARACTERS) {
            int missing = text.length() - CHARACTERS;
            text.setLength(CHARACTERS);
            text.append(" ... (").append(missing).append(" more characters)");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Object value, int depth) {
        if (value == null) {
            text.append("null");
        } else if (text.length() > CHARACTERS) {
            text.append("...");
        } else if (value.getClass().isArray()) {
            array(text, value, depth);
        } else if (value instanceof Collection<?> items && isPlain(value)) {
            collection(text, items, depth);
        } else if (value instanceof Map<?, ?> map && isPlain(value)) {
            map(text, map, depth);
        } else if (value instanceof Record && hasOwnText(value.getClass())) {
            record(text, value, depth);
        } else {
            text.append(value);
        }
    }

    /** Whether the text of a record is the one that its declaration gives it. */
    static boolean hasPlainText(Class<?> record) {
        return isGenerated(record);
    }

    /** The JDK's containers print every element; others may know better. */
    static boolean isPlain(Object value) {
        return value.getClass().getName().startsWith("java.util.");
    }

    private static boolean hasOwnText(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType().isArray()) {
                try {
                    // a record prints an array as its address; show the elements unless the record has its own text
                    return type.getDeclaredMethod("toString").isSynthetic() || isGenerated(type);
                } catch (NoSuchMethodException e) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean isGenerated(Class<?> type) {
        try {
            // only the generated toString is final
            return java.lang.reflect.Modifier.isFinal(type.getDeclaredMethod("toString").getModifiers());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static void array(StringBuilder text, Object array, int depth) {
        int length = Array.getLength(array);
        if (depth > DEPTH) {
            text.append("[...]");
            return;
        }
        text.append('[');
        for (int i = 0; i < Math.min(length, ITEMS); i++) {
            if (i > 0) {
                text.append(", ");
            }
            append(text, Array.get(array, i), depth + 1);
        }
        more(text, length);
        text.append(']');
    }

    private static void collection(StringBuilder text, Collection<?> items, int depth) {
        if (depth > DEPTH) {
            text.append("[...]");
            return;
        }
        text.append('[');
        Iterator<?> iterator = items.iterator();
        for (int i = 0; i < ITEMS && iterator.hasNext(); i++) {
            if (i > 0) {
                text.append(", ");
            }
            Object item = iterator.next();
            append(text, item == items ? "(this collection)" : item, depth + 1);
        }
        more(text, items.size());
        text.append(']');
    }

    private static void map(StringBuilder text, Map<?, ?> map, int depth) {
        if (depth > DEPTH) {
            text.append("{...}");
            return;
        }
        text.append('{');
        int i = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (i == ITEMS) {
                break;
            }
            if (i++ > 0) {
                text.append(", ");
            }
            append(text, entry.getKey() == map ? "(this map)" : entry.getKey(), depth + 1);
            text.append('=');
            append(text, entry.getValue() == map ? "(this map)" : entry.getValue(), depth + 1);
        }
        more(text, map.size());
        text.append('}');
    }

    private static void record(StringBuilder text, Object value, int depth) {
        text.append(value.getClass().getSimpleName()).append('[');
        String separator = "";
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.append(separator).append(component.getName()).append('=');
            separator = ", ";
            try {
                component.getAccessor().trySetAccessible();
                append(text, component.getAccessor().invoke(value), depth + 1);
            } catch (ReflectiveOperationException e) {
                text.append('?');
            }
        }
        text.append(']');
    }

    private static void more(StringBuilder text, int size) {
        if (size > ITEMS) {
            text.append(", ... (").append(size).append(" in all)");
        }
    }
}
