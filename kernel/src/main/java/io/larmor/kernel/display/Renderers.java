package io.larmor.kernel.display;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.spi.MimeBundle;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Turns any value into a bundle: its own {@code mimeBundle()} method first, then a registered renderer of its most
 * specific type, then what the kernel knows by itself. Never throws for a value that cannot be shown; only an
 * interrupt passes.
 */
public final class Renderers {

    private static volatile Renderers active = new Renderers();

    private final Map<Class<?>, Function<Object, MimeBundle>> registered = new ConcurrentHashMap<>();
    private final Map<String, BiFunction<Class<?>, Object, MimeBundle>> named = new ConcurrentHashMap<>(
            Map.of(Nd4jText.TYPE, Nd4jText::bundle));

    /** Those of the running session. */
    public static Renderers active() {
        return active;
    }

    /** Makes these the ones that cells use. */
    public void activate() {
        active = this;
    }

    /** Registers a renderer; a later one for the same type replaces the earlier. */
    public <T> void register(Class<T> type, Function<? super T, MimeBundle> renderer) {
        registered.put(type, value -> renderer.apply(type.cast(value)));
    }

    /**
     * Registers a renderer by the name of a type, which need not be there: nothing is loaded before a value of it comes.
     *
     * @param renderer gets the type, as the value's own class loader knows it, and the value
     */
    public void register(String type, BiFunction<Class<?>, Object, MimeBundle> renderer) {
        named.put(type, renderer);
    }

    /** All forms of a value, {@code text/plain} always among them. */
    public MimeBundle render(Object value) {
        try {
            MimeBundle bundle = value instanceof MimeBundle ready ? ready : forms(value);
            return bundle.data().containsKey("text/plain") ? bundle : bundle.with("text/plain", TextForm.of(value));
        } catch (CellInterruptedError e) {
            throw e;
        } catch (Throwable e) {
            return MimeBundle.text(TextForm.failed(value, e));
        }
    }

    /** Only some forms: those asked for, when the value has them; a string is taken as the content itself. */
    public MimeBundle render(Object value, String... mimes) {
        if (value instanceof CharSequence || value instanceof byte[]) {
            var data = new LinkedHashMap<String, Object>();
            for (String mime : mimes) {
                data.put(mime, value instanceof byte[] ? value : value.toString());
            }
            data.putIfAbsent("text/plain", value instanceof byte[] bytes
                    ? "(" + bytes.length + " bytes)" : value.toString());
            return new MimeBundle(data, Map.of());
        }
        MimeBundle all = render(value);
        var data = new LinkedHashMap<>(all.data());
        data.keySet().retainAll(Set.of(mimes));
        data.putIfAbsent("text/plain", all.data().get("text/plain"));
        return new MimeBundle(data, all.metadata());
    }

    private MimeBundle forms(Object value) throws Throwable {
        if (value == null) {
            return MimeBundle.text("null");
        }
        MimeBundle own = ownBundle(value);
        if (own != null) {
            return own;
        }
        for (Class<?> type : linearized(value.getClass())) {
            Function<Object, MimeBundle> renderer = registered.get(type);
            MimeBundle bundle = renderer == null ? null : renderer.apply(value);
            BiFunction<Class<?>, Object, MimeBundle> byName = bundle == null ? named.get(type.getName()) : null;
            bundle = byName == null ? bundle : byName.apply(type, value);
            if (bundle != null) {
                return bundle;
            }
        }
        if (value instanceof BufferedImage image) {
            return Images.png(image);
        }
        if (value instanceof JsonNode) {
            return JsonTree.bundle(value);
        }
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            MimeBundle inner = render(optional.get());
            return inner.with("text/plain", "Optional[" + inner.data().get("text/plain") + "]");
        }
        MimeBundle tabular = Tabular.bundle(value);
        return tabular == null ? MimeBundle.text(TextForm.of(value)) : tabular;
    }

    private static MimeBundle ownBundle(Object value) throws Throwable {
        Object data = call(value, "mimeBundle");
        if (!(data instanceof Map<?, ?> forms) || forms.isEmpty()) {
            return null;
        }
        Object metadata = call(value, "mimeMetadata");
        return new MimeBundle(strings(forms), metadata instanceof Map<?, ?> map ? strings(map) : Map.of());
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        var result = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (key != null && value != null) {
                result.put(key.toString(), value);
            }
        });
        return result;
    }

    /** Calls a public method without parameters that gives a map, wherever in the type's ancestry it can be called. */
    private static Object call(Object value, String name) throws Throwable {
        for (Class<?> type : linearized(value.getClass())) {
            Method method;
            try {
                method = type.getMethod(name);
            } catch (NoSuchMethodException e) {
                continue;
            }
            if (!Map.class.isAssignableFrom(method.getReturnType()) || !open(method, value)) {
                continue;
            }
            try {
                return method.invoke(value);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
        return null;
    }

    private static boolean open(Method method, Object value) {
        return !java.lang.reflect.Modifier.isStatic(method.getModifiers())
                && (method.canAccess(value) || method.trySetAccessible());
    }

    /** The class, then its ancestors and interfaces, nearest first; Object last. */
    private static Set<Class<?>> linearized(Class<?> type) {
        var order = new LinkedHashSet<Class<?>>();
        var queue = new ArrayDeque<Class<?>>();
        queue.add(type);
        while (!queue.isEmpty()) {
            Class<?> next = queue.poll();
            if (next != Object.class && order.add(next)) {
                if (next.getSuperclass() != null) {
                    queue.add(next.getSuperclass());
                }
                queue.addAll(java.util.List.of(next.getInterfaces()));
            }
        }
        order.add(Object.class);
        return order;
    }
}
