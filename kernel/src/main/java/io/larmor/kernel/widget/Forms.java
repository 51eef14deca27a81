package io.larmor.kernel.widget;

import io.larmor.kernel.spi.MimeBundle;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text and HTML of widgets for front ends that show none. */
final class Forms {

    static final String VIEW = "application/vnd.jupyter.widget-view+json";
    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";

    private Forms() {
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    static String text(MimeBundle bundle) {
        return String.valueOf(bundle.data().getOrDefault(PLAIN, ""));
    }

    /** A label before a value, or the value alone. */
    static String labelled(String label, String value) {
        return label.isEmpty() ? value : label + ": " + value;
    }

    /**
     * Several bundles as one: their texts below each other, and when one of them says more than text, HTML of all or, with
     * nothing but text beside it, its other forms as they are.
     */
    static MimeBundle joined(List<MimeBundle> parts) {
        var data = new LinkedHashMap<String, Object>();
        Map<String, Object> metadata = Map.of();
        List<MimeBundle> rich = parts.stream().filter(Forms::isRich).toList();
        if (rich.size() == 1 && !rich.get(0).data().containsKey(HTML)) {
            data.putAll(rich.get(0).data());
            data.remove(VIEW);
            metadata = rich.get(0).metadata();
        } else if (!rich.isEmpty()) {
            var html = new StringBuilder();
            parts.forEach(part -> html.append("<div>").append(html(part)).append("</div>"));
            data.put(HTML, html.toString());
        }
        var texts = new ArrayList<String>();
        for (MimeBundle part : parts) {
            String text = text(part).stripTrailing();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        data.put(PLAIN, String.join("\n", texts));
        return new MimeBundle(data, metadata);
    }

    private static boolean isRich(MimeBundle bundle) {
        return bundle.data().keySet().stream().anyMatch(mime -> !mime.equals(PLAIN) && !mime.equals(VIEW));
    }

    private static String html(MimeBundle bundle) {
        if (bundle.data().get(HTML) instanceof String html) {
            return html;
        }
        Object png = bundle.data().get("image/png");
        if (png != null) {
            String base64 = png instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : png.toString();
            return "<img alt=\"\" src=\"data:image/png;base64," + base64 + "\">";
        }
        return "<pre>" + escape(text(bundle)) + "</pre>";
    }
}
