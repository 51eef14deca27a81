package io.larmor.kernel.display;

import io.larmor.kernel.spi.Display;
import java.util.UUID;

/** Shows values in the cell that the calling thread belongs to. */
public final class DisplayHub implements Display {

    private final Renderers renderers;

    public DisplayHub(Renderers renderers) {
        this.renderers = renderers;
    }

    @Override
    public String show(Object value) {
        String id = UUID.randomUUID().toString();
        show(value, id);
        return id;
    }

    @Override
    public void show(Object value, String displayId) {
        Scope.current().display(renderers.render(value), displayId, false);
    }

    @Override
    public void update(String displayId, Object value) {
        Scope.current().display(renderers.render(value), displayId, true);
    }

    @Override
    public void clear(boolean wait) {
        Scope.current().clear(wait);
    }
}
