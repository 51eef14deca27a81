package io.larmor.kernel;

import io.larmor.kernel.spi.Help;
import io.larmor.kernel.spi.KernelContext;
import io.larmor.kernel.spi.KernelExtension;
import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.spi.WordGuide;
import java.util.List;
import java.util.Optional;

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

    /** A fluent class as a library would have one. */
    public record Magnet(double field, int layers) {

        public Magnet field(double field) {
            return new Magnet(field, layers);
        }

        public Magnet layers(int layers) {
            return new Magnet(field, layers);
        }

        public double energy() {
            return field * field;
        }
    }

    /** The words that notebooks call by their names alone. */
    public static final class Words {

        private Words() {
        }

        public static Magnet magnet() {
            return new Magnet(0, 1);
        }

        public static double mT(double value) {
            return value / 1e3;
        }

        public static double mA(double value) {
            return value / 1e3;
        }
    }

    private static final class Compass implements WordGuide {

        @Override
        public Optional<Help> help(String word) {
            return word.equals("Magnet.field(double)") ? Optional.of(new Help("Sets the `field`.",
                    List.of(new Help.Argument("field", "T", "0 T .. 3 T", "50 mT", "what is applied")), "",
                    List.of(), "Stoner and Wohlfarth, Phil. Trans. A 240, 599 (1948)", "magnet().field(mT(5))"))
                    : Optional.empty();
        }

        @Override
        public List<String> arguments(String word, int position) {
            return word.equals("Magnet.field(double)") ? List.of("mT(") : List.of();
        }
    }

    @Override
    public String name() {
        return "test extension";
    }

    @Override
    public List<String> imports() {
        return List.of("io.larmor.kernel.TestExtension.Preloaded", "io.larmor.kernel.TestExtension.Magnet",
                "static io.larmor.kernel.TestExtension.Words.*");
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
        context.guide(new Compass());
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
            public List<String> complete(String arguments) {
                return List.of("everybody", "everything", "nobody");
            }

            @Override
            public Object run(String arguments, String body) {
                return "greeted " + arguments;
            }
        });
    }
}
