package io.larmor.kernel.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A state as it goes over a comm: models by their ids, and bytes left out of the tree.
 *
 * @param paths where each of the buffers belongs
 */
record Wire(Map<String, Object> state, List<List<Object>> paths, List<byte[]> buffers) {

    static Wire of(Map<String, Object> values) {
        Wire wire = new Wire(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        values.forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                wire.paths.add(List.of(name));
                wire.buffers.add(bytes);
            } else {
                wire.state.put(name, encoded(value));
            }
        });
        return wire;
    }

    private static Object encoded(Object value) {
        if (value instanceof Model model) {
            return "IPY_MODEL_" + model.open();
        }
        if (value instanceof Widget widget) {
            return encoded(widget.model());
        }
        return value instanceof List<?> list ? list.stream().map(Wire::encoded).toList() : value;
    }
}
