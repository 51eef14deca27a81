package io.larmor.kernel.magic;

import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.spi.MimeBundle;
import java.util.List;

/** What the built-in magics need of the session they belong to. */
public interface Host {

    /**
     * Evaluates code as part of the running cell, magics included, and returns the value of its last expression, rendered;
     * null for none.
     *
     * @throws Exception when the code fails, with the report for the user
     */
    MimeBundle evaluate(String code) throws Exception;

    /** As {@link #evaluate(String)}, under another name in error messages than that of the cell. */
    MimeBundle evaluate(String code, String name) throws Exception;

    /** As {@link #evaluate(String)}, but returns the value itself. */
    Object value(String code) throws Exception;

    Engine engine();

    Magics magics();

    /** Any value in all its forms. */
    MimeBundle render(Object value);

    /** Names of the extensions that were found. */
    List<String> extensions();

    /** Attaches the extensions in jars that were added since the last time, and returns their names. */
    List<String> attachExtensions();
}
