package io.larmor.kernel.shell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The threads that run the user's code: the main one, and one for each lane of requests that runs beside it. */
public final class CellExecutors {

    private final ClassLoader loader;
    private final CellExecutor main;
    private final ThreadLocal<CellExecutor> own = new ThreadLocal<>();
    private final List<CellExecutor> all = new CopyOnWriteArrayList<>();

    CellExecutors(ClassLoader loader) {
        this.loader = loader;
        main = new CellExecutor(loader);
        all.add(main);
    }

    /** That of the calling thread, which leads it or is its own: the main one, unless that has been detached. */
    public CellExecutor current() {
        CellExecutor mine = own.get();
        if (mine != null) {
            return mine;
        }
        // code that evaluates code stays where it is
        return all.stream().filter(CellExecutor::isCellThread).findFirst().orElse(main);
    }

    /** Whether the calling thread leads cells of the main shell. */
    public boolean isMain() {
        return current() == main;
    }

    /** From now on the user's code that the calling thread leads runs beside the main cell. */
    public CellExecutor detach() {
        CellExecutor mine = new CellExecutor(loader);
        own.set(mine);
        all.add(mine);
        return mine;
    }

    /** Ends a detached one, on which nothing may run any more. */
    public void end(CellExecutor detached) {
        all.remove(detached);
        detached.close();
    }

    /** Those on which something runs now. */
    public List<CellExecutor> busy() {
        return all.stream().filter(CellExecutor::isBusy).toList();
    }
}
