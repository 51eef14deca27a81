package io.larmor.kernel.shell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The compiler's files, with the class path answered from an index. The compiler's own manager looks into all jars for
 * every package of every cell, which is a third of a short cell's time, and opens each jar a second time when it starts.
 */
final class CellFiles extends ForwardingJavaFileManager<StandardJavaFileManager> implements StandardJavaFileManager {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch wanted = new CountDownLatch(1);
    private CompletableFuture<ClassPathIndex> index;

    /**
     * @param classPath what the class path is at first
     * @param first the index of that
     * @throws IOException when it cannot be set
     */
    CellFiles(StandardJavaFileManager files, String classPath, CompletableFuture<ClassPathIndex> first)
            throws IOException {
        super(files);
        // said explicitly, since the compiler would otherwise prefer the environment's CLASSPATH
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, ClassPathIndex.paths(classPath));
        index = first;
    }

    /** Lets JShell gather the names of all classes, for completion. */
    void gatherNames() {
        wanted.countDown();
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ClassPathIndex.Found found;

        ClassFile(ClassPathIndex.Found found) {
            super(URI.create("classpath:///" + found.entry().replace("$", "%24").replace(" ", "%20")), Kind.CLASS);
            this.found = found;
        }

        @Override
        public String getName() {
            return found.place() + "(" + found.entry() + ")";
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return found.open();
        }

        @Override
        public long getLastModified() {
            return found.modified();
        }
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<JavaFileObject.Kind> kinds,
            boolean recurse) throws IOException {
        if (location != StandardLocation.CLASS_PATH || recurse) {
            return super.list(location, packageName, kinds, recurse);
        }
        if (!kinds.contains(JavaFileObject.Kind.CLASS)) {
            return List.of();
        }
        List<ClassPathIndex.Found> classes;
        try {
            classes = index().classes(packageName);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        var files = new ArrayList<JavaFileObject>(classes.size());
        classes.forEach(found -> files.add(new ClassFile(found)));
        return files;
    }

    private ClassPathIndex index() {
        if (index == null) {
            index = CompletableFuture.completedFuture(
                    new ClassPathIndex(fileManager.getLocationAsPaths(StandardLocation.CLASS_PATH)));
        }
        return index.join();
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassFile ours ? ours.found.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a instanceof ClassFile || b instanceof ClassFile ? a == b : super.isSameFile(a, b);
    }

    /** Cells have no annotation processors and compiler plug-ins: the class path need not be searched for any. */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return location == StandardLocation.CLASS_PATH ? ClassLoader.getPlatformClassLoader()
                : super.getClassLoader(location);
    }

    @Override
    public boolean handleOption(String current, Iterator<String> remaining) {
        forget(current.equals("-classpath"));
        return super.handleOption(current, remaining);
    }

    private void forget(boolean changed) {
        if (changed) {
            index = null;
        }
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        forget(location == StandardLocation.CLASS_PATH);
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        forget(location == StandardLocation.CLASS_PATH);
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    /**
     * JShell asks for the platform's place when it begins, on a thread of its own, to gather the names of all classes for
     * completion. That takes as long as a first cell, with which it competes, so it has to wait until it is needed.
     */
    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        if (location == StandardLocation.PLATFORM_CLASS_PATH) {
            try {
                wanted.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }
}
