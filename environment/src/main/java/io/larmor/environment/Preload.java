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
            "static io.larmor.dsl.Larmor.*", "static io.larmor.dsl.Series.*", "static io.larmor.dsl.Networks.*",
            "static io.larmor.dsl.Rings.*", "static io.larmor.dsl.DomainWalls.*", "static io.larmor.dsl.Discriminants.*",
            "static io.larmor.units.Units.*", "static io.larmor.datasets.Data.*", "io.larmor.datasets.gesture.*",
            "io.larmor.core.*", "io.larmor.device.*", "io.larmor.device.wall.*", "io.larmor.encoding.*", "io.larmor.learn.*",
            "io.larmor.machine.*", "io.larmor.network.*", "io.larmor.network.hardware.*", "io.larmor.physics.ring.*",
            "io.larmor.plot.*", "io.larmor.task.*", "io.larmor.units.*", "tech.tablesaw.api.*", "java.util.*",
            "java.util.function.*", "java.util.stream.*");

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
