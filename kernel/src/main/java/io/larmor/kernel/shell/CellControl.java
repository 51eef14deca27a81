package io.larmor.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs compiled snippets in this process on the cell thread. While user code runs the analysis lock is free, so that
 * completion and documentation are answered meanwhile. Values and exceptions are kept as the objects they are.
 */
final class CellControl extends DirectExecutionControl {

    private final CellExecutor executor;
    private final ReentrantLock analysis;
    private Object value;
    private Throwable error;
    private Class<?> lastClass;

    CellControl(CellLoader loader, CellExecutor executor, ReentrantLock analysis) {
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
        Object taken = value;
        value = null;
        return taken;
    }

    /** What the last snippet threw, or null, and forgets it. */
    Throwable takeError() {
        Throwable taken = error;
        error = null;
        return taken;
    }

    /** Empties a variable of the snippet that ran last, so that its value can be collected. */
    void clear(String name) {
        try {
            Field field = lastClass.getDeclaredField(name);
            field.setAccessible(true);
            if (!field.getType().isPrimitive()) {
                field.set(null, null);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // it stays reachable, which costs memory only
        }
    }

    @Override
    protected String invoke(Method method) throws Exception {
        value = null;
        error = null;
        lastClass = method.getDeclaringClass();
        analysis.unlock();
        try {
            value = executor.call(() -> {
                try {
                    return method.invoke(null);
                } catch (InvocationTargetException e) {
                    throw CellExecutor.<Exception>asIs(e.getCause());
                }
            });
        } catch (SPIResolutionException e) {
            throw new ResolutionException(e.id(), e.getStackTrace());
        } catch (Throwable e) {
            error = e;
            throw new UserException(String.valueOf(e.getMessage()), e.getClass().getName(), e.getStackTrace());
        } finally {
            analysis.lock();
        }
        return "";
    }

    /** Keeps the variable's object for {@link #takeValue}; its text is the renderers' business. */
    @Override
    public String varValue(String className, String name) throws RunException, InternalException {
        try {
            Field field = findClass(className).getDeclaredField(name);
            field.setAccessible(true);
            value = field.get(null);
            return "";
        } catch (ReflectiveOperationException e) {
            throw new InternalException(e.toString());
        }
    }

    @Override
    public void stop() {
        executor.interrupt();
    }
}
