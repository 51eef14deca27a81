package io.larmor.kernel.display;

import io.larmor.kernel.spi.MimeBundle;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Maps, records and collections of records as tables, beside their text. */
final class Tabular {

    private static final int ROWS = 60;
    private static final int CELL = 200;

    private Tabular() {
    }

    /** Text and table of a value; null when it is of another kind. */
    static MimeBundle bundle(Object value) {
        List<String> head;
        List<List<String>> rows;
        int size;
        if (value instanceof Map<?, ?> map && TextForm.isPlain(value) && !map.isEmpty()) {
            head = List.of("key", "value");
            size = map.size();
            rows = map.entrySet().stream().limit(ROWS)
                    .map(e -> List.of(cell(e.getKey(), map), cell(e.getValue(), map))).toList();
        } else if (value instanceof Record row && isPlain(row.getClass())) {
            head = List.of("field", "value");
            RecordComponent[] fields = row.getClass().getRecordComponents();
            size = fields.length;
            rows = Stream.of(fields).limit(ROWS).map(field -> List.of(field.getName(), field(row, field))).toList();
        } else if (value instanceof Collection<?> items && TextForm.isPlain(value) && type(items) != null) {
            List<RecordComponent> fields = List.of(type(items).getRecordComponents());
            head = fields.stream().map(RecordComponent::getName).toList();
            size = items.size();
            rows = items.stream().limit(ROWS).map(item -> fields.stream().map(f -> field(item, f)).toList()).toList();
        } else {
            return null;
        }
        if (head.isEmpty() || rows.isEmpty()) {
            return null;
        }
        rows = new ArrayList<>(rows);
        if (size > ROWS) {
            var more = new ArrayList<String>(List.of("... " + (size - ROWS) + " more, " + size + " in all"));
            while (more.size() < head.size()) {
                more.add("");
            }
            rows.add(more);
        }
        return Table.of(head, rows).with("text/plain", TextForm.of(value));
    }

    /** The record that all items are; null for none. */
    private static Class<?> type(Collection<?> items) {
        Class<?> type = null;
        for (Object item : items) {
            if (!(item instanceof Record) || type != null && type != item.getClass()) {
                return null;
            }
            type = item.getClass();
        }
        return type != null && isPlain(type) ? type : null;
    }

    /** A record that prints itself in its own way is better shown in that way. */
    private static boolean isPlain(Class<?> record) {
        return record.getRecordComponents().length > 0 && TextForm.hasPlainText(record);
    }

    private static String field(Object row, RecordComponent field) {
        try {
            field.getAccessor().trySetAccessible();
            return cell(field.getAccessor().invoke(row), row);
        } catch (ReflectiveOperationException e) {
            return "?";
        }
    }

    private static String cell(Object value, Object owner) {
        String text = value == owner ? "(itself)" : TextForm.of(value);
        return text.length() > CELL ? text.substring(0, CELL) + " ..." : text;
    }
}
