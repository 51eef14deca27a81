package io.larmor.environment;

import io.larmor.core.LiveView;
import io.larmor.core.Progress;
import io.larmor.environment.words.WordIndex;
import io.larmor.kernel.spi.KernelContext;
import io.larmor.kernel.spi.KernelExtension;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.plot.Charts;
import io.larmor.plot.Tables;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/** What every notebook and script starts with: the imports of the library, its pictures and tables, its progress bars. */
public final class Preload implements KernelExtension {

    private static final List<String> IMPORTS = List.of(
            "static io.larmor.datasets.Data.*", "static io.larmor.dsl.Discriminants.*",
            "static io.larmor.dsl.DomainWalls.*", "static io.larmor.dsl.Larmor.*", "static io.larmor.dsl.Logic.*",
            "static io.larmor.dsl.Networks.*", "static io.larmor.dsl.Neurons.*", "static io.larmor.dsl.PBits.*",
            "static io.larmor.dsl.Rings.*", "static io.larmor.dsl.Series.*", "static io.larmor.dsl.Stochastic.*",
            "static io.larmor.units.Units.*", "io.larmor.core.*", "io.larmor.datasets.gesture.*", "io.larmor.device.*",
            "io.larmor.device.wall.*", "io.larmor.encoding.*", "io.larmor.learn.*", "io.larmor.logic.*",
            "io.larmor.machine.*", "io.larmor.maze.*", "io.larmor.network.*", "io.larmor.network.hardware.*",
            "io.larmor.neuron.*", "io.larmor.pbit.*", "io.larmor.physics.ring.*", "io.larmor.plot.*",
            "io.larmor.population.*", "io.larmor.stochastic.*", "io.larmor.task.*", "io.larmor.units.*",
            "tech.tablesaw.api.*", "java.util.*", "java.util.function.*", "java.util.stream.*");

    @Override
    public String name() {
        return "larmor";
    }

    @Override
    public List<String> imports() {
        return IMPORTS;
    }

    @Override
    public void attach(KernelContext context) {
        context.guide(new WordIndex());
        LibraryMagics.addTo(context);
        Progress.listener(new ProgressDisplay(context.display()));
        LiveView.listener(new LiveDisplay(context.display()));
        context.renderer(Chart.class, chart -> new MimeBundle(Charts.mimeBundle(chart), Charts.mimeMetadata(chart)));
        context.renderer(Table.class, table -> new MimeBundle(Tables.mimeBundle(table), Map.of()));
    }
}
