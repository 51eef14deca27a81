package io.larmor.kernel.widget;

import java.util.function.Consumer;

/**
 * A widget with a value that the user sets. The value can be read from any thread at any time: a loop sees it change
 * while it runs.
 */
public interface Control<T> extends Widget {

    /** The value now. */
    T value();

    /**
     * Calls an action with each new value, set by the user or by code. What the action throws after a user's change is
     * shown in the output of the cell that shows the widget, and the widget goes on.
     */
    Control<T> onChange(Consumer<? super T> action);
}
