package io.larmor.kernel.magic;

import io.larmor.kernel.spi.Magic;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The magics of a session, by name. */
public final class Magics {

    private static volatile Magics active = new Magics();

    private volatile Host host;
    private final Map<String, Magic> byName = new ConcurrentSkipListMap<>();

    /** Those of the running session. */
    public static Magics active() {
        return active;
    }

    /**
     * Makes these the ones that cells call.
     *
     * @param host evaluates the code that cells hand to {@code eval}
     */
    public void activate(Host host) {
        this.host = host;
        active = this;
    }

    /** Evaluates code as a cell; see {@link Host#value}. */
    public Object evaluate(String code) throws Exception {
        return host.value(code);
    }

    /** Adds a magic; one of the same name is replaced. */
    public void add(Magic magic) {
        byName.put(magic.name(), magic);
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** All magics in alphabetical order. */
    public Collection<Magic> all() {
        return byName.values();
    }

    /**
     * Runs a magic.
     *
     * @throws IllegalArgumentException for an unknown name or bad arguments, with the usage line
     */
    public Object run(String name, String arguments, String body) throws Exception {
        Magic magic = byName.get(name);
        if (magic == null) {
            throw new IllegalArgumentException("there is no magic " + (body == null ? "%" : "%%") + name + "; %help lists "
                    + "all: " + String.join(", ", byName.keySet()));
        }
        try {
            return magic.run(arguments.strip(), body);
        } catch (IllegalArgumentException e) {
            String message = e.getMessage() == null ? "bad arguments" : e.getMessage();
            throw new IllegalArgumentException(message + "\nusage: " + magic.usage(), e);
        }
    }
}
