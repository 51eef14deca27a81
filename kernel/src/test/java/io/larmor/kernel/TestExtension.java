package io.larmor.kernel;

import io.larmor.kernel.spi.KernelContext;
import io.larmor.kernel.spi.KernelExtension;
import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.MimeBundle;
import java.util.List;

/** An extension as another module would write one. */
public final class TestExtension implements KernelExtension {

    /** A value that only a renderer of ours can show. */
    public record Preloaded(int number) {
    }

    /** Code of a library that never looks whether it should stop. */
    public static double spin() {
        double x = 0;
        while (x < 10) {
            x = Math.sin(x + 1);
        }
        return x;
    }

    @Override
    public String name() {
        return "test extension";
    }

    @Override
    public List<String> imports() {
        return List.of("io.larmor.kernel.TestExtension.Preloaded");
    }

    @Override
    public String startup() {
        return "var preloaded = new Preloaded(7);";
    }

    @Override
    public void attach(KernelContext context) {
        try {
            Thread.sleep(Integer.getInteger("larmor.test.slow", 0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.renderer(Preloaded.class, value -> MimeBundle.text("[rendered " + value.number() + "]"));
        context.magic(new Magic() {
            @Override
            public String name() {
                return "greet";
            }

            @Override
            public String usage() {
                return "%greet NAME";
            }

            @Override
            public String help() {
                return "greets";
            }

            @Override
            public Object run(String arguments, String body) {
                return "greeted " + arguments;
            }
        });
    }
}
