package io.larmor.kernel.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.Message;

/** What the kernel tells about itself. */
final class KernelInfo {

    private static final String VERSION = version();

    private KernelInfo() {
    }

    static String version() {
        String version = KernelInfo.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static ObjectNode content() {
        String java = Runtime.version().toString();
        ObjectNode info = Json.object().put("status", "ok").put("protocol_version", Message.PROTOCOL)
                .put("implementation", "larmor").put("implementation_version", VERSION)
                .put("banner", "Larmor " + VERSION + " on Java " + java + "; %help lists the magics");
        info.putObject("language_info").put("name", "java").put("version", java).put("file_extension", ".jshell")
                .put("mimetype", "text/x-java-source").put("codemirror_mode", "text/x-java")
                .put("pygments_lexer", "java").put("nbconvert_exporter", "script");
        info.put("debugger", false);
        info.putArray("supported_features").add("kernel subshells");
        var links = info.putArray("help_links");
        links.addObject().put("text", "Java API").put("url",
                "https://docs.oracle.com/en/java/javase/" + Runtime.version().feature() + "/docs/api/");
        return info;
    }
}
