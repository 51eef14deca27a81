package io.larmor.kernel.display;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.wire.Json;
import java.util.Base64;

/** A bundle as Jupyter sends it. */
public final class MimeJson {

    private MimeJson() {
    }

    public static ObjectNode data(MimeBundle bundle) {
        ObjectNode data = Json.object();
        bundle.data().forEach((mime, value) -> {
            if (value instanceof byte[] bytes) {
                data.put(mime, Base64.getEncoder().encodeToString(bytes));
            } else if (value instanceof CharSequence || !isJson(mime)) {
                data.put(mime, String.valueOf(value));
            } else {
                data.set(mime, Json.MAPPER.valueToTree(value));
            }
        });
        return data;
    }

    public static ObjectNode metadata(MimeBundle bundle) {
        return Json.MAPPER.valueToTree(bundle.metadata());
    }

    private static boolean isJson(String mime) {
        return mime.equals("application/json") || mime.endsWith("+json");
    }
}
