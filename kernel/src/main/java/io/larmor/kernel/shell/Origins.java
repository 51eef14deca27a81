package io.larmor.kernel.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.Snippet;

/** Where each snippet stands: declarations for good, others for as long as their threads may still fail. */
final class Origins {

    private static final int KEPT = 1000;

    private final Map<String, Origin> declared = new ConcurrentHashMap<>();
    private final Map<String, Origin> passing = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Origin> eldest) {
            return size() > KEPT;
        }
    };

    void put(Snippet snippet, Origin origin) {
        if (snippet.kind().isPersistent() && snippet.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            declared.put(snippet.id(), origin);
        } else {
            synchronized (passing) {
                passing.put(snippet.id(), origin);
            }
        }
    }

    Origin get(String id) {
        Origin origin = declared.get(id);
        if (origin != null) {
            return origin;
        }
        synchronized (passing) {
            return passing.get(id);
        }
    }
}
