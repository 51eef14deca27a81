package io.larmor.kernel.assist;

/** Ends the evaluation of a cell with a report for the user. */
public final class CellFailure extends Exception {

    private static final long serialVersionUID = 1;
    private final transient ErrorReport report;

    public CellFailure(ErrorReport report) {
        super(report.name() + ": " + report.value(), null, false, false);
        this.report = report;
    }

    public ErrorReport report() {
        return report;
    }
}
