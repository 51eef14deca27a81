package io.larmor.kernel.widget;

import io.larmor.kernel.comm.Comms;
import io.larmor.kernel.spi.Comm;
import io.larmor.kernel.spi.Comm.Packet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The models that the front end knows. It asks for all of them when its page is loaded again. Setting the environment
 * variable {@code LARMOR_WIDGETS} to {@code off} keeps them from front ends that only record what they get.
 */
public final class Models {

    static final String TARGET = "jupyter.widget";
    static final String VERSION = "2.1.0";
    private static final String CONTROL = "jupyter.widget.control";
    private static final boolean OFF = "off".equals(System.getenv("LARMOR_WIDGETS"));
    private static final Map<String, Model> OPEN = new ConcurrentSkipListMap<>();

    private Models() {
    }

    /** Serves widgets over a session's comms, beside running cells. */
    public static void serve(Comms comms) {
        comms.handleLive(TARGET);
        comms.handleLive(CONTROL);
        comms.target(CONTROL, (comm, opening) -> comm.onMessage(packet -> answer(comm, packet)));
    }

    static boolean areShown() {
        return !OFF && Comms.active().isConnected();
    }

    static void opened(String id, Model model) {
        OPEN.put(id, model);
    }

    static void closed(String id) {
        OPEN.remove(id);
    }

    private static void answer(Comm comm, Packet packet) {
        if (!"request_states".equals(packet.data().get("method"))) {
            return;
        }
        var states = new LinkedHashMap<String, Object>();
        var paths = new ArrayList<List<Object>>();
        var buffers = new ArrayList<byte[]>();
        OPEN.forEach((id, model) -> {
            Wire wire = model.wire();
            states.put(id, Map.of("model_name", wire.state().get("_model_name"),
                    "model_module", wire.state().get("_model_module"),
                    "model_module_version", wire.state().get("_model_module_version"), "state", wire.state()));
            wire.paths().forEach(path -> {
                var whole = new ArrayList<Object>(List.of(id, "state"));
                whole.addAll(path);
                paths.add(whole);
            });
            buffers.addAll(wire.buffers());
        });
        comm.send(new Packet(Map.of("method", "update_states", "states", states, "buffer_paths", paths), Map.of(),
                buffers));
    }
}
