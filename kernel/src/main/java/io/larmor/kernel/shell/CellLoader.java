package io.larmor.kernel.shell;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/** Loads the classes of the cells, woven for interrupts, and the jars that a session adds, as they are. */
final class CellLoader extends URLClassLoader {

    /** The class path of the process, which the parent loader serves. */
    static final String OWN_PATH = System.getProperty("java.class.path");

    private final Map<String, byte[]> declared = new ConcurrentHashMap<>();

    CellLoader(ClassLoader parent) {
        super("notebook", new URL[0], parent);
    }

    /** A cell's own classes are not looked for in the parent, where the search goes through every jar in vain. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (declared.containsKey(name)) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = declared.remove(name);
        if (bytes == null) {
            return super.findClass(name);
        }
        byte[] woven = Weaver.weave(bytes);
        return defineClass(name, woven, 0, woven.length);
    }

    /** This loader as JShell's execution sees it. */
    LoaderDelegate delegate() {
        return new LoaderDelegate() {
            @Override
            public void load(ClassBytecodes[] classes) throws ClassInstallException {
                boolean[] loaded = new boolean[classes.length];
                classesRedefined(classes);
                try {
                    for (int i = 0; i < classes.length; i++) {
                        Class.forName(classes[i].name(), false, CellLoader.this);
                        loaded[i] = true;
                    }
                } catch (Throwable e) {
                    throw new ClassInstallException("loading " + e, loaded);
                }
            }

            @Override
            public void classesRedefined(ClassBytecodes[] classes) {
                for (ClassBytecodes bytecodes : classes) {
                    declared.put(bytecodes.name(), bytecodes.bytecodes());
                }
            }

            @Override
            public void addToClasspath(String path) {
                for (String entry : path.split(java.io.File.pathSeparator)) {
                    try {
                        addURL(Path.of(entry).toUri().toURL());
                    } catch (MalformedURLException e) {
                        throw new IllegalArgumentException("class path entry " + entry + ": " + e.getMessage(), e);
                    }
                }
            }

            @Override
            public Class<?> findClass(String name) throws ClassNotFoundException {
                return Class.forName(name, false, CellLoader.this);
            }
        };
    }
}
