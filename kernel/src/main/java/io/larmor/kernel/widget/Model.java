package io.larmor.kernel.widget;

import io.larmor.kernel.comm.Comms;
import io.larmor.kernel.display.CellInterruptedError;
import io.larmor.kernel.display.Scope;
import io.larmor.kernel.spi.Comm;
import io.larmor.kernel.spi.Comm.Packet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The attributes of a widget, kept alike here and at the front end once it is opened there. Changes from here are sent
 * some hundredths of a second later, so that a loop may make as many as it likes.
 */
public final class Model {

    private static final String VIEWS = "_view_count";

    private final Map<String, Object> state = new LinkedHashMap<>();
    private final Set<String> unsent = new LinkedHashSet<>();
    private final List<Runnable> settled = new CopyOnWriteArrayList<>();
    private final Runnable sending = this::sendChanges;
    private volatile Consumer<Map<String, Object>> onUpdate = changes -> { };
    private volatile Consumer<Map<String, Object>> onEvent = event -> { };
    private boolean outOfSight;
    private Comm comm;
    private Scope home;
    private String complaint = "";

    /**
     * @param module for example {@code @jupyter-widgets/controls}
     * @param version of the module's models, {@code 2.0.0}
     * @param model the model's name without the ending Model
     * @param viewModule where the view is
     * @param view the view's name without the ending View
     */
    Model(String module, String version, String model, String viewModule, String view) {
        state.put("_model_module", module);
        state.put("_model_module_version", version);
        state.put("_model_name", model + "Model");
        state.put("_view_module", viewModule);
        state.put("_view_module_version", version);
        state.put("_view_name", view + "View");
    }

    /** Has the front end tell when the last view of it is gone. */
    Model countViews() {
        return put(VIEWS, 0);
    }

    /** Whether it was seen but is no more; false where the front end does not tell. */
    synchronized boolean isOutOfSight() {
        return outOfSight;
    }

    /** A model of the controls with a layout, and a style of the given kind unless that is null. */
    static Model control(String name, String view, String style) {
        Model model = new Model("@jupyter-widgets/controls", "2.0.0", name, "@jupyter-widgets/controls", view);
        model.state.put("layout", layout());
        if (style != null) {
            model.state.put("style", new Model("@jupyter-widgets/controls", "2.0.0", style, "@jupyter-widgets/base",
                    "Style"));
        }
        return model;
    }

    static Model layout() {
        return new Model("@jupyter-widgets/base", "2.0.0", "Layout", "@jupyter-widgets/base", "Layout");
    }

    /** An attribute's value; null for one that has the front end's default. */
    public synchronized Object get(String name) {
        return state.get(name);
    }

    /** The model that an attribute refers to, such as {@code layout} or {@code style}. */
    public Model part(String name) {
        if (get(name) instanceof Model part) {
            return part;
        }
        throw new IllegalArgumentException("the model " + get("_model_name") + " has no part " + name);
    }

    /**
     * Sets an attribute, by the name that ipywidgets has for it.
     *
     * @param value a number, string, boolean, list, map, model, widget or the bytes of a picture
     */
    public Model put(String name, Object value) {
        synchronized (this) {
            if (state.containsKey(name) && Objects.equals(state.get(name), value)) {
                return this;
            }
            state.put(name, value);
            if (comm == null) {
                return this;
            }
            parts(List.of(value)).forEach(Model::open);
            unsent.add(name);
        }
        Scope.current().later(sending);
        return this;
    }

    void onUpdate(Consumer<Map<String, Object>> handler) {
        onUpdate = handler;
    }

    void onEvent(Consumer<Map<String, Object>> handler) {
        onEvent = handler;
    }

    void onSettled(Runnable action) {
        settled.add(action);
    }

    /** Tells those who wait for changes to be over. */
    void settle() {
        settled.forEach(Runnable::run);
    }

    /** Whether changes by the user have arrived that are not dealt with. */
    synchronized boolean isWaiting() {
        return comm != null && Comms.active().isWaiting(comm.id());
    }

    /** Makes it known to the front end, its parts first, and returns its id there; null where there are no widgets. */
    synchronized String open() {
        if (comm == null && Models.areShown()) {
            parts(state.values()).forEach(Model::open);
            home = Scope.current();
            Wire wire = Wire.of(state);
            comm = Comms.active().open(Models.TARGET, new Packet(Map.of("state", wire.state(), "buffer_paths",
                    wire.paths()), Map.of("version", Models.VERSION), wire.buffers()));
            unsent.clear();
            outOfSight = false;
            Models.opened(comm.id(), this);
            comm.onMessage(this::received).onClose(packet -> forget());
        }
        return comm == null ? null : comm.id();
    }

    void close() {
        Comm closing;
        synchronized (this) {
            closing = comm;
        }
        if (closing != null) {
            forget();
            closing.close();
            for (String own : List.of("layout", "style")) {
                if (get(own) instanceof Model part) {
                    part.close();
                }
            }
        }
    }

    private synchronized void forget() {
        if (comm != null) {
            Models.closed(comm.id());
            comm = null;
        }
    }

    /** The whole state as it is sent. */
    synchronized Wire wire() {
        return Wire.of(state);
    }

    private synchronized void sendChanges() {
        var changes = new LinkedHashMap<String, Object>();
        unsent.forEach(name -> changes.put(name, state.get(name)));
        unsent.clear();
        if (!changes.isEmpty()) {
            send("update", Wire.of(changes));
        }
    }

    private void send(String method, Wire wire) {
        if (comm != null) {
            Comms.post(comm, new Packet(Map.of("method", method, "state", wire.state(), "buffer_paths", wire.paths()),
                    Map.of(), wire.buffers()));
        }
    }

    private void received(Packet packet) {
        try {
            switch (String.valueOf(packet.data().get("method"))) {
                case "update" -> update(packet);
                case "request_state" -> {
                    synchronized (this) {
                        send("update", wire());
                    }
                }
                case "custom" -> onEvent.accept(tree(packet.data().get("content")));
                default -> { }
            }
            settle();
            complaint = "";
        } catch (CellInterruptedError e) {
            complain(e);
            throw e;
        } catch (Throwable e) {
            complain(e);
        }
    }

    private void update(Packet packet) {
        Map<String, Object> changes = tree(packet.data().get("state"));
        synchronized (this) {
            changes.keySet().retainAll(state.keySet());
            outOfSight = changes.containsKey(VIEWS) ? Integer.valueOf(0).equals(changes.get(VIEWS)) : outOfSight;
            state.putAll(changes);
            unsent.removeAll(changes.keySet());
            send("echo_update", Wire.of(changes));
        }
        onUpdate.accept(changes);
    }

    /** In the output of the cell that shows the widget, where the user sees it; a complaint that stands is not repeated. */
    private void complain(Throwable error) {
        String text = String.join("\n", Comms.active().report(error).traceback()) + "\n";
        if (!text.equals(complaint)) {
            complaint = text;
            home.outlet().stream("stderr", text);
        }
    }

    private static Map<String, Object> tree(Object value) {
        var tree = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> tree.put(String.valueOf(key), item));
        }
        return tree;
    }

    private static List<Model> parts(Collection<?> values) {
        var parts = new ArrayList<Model>();
        for (Object value : values) {
            if (value instanceof Model model) {
                parts.add(model);
            } else if (value instanceof Widget widget) {
                parts.add(widget.model());
            } else if (value instanceof List<?> list) {
                parts.addAll(parts(list));
            }
        }
        return parts;
    }
}
