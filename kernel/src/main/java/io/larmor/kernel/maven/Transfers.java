package io.larmor.kernel.maven;

import io.larmor.kernel.display.Scope;
import io.larmor.kernel.spi.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** Shows in the cell what is being fetched and how much of it has come; nothing where nothing is fetched. */
public final class Transfers extends AbstractTransferListener {

    private static final long INTERVAL_NANOS = 100_000_000L;

    private final Scope scope = Scope.current();
    private final String id = UUID.randomUUID().toString();
    private final BooleanSupplier stopped;
    private final long begin = System.nanoTime();
    private final Map<String, long[]> running = new LinkedHashMap<>();
    private long next = begin;
    private int files;
    private long bytes;
    private boolean shown;

    /** @param stopped whether to give up */
    public Transfers(BooleanSupplier stopped) {
        this.stopped = stopped;
    }

    @Override
    public synchronized void transferProgressed(TransferEvent event) throws TransferCancelledException {
        if (stopped.getAsBoolean()) {
            throw new TransferCancelledException("interrupted");
        }
        running.put(event.getResource().getResourceName(),
                new long[] {event.getTransferredBytes(), event.getResource().getContentLength()});
        if (System.nanoTime() - next >= 0) {
            next = System.nanoTime() + INTERVAL_NANOS;
            show(progress());
        }
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        running.remove(event.getResource().getResourceName());
        files++;
        bytes += event.getTransferredBytes();
    }

    @Override
    public synchronized void transferFailed(TransferEvent event) {
        running.remove(event.getResource().getResourceName());
    }

    /** Replaces the progress by a line that says what was fetched. */
    public synchronized void end() {
        if (shown) {
            show("fetched " + count() + " in " + String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) * 1e-9));
        }
    }

    private String progress() {
        var text = new StringBuilder("fetching");
        String separator = " ";
        for (Map.Entry<String, long[]> entry : running.entrySet()) {
            String name = entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1);
            long[] amount = entry.getValue();
            text.append(separator).append(name).append(' ').append(size(amount[0]));
            if (amount[1] > 0) {
                text.append(" of ").append(size(amount[1]));
            }
            separator = ", ";
        }
        return text + (files == 0 ? "" : "; " + count() + " done");
    }

    private String count() {
        return (files == 1 ? "1 file, " : files + " files, ") + size(bytes);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes * 1e-3))
                : String.format(Locale.ROOT, "%.1f MB", bytes * 1e-6);
    }

    private void show(String line) {
        scope.display(MimeBundle.text(line), id, shown);
        shown = true;
    }
}
