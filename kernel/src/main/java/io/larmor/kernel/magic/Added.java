package io.larmor.kernel.magic;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;

/** The paths that a magic put on the class path: a list for code, a sentence for people. */
final class Added extends AbstractList<String> {

    private final List<String> paths;
    private final String text;

    Added(List<String> paths, String text) {
        this.paths = List.copyOf(paths);
        this.text = text;
    }

    @Override
    public String get(int index) {
        return paths.get(index);
    }

    @Override
    public int size() {
        return paths.size();
    }

    /** The sentence. */
    public Map<String, Object> mimeBundle() {
        return Map.of("text/plain", text);
    }
}
