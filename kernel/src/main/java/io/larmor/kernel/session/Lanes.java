package io.larmor.kernel.session;

import io.larmor.kernel.shell.CellExecutor;
import io.larmor.kernel.wire.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The lanes on which requests wait that touch the session's state: the main shell's, one for each subshell (JEP 91), and
 * one for each comm target whose messages must not wait for a cell, such as widgets, for front ends without subshells.
 */
final class Lanes {

    private final Workbench workbench;
    private final BiConsumer<Message, ShellLane> handler;
    private final ShellLane main;
    private final Map<String, Lane> subshells = new LinkedHashMap<>();
    private final Map<String, Lane> live = new LinkedHashMap<>();

    /** A lane beside the main one; its thread for the user's code is known once its own has begun. */
    private static final class Lane {
        private final ShellLane shell;
        private volatile CellExecutor executor;

        Lane(ShellLane shell) {
            this.shell = shell;
        }
    }

    Lanes(Workbench workbench, BiConsumer<Message, ShellLane> handler) {
        this.workbench = workbench;
        this.handler = handler;
        main = new ShellLane(true, handler, KernelServer::log);
        main.start("larmor-shell");
    }

    /** Sorts in an execution request or a comm's message, in the order of arrival. */
    synchronized void add(Message message) {
        String id = message.header().path("subshell_id").asText("");
        String target = message.type().startsWith("comm_") ? workbench.comms().arrived(message) : null;
        Lane subshell = subshells.get(id);
        if (subshell != null) {
            subshell.shell.add(message);
        } else if (target != null) {
            live.computeIfAbsent(target, name -> detached("larmor-" + name)).shell.add(message);
        } else {
            main.add(message);
        }
    }

    /** Whether the subshell that a message names exists; true when it names none. */
    synchronized boolean knows(Message message) {
        String id = message.header().path("subshell_id").asText("");
        return id.isEmpty() || subshells.containsKey(id);
    }

    /** Creates a subshell and returns its id. */
    synchronized String create() {
        String id = UUID.randomUUID().toString();
        subshells.put(id, detached("larmor-subshell-" + id.substring(0, 4)));
        return id;
    }

    synchronized List<String> subshells() {
        return List.copyOf(subshells.keySet());
    }

    /** Ends a subshell: interrupts what it runs and lets it handle what waits; false when there is none of this id. */
    synchronized boolean delete(String id) {
        Lane lane = subshells.remove(id);
        if (lane == null) {
            return false;
        }
        if (lane.executor != null) {
            lane.executor.interrupt();
        }
        lane.shell.add(() -> workbench.engine().executors().end(lane.executor));
        lane.shell.close();
        return true;
    }

    private Lane detached(String name) {
        Lane lane = new Lane(new ShellLane(false, handler, KernelServer::log));
        lane.shell.add(() -> lane.executor = workbench.engine().executors().detach());
        lane.shell.start(name);
        return lane;
    }
}
