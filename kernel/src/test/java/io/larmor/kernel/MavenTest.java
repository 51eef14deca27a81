package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.kernel.TestKernel.Ran;
import io.larmor.kernel.spi.KernelClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries are resolved as Maven does it, from a repository that lies in a folder. */
class MavenTest {

    @TempDir
    Path folder;

    private Path repository;
    private KernelClient kernel;

    @BeforeEach
    void start() throws Exception {
        repository = Files.createDirectories(folder.resolve("repository"));
        publish("coil", "1.0", "jar", "");
        publish("coil", "2.0", "jar", "");
        publish("yoke", "1.0", "bundle", dependency("coil", "2.0", "") + dependency("pole", "1.0", ""));
        publish("pole", "1.0", "jar", "");
        publish("stand", "1.0", "jar", dependency("yoke", "1.0", "<type>bundle</type>")
                + dependency("coil", "1.0", "") + dependency("paint", "1.0", "<scope>test</scope>"));
        publish("broken", "1.0", "jar", dependency("nowhere", "3.1", ""));
        Path settings = Files.createDirectories(folder.resolve(".m2")).resolve("settings.xml");
        Files.writeString(settings, "<settings><localRepository>" + folder.resolve("local") + "</localRepository><mirrors>"
                + "<mirror><id>bench-mirror</id><mirrorOf>*</mirrorOf><url>" + repository.toUri() + "</url></mirror></mirrors>"
                + "</settings>");
        kernel = launch();
    }

    private KernelClient launch() throws IOException {
        List<String> command = new ArrayList<>(TestKernel.command());
        // Maven's settings are looked for in the user's folder
        command.add(1, "-Duser.home=" + folder);
        return KernelClient.launch(command, folder, Map.of("LARMOR_HISTORY", "off"), java.time.Duration.ofSeconds(60));
    }

    @AfterEach
    void stop() {
        kernel.close();
    }

    private static String dependency(String artifact, String version, String more) {
        return "<dependency><groupId>lab</groupId><artifactId>" + artifact + "</artifactId><version>" + version
                + "</version>" + more + "</dependency>";
    }

    /** A library with one class that tells its version. */
    private void publish(String artifact, String version, String packaging, String dependencies) throws Exception {
        Path place = Files.createDirectories(repository.resolve("lab").resolve(artifact).resolve(version));
        String name = artifact + "-" + version;
        Files.writeString(place.resolve(name + ".pom"), "<project><modelVersion>4.0.0</modelVersion><groupId>lab</groupId>"
                + "<artifactId>" + artifact + "</artifactId><version>" + version + "</version><packaging>" + packaging
                + "</packaging><dependencies>" + dependencies + "</dependencies></project>");
        String type = Character.toUpperCase(artifact.charAt(0)) + artifact.substring(1);
        TestJar.write(place.resolve(name + ".jar"), Map.of("lab." + type, "package lab; public class " + type
                + " { public static String version() { return \"" + version + "\"; } }"), Map.of());
        try (Stream<Path> versions = Files.list(place.getParent())) {
            var all = new StringBuilder();
            versions.filter(Files::isDirectory).sorted()
                    .forEach(v -> all.append("<version>").append(v.getFileName()).append("</version>"));
            Files.writeString(place.getParent().resolve("maven-metadata.xml"), "<metadata><groupId>lab</groupId><artifactId>"
                    + artifact + "</artifactId><versioning><versions>" + all + "</versions></versioning></metadata>");
        }
    }

    private Ran run(String code) throws InterruptedException {
        return TestKernel.run(kernel, code);
    }

    @Test
    void theNearestVersionWinsAndBundlesAreJars() throws Exception {
        Ran ran = run("%maven lab:stand:1.0\nlab.Coil.version() + lab.Yoke.version() + lab.Pole.version()");
        assertEquals("1.01.01.0", ran.result(), ran.traceback());
        String said = ran.of("display_data").toString() + ran.of("update_display_data");
        assertTrue(said.contains("coil-1.0.jar") && !said.contains("paint"), said);
        assertTrue(said.contains("fetched "), said);
        assertEquals("all of it was there already", run("%maven lab:stand:1.0").result());
        String other = run("%maven lab:coil:2.0").result();
        assertTrue(other.contains("lab:coil 2.0 is not added: 1.0 is loaded") && other.contains("restart"), other);
    }

