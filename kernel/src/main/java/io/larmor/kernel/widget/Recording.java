package io.larmor.kernel.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.display.MimeJson;
import io.larmor.kernel.display.Outlet;
import io.larmor.kernel.display.Scope;
import io.larmor.kernel.spi.MimeBundle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Output gathered for an area, in the form in which notebooks store it. Long prints are cut at their beginning. */
final class Recording implements Outlet {

    private static final int TEXT_LIMIT = 200_000;
    private static final long STEP_NANOS = 100_000_000L;
    private static final AtomicLong COUNT = new AtomicLong();

    private record Item(Map<String, Object> output, MimeBundle bundle, String displayId) {
    }

    private final OutputArea area;
    private final Scope outer;
    private final long number = COUNT.incrementAndGet();
    private final List<Item> items = new ArrayList<>();
    private final Runnable publishing = this::publish;
    private boolean clearNext;
    private boolean over;
    private long published = System.nanoTime();

    /** @param outer where comms and questions go, null for none */
    Recording(OutputArea area, Scope outer) {
        this.area = area;
        this.outer = outer;
        over = outer == null;
    }

    boolean isOlderThan(Recording other) {
        return number < other.number;
    }

    synchronized List<Map<String, Object>> outputs() {
        return items.stream().map(Item::output).toList();
    }

    synchronized List<MimeBundle> bundles() {
        return items.stream().map(Item::bundle).toList();
    }

    /** What was recorded has ended; whatever comes still is shown at once. */
    void end() {
        synchronized (this) {
            over = true;
        }
        publish();
    }

    /** Shows what there is by now. */
    void publish() {
        area.show(this);
    }

    @Override
    public void stream(String name, String text) {
        synchronized (this) {
            clearIfDue();
            String before = "";
            if (!items.isEmpty() && name.equals(items.get(items.size() - 1).output().get("name"))) {
                before = (String) items.remove(items.size() - 1).output().get("text");
            }
            String all = before + text;
            String kept = all.length() <= TEXT_LIMIT ? all
                    : "[...]\n" + all.substring(all.indexOf('\n', all.length() - TEXT_LIMIT) + 1);
            items.add(new Item(Map.of("output_type", "stream", "name", name, "text", kept), MimeBundle.text(kept), null));
        }
        changed();
    }

    @Override
    public void display(MimeBundle bundle, String displayId, boolean update) {
        Item item = new Item(Map.of("output_type", "display_data", "data", MimeJson.data(bundle), "metadata",
                MimeJson.metadata(bundle)), bundle, displayId);
        synchronized (this) {
            if (update) {
                items.replaceAll(old -> displayId.equals(old.displayId()) ? item : old);
            } else {
                clearIfDue();
                items.add(item);
            }
        }
        changed();
    }

    @Override
    public void result(MimeBundle bundle, int count) {
        display(bundle, null, false);
    }

    @Override
    public void error(String name, String value, List<String> traceback) {
        var output = new LinkedHashMap<String, Object>();
        output.put("output_type", "error");
        output.put("ename", name);
        output.put("evalue", value);
        output.put("traceback", traceback);
        synchronized (this) {
            clearIfDue();
            items.add(new Item(output, MimeBundle.text(name + ": " + value), null));
        }
        changed();
    }

    @Override
    public void clear(boolean wait) {
        synchronized (this) {
            clearNext = true;
            if (!wait) {
                clearIfDue();
            }
        }
        changed();
    }

    private void clearIfDue() {
        if (clearNext) {
            clearNext = false;
            items.clear();
        }
    }

    /** Output of something that takes long is shown meanwhile, but not so soon that a quick redraw would flicker. */
    private void changed() {
        boolean atOnce;
        synchronized (this) {
            long now = System.nanoTime();
            if (!over && now - published < STEP_NANOS) {
                return;
            }
            published = now;
            atOnce = over;
        }
        if (atOnce) {
            publish();
        } else {
            // as part of what was going on outside when the recording began
            outer.later(publishing);
        }
    }

    @Override
    public String input(String prompt, boolean password) throws IOException, InterruptedException {
        if (outer == null) {
            throw new IOException("an output area cannot ask for input");
        }
        return outer.outlet().input(prompt, password);
    }

    @Override
    public void comm(String type, ObjectNode content, ObjectNode metadata, List<byte[]> buffers) {
        if (outer != null) {
            outer.comm(type, content, metadata, buffers);
        }
    }
}
