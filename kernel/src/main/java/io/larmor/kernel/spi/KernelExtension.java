package io.larmor.kernel.spi;

import java.util.List;

/**
 * What a program adds to the kernel. Implementations are found by {@link java.util.ServiceLoader}, so that a jar on the
 * kernel's class path preloads itself: its imports, its startup code, its renderers, magics and error hints.
 */
public interface KernelExtension {

    /** A short name shown by {@code %versions} and in error reports of the extension itself. */
    String name();

    /** Imports that every notebook starts with, without the keyword: {@code "java.util.*"}, {@code "static a.B.*"}. */
    default List<String> imports() {
        return List.of();
    }

    /** Java code evaluated once after the imports, before the first cell. */
    default String startup() {
        return "";
    }

    /** Called once when the kernel starts, before the first cell, to register renderers, magics, hints and hooks. */
    default void attach(KernelContext context) {
    }
}
