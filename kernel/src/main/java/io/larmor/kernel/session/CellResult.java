package io.larmor.kernel.session;

import io.larmor.kernel.assist.ErrorReport;
import io.larmor.kernel.spi.MimeBundle;

/**
 * What a cell gave.
 *
 * @param value the rendered value of its last expression, or null for none
 * @param error why it failed, or null
 * @param interrupted whether the user stopped it
 */
record CellResult(MimeBundle value, ErrorReport error, boolean interrupted) {

    boolean ok() {
        return error == null;
    }
}
