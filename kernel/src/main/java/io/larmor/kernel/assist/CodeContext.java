package io.larmor.kernel.assist;

import io.larmor.kernel.magic.CellParts;
import io.larmor.kernel.shell.Engine;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement at a cursor with the variables that the cell declares before it, so that a name can be completed before
 * the cell has ever been run.
 *
 * @param names what the cell declares before, methods with an opening bracket
 * @param java the variables' declarations and the statement, up to the cursor
 * @param shift what to add to a position in it to get one in the cell
 */
public record CodeContext(List<String> names, String java, int shift) {

    /** Reads a cell up to a cursor, a UTF-16 offset. */
    public static CodeContext before(Engine engine, String cell, int cursor) {
        String code = cell.substring(0, cursor);
        List<CellParts.Part> parts = CellParts.split(code, name -> false);
        var names = new ArrayList<String>();
        var declared = new StringBuilder();
        int start = cursor;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof CellParts.Code part) {
                boolean last = i == parts.size() - 1;
                Engine.Outline outline = engine.outline(code.substring(part.start(), part.end()), last);
                declared.append(outline.declarations());
                names.addAll(outline.names());
                start = last ? part.start() + outline.lastStart() : cursor;
            } else if (parts.get(i) instanceof CellParts.Call call) {
                // the code after the name of a magic, as in %time
                start = i == parts.size() - 1 ? cursor - codeLength(call, code) : cursor;
            }
        }
        return new CodeContext(names, declared + code.substring(start), start - declared.length());
    }

    private static int codeLength(CellParts.Call call, String code) {
        if (call.body() != null) {
            return call.body().length();
        }
        // trailing blanks are not part of the arguments, but the cursor stands behind them
        return call.arguments().length() + code.length() - code.stripTrailing().length();
    }
}
