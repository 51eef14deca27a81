package io.larmor.kernel.session;

import io.larmor.kernel.spi.KernelContext;
import io.larmor.kernel.spi.KernelExtension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Finds extensions, at the start and in jars that a cell adds, and attaches each one once. */
final class Extensions {

    private final KernelContext context;
    private final Set<Class<?>> known = new HashSet<>();
    private final List<String> names = new CopyOnWriteArrayList<>();

    Extensions(KernelContext context) {
        this.context = context;
    }

    /** The names of all that were attached. */
    List<String> names() {
        return List.copyOf(names);
    }

    /**
     * Attaches what a loader sees and was not attached before; one that fails does not keep the others away.
     *
     * @param notes hears what went wrong, and where
     */
    synchronized List<KernelExtension> load(ClassLoader loader, BiConsumer<String, String> notes) {
        var attached = new ArrayList<KernelExtension>();
        Iterator<ServiceLoader.Provider<KernelExtension>> found =
                ServiceLoader.load(KernelExtension.class, loader).stream().iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return attached;
                }
                ServiceLoader.Provider<KernelExtension> provider = found.next();
                if (known.add(provider.type())) {
                    KernelExtension extension = provider.get();
                    extension.attach(context);
                    names.add(extension.name());
                    attached.add(extension);
                }
            } catch (ServiceConfigurationError | LinkageError | Exception e) {
                notes.accept("extension", e.toString());
            }
        }
    }
}
