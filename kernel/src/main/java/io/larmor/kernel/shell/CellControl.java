package io.larmor.kernel.shell;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs compiled snippets in this process on the cell thread of its shell. While user code runs the analysis lock is free, so that
 * completion and documentation are answered meanwhile. Values and exceptions are kept as the objects they are.
 */
final class CellControl extends DirectExecutionControl {

    private static final MethodType SNIPPET = MethodType.methodType(Object.class);

    /** What the snippet that a thread ran last left behind; each subshell has a thread of its own. */
    private static final class Left {
        private Object value;
        private Throwable error;
        private Class<?> declaring;
    }

    private final Supplier<CellExecutor> executor;
    private final ReentrantLock analysis;
    private final ThreadLocal<Left> left = ThreadLocal.withInitial(Left::new);

    /** @param executor that of the calling thread */
    CellControl(CellLoader loader, Supplier<CellExecutor> executor, ReentrantLock analysis) {
        super(loader.delegate());
        this.executor = executor;
        this.analysis = analysis;
    }

    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "larmor";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return CellControl.this;
            }
        };
    }

    /** The value of the last snippet that ran, and forgets it. */
    Object takeValue() {
        Object taken = left.get().value;
        left.get().value = null;
        return taken;
    }

    /** What the last snippet threw, or null, and forgets it. */
    Throwable takeError() {
        Throwable taken = left.get().error;
        left.get().error = null;
        return taken;
    }

    /** Empties a variable of the snippet that ran last, so that its value can be collected. */
    void clear(String name) {
        try {
            Field field = left.get().declaring.getDeclaredField(name);
            field.setAccessible(true);
            if (!field.getType().isPrimitive()) {
                field.set(null, null);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // it stays reachable, which costs memory only
        }
    }

    /** Runs a snippet. It is called by a method handle, which is gone afterwards; reflection keeps what it looked up. */
    @Override
    public String invoke(String className, String methodName) throws RunException, InternalException {
        Left mine = left.get();
        mine.value = null;
        mine.error = null;
        Class<?> declaring;
        try {
            declaring = findClass(className);
        } catch (ClassNotFoundException e) {
            throw new InternalException(e.toString());
        }
        mine.declaring = declaring;
        analysis.unlock();
        try {
            mine.value = executor.get().call(() -> {
                try {
                    return code(declaring, methodName).invokeExact();
                } catch (Throwable e) {
                    throw CellExecutor.<Exception>asIs(e);
                }
            });
        } catch (SPIResolutionException e) {
            throw new ResolutionException(e.id(), e.getStackTrace());
        } catch (Throwable e) {
            mine.error = e;
            throw new UserException(String.valueOf(e.getMessage()), e.getClass().getName(), e.getStackTrace());
        } finally {
            analysis.lock();
        }
        return "";
    }

    private static MethodHandle code(Class<?> declaring, String method) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(declaring, MethodHandles.lookup());
        // a handle on a class not yet initialized leaves something behind in that class
        lookup.ensureInitialized(declaring);
        return lookup.findStatic(declaring, method, SNIPPET);
    }

    /** Keeps the variable's object for {@link #takeValue}; its text is the renderers' business. */
    @Override
    public String varValue(String className, String name) throws RunException, InternalException {
        try {
            Field field = findClass(className).getDeclaredField(name);
            field.setAccessible(true);
            left.get().value = field.get(null);
            return "";
        } catch (ReflectiveOperationException e) {
            throw new InternalException(e.toString());
        }
    }

    @Override
    public void stop() {
        executor.get().interrupt();
    }
}