    @Test
    void exclusionsAndListsHold() throws Exception {
        Ran ran = run("%%maven -x lab:pole\nlab:coil:bundle:2.0  // ours\nlab:yoke:1.0");
        assertTrue(ran.result().contains("added coil-2.0.jar, yoke-1.0.jar") && !ran.result().contains("pole"),
                ran.result() + ran.traceback());
        assertEquals("error", run("lab.Pole.version()").reply().status());
        assertEquals("2.0", run("lab.Coil.version()").result());
    }

    @Test
    void aPastedProjectIsUnderstood() throws Exception {
        Ran ran = run("%%loadFromPOM\n<properties><v>1.0</v></properties>\n<dependencies>"
                + dependency("yoke", "${v}", "<exclusions><exclusion><groupId>lab</groupId><artifactId>pole</artifactId>"
                + "</exclusion></exclusions>") + "</dependencies>\n<dependencyManagement><dependencies>"
                + dependency("coil", "1.0", "") + "</dependencies></dependencyManagement>"
                + dependency("paint", "7", "<scope>test</scope>"));
        assertTrue(ran.result().contains("yoke-1.0.jar") && ran.result().contains("coil-1.0.jar")
                && !ran.result().contains("pole"), ran.result() + ran.traceback());
        Path pom = repository.resolve("lab/stand/1.0/stand-1.0.pom");
        assertEquals("[pole-1.0.jar]", run("List<String> more = %loadFromPOM " + pom
                + "\nmore.stream().map(x -> x.replaceAll(\".*/\", \"\")).toList()").result());
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        String version = run("%maven lab:coil:9.9").reply().errorValue();
        assertTrue(version.contains("there is no lab:coil:9.9") && version.contains("1.0, 2.0"), version);
        String deep = run("%maven lab:broken:1.0").reply().errorValue();
        assertTrue(deep.contains("lab:nowhere:3.1") && deep.contains("broken needs"), deep);
        assertEquals("7", run("3 + 4").result());
    }

    @Test
    void offlineOnlyWhatWasFetchedIsUsed() throws Exception {
        String error = run("%maven -o lab:coil:2.0").reply().errorValue();
        assertTrue(error.contains("lab:coil:2.0") && error.contains("offline"), error);
        assertEquals("ok", run("%maven lab:coil:2.0").reply().status());
        kernel.close();
        // what is not asked for is not looked for: the repository may be gone
        Files.move(repository, folder.resolve("away"));
        kernel = launch();
        assertEquals("2.0", run("%maven -o lab:coil:2.0\nlab.Coil.version()").result());
        assertFalse(Files.exists(repository));
    }

    @Test
    void aJarOfAnotherVersionIsMentioned() throws Exception {
        Path both = Files.createDirectories(folder.resolve("both"));
        for (String version : List.of("1.0", "2.0")) {
            Files.copy(repository.resolve("lab/coil/" + version + "/coil-" + version + ".jar"),
                    both.resolve("coil-" + version + ".jar"));
        }
        String said = run("%jars both/").result();
        assertTrue(said.contains("coil 2.0: 1.0 was added before"), said);
    }

    @Test
    void aRepositoryOfOnesOwnServesSnapshots() throws Exception {
        publish("gauge", "1-SNAPSHOT", "jar", "");
        Files.writeString(folder.resolve(".m2").resolve("settings.xml"), "<settings><localRepository>"
                + folder.resolve("local") + "</localRepository><offline>false</offline></settings>");
        String none = run("%maven -o lab:gauge:1-SNAPSHOT").reply().status();
        assertEquals("error", none);
        assertEquals("1-SNAPSHOT", run("%mavenRepo mine " + repository.toUri()
                + "\n%maven lab:gauge:1-SNAPSHOT\nlab.Gauge.version()").result());
        assertTrue(run("%addMavenRepo").result().startsWith("mine file:"));
    }
}
