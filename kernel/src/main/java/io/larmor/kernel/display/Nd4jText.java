package io.larmor.kernel.display;

import io.larmor.kernel.spi.MimeBundle;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Arrays of ND4J, which is not there unless a notebook brings it: asked by name, never loaded from here. */
final class Nd4jText {

    static final String TYPE = "org.nd4j.linalg.api.ndarray.INDArray";

    private Nd4jText() {
    }

    static MimeBundle bundle(Class<?> type, Object array) {
        try {
            long[] shape = (long[]) type.getMethod("shape").invoke(array);
            Object kind = type.getMethod("dataType").invoke(array);
            Method get = type.getMethod("getDouble", long[].class);
            String title = "INDArray " + kind + " " + Arrays.toString(shape);
            if (Arrays.stream(shape).anyMatch(length -> length == 0)) {
                return MimeBundle.text(title);
            }
            boolean whole = String.valueOf(kind).contains("INT") || String.valueOf(kind).contains("LONG");
            return MimeBundle.text(NumberGrid.text(title, shape, index -> {
                try {
                    double value = (double) get.invoke(array, (Object) (index.length == 0 ? new long[] {0} : index.clone()));
                    return whole ? String.valueOf((long) value) : NumberGrid.number(value);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }));
        } catch (ReflectiveOperationException e) {
            // of another version than is known here: its own text will do
            return null;
        }
    }
}
