package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.kernel.spi.Help;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.spi.ScriptShell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tab and shift-tab show, where a bar marks the cursor. */
class HelpTest {

    private static ScriptShell shell;

    @BeforeAll
    static void open() {
        shell = ScriptShell.open(new Silent());
        assertTrue(shell.eval("var iron = magnet(); int ironCount = 3; int ironed(int x) { return x; }"));
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static List<String> complete(String marked) {
        int cursor = marked.indexOf('|');
        return shell.complete(marked.replace("|", ""), cursor);
    }

    private static String inspect(String marked) {
        int cursor = marked.indexOf('|');
        return shell.inspect(marked.replace("|", ""), cursor);
    }

    @Test
    void settersOfAFluentClassComeFirstAndWhatEveryObjectHasLast() {
        List<String> members = complete("iron.|");
        assertEquals(List.of("field(", "layers("), members.subList(0, 2));
        assertTrue(members.indexOf("energy()") < members.indexOf("equals("), members.toString());
        assertEquals(members.subList(0, 5), complete("var other = magnet()\nother.|").subList(0, 5));
        assertEquals("field(", complete("List.of(iron).stream().map(m -> m.|").get(0));
    }

    @Test
    void theUsersOwnNamesComeBeforeWordsOfLibrariesAndThoseBeforeTypes() {
        assertEquals(List.of("iron", "ironCount", "ironed("), complete("iro|").stream().sorted().toList());
        List<String> all = complete("m|");
        assertTrue(all.indexOf("mT(") >= 0 && all.indexOf("magnet()") >= 0, all.toString());
        List<String> top = complete("|");
        assertTrue(top.indexOf("iron") < top.indexOf("magnet()"), top.toString());
        assertTrue(top.indexOf("magnet()") < top.indexOf("ArrayList") || top.indexOf("ArrayList") < 0, top.toString());
        assertTrue(top.stream().noneMatch(text -> text.startsWith("$")), top.toString());
    }

    @Test
    void anArgumentThatHasAUnitProposesItsHelpers() {
        assertEquals("mT(", complete("magnet().field(|").get(0));
        assertEquals("mT(", complete("magnet().field(m|").get(0));
        assertFalse(complete("magnet().layers(|").get(0).equals("mT("));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
            int a = 1, b = iron.fie| + 2        @ field(
            var list = foo(\\niron.ene|         @ energy()
            new ArrayLi|                        @ ArrayList(
            Map<String, Intege|                 @ Integer
            Runnable r = () -> { int k = 1;\\n iron.lay| @ layers(
            for (int i = 0; i < iron.lay|       @ layers(
            %greet every|                       @ everybody
            %greet to every|                    @ everything
            %time iron.ene|                     @ energy()
            """)
    void codeCompletesWhereverItStands(String marked, String expected) {
        List<String> found = complete(marked.replace("\\n", "\n"));
        assertTrue(found.contains(expected), marked + ": " + found);
    }

    @Test
    void filesCompleteInsideOfStrings(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("states.csv"));
        Files.createDirectory(folder.resolve("stacks"));
        String code = "Files.readString(Path.of(\"" + folder + "/sta";
        assertEquals(new ScriptShell.Completion(code.length() - 3, List.of("stacks/", "states.csv")),
                shell.completion(code, code.length()));
        assertEquals(List.of(), complete("// sta|"));
    }

    @Test
    void helpOfAGuideIsShownWithItsFigures() {
        String text = inspect("magnet().fie|ld(mT(3))");
        for (String part : List.of("Magnet.field(double field)", "Sets the field.", "0 T .. 3 T", "50 mT",
                "Stoner and Wohlfarth", "example: magnet().field(mT(5))")) {
            assertTrue(text.contains(part), text);
        }
    }

    @Test
    void insideOfTheBracketsTheCallIsShownWithTheArgumentMarked() {
        assertTrue(inspect("magnet().field(|").contains("Magnet.field(«double field»)"));
        assertTrue(inspect("ironed(|)").contains("int ironed(«int x»)"), inspect("ironed(|)"));
        String text = inspect("Math.max(List.of(1, 2).get(0), |)");
        assertTrue(text.contains("int Math.max(int a, «int b»)") && text.contains("double Math.max("), text);
    }

    @Test
    void variablesShowTypeAndValueAndTypesWhatTheyAre() {
        assertEquals("int ironCount\n\n    3", inspect("ironC|ount"));
        assertTrue(inspect("Lis|t").contains("order"), inspect("List|"));
    }

    @Test
    void javasOwnMethodsAreExplainedAndTheirPageIsNamed() {
        assertTrue(inspect("String.val|ueOf(1)").contains("string representation"), inspect("String.val|ueOf(1)"));
        assertTrue(inspect("Math.hypot|").contains("/" + Runtime.version().feature() + "/docs/api/java.base/java/lang/Math.html#"
                + "hypot(double,double)"));
    }

    @Test
    void commentsAreReadWithTheirTagsAndHtml() {
        Help help = Help.ofJavadoc("""
                Adds {@code a < b} to the <b>list</b> (Kittel and Abrahams, Phys. Rev. 90, 238, 1953), see {@link List#of(Object)
                here}.
                <ul><li>one<li>two</ul>
                Example: {@code add(1, 2)}.
                @param a the first, {@literal <0}
                @param <T> the type
                @return the sum
                @throws IllegalStateException if it is closed""");
        assertEquals("Adds `a < b` to the list (Kittel and Abrahams, Phys. Rev. 90, 238, 1953), see here.\n\n- one\n- two",
                help.meaning());
        assertEquals(List.of(new Help.Argument("a", "", "", "", "the first, <0")), help.arguments());
        assertEquals("the sum", help.returns());
        assertEquals(List.of("IllegalStateException if it is closed"), help.errors());
        assertEquals("Kittel and Abrahams, Phys. Rev. 90, 238, 1953", help.source());
        assertEquals("add(1, 2)", help.example());
    }

    private record Silent() implements ScriptShell.Output {

        @Override
        public void stream(String name, String text) {
        }

        @Override
        public void display(MimeBundle bundle, String displayIdOrNull, boolean update) {
        }

        @Override
        public void result(MimeBundle bundle, int count) {
        }

        @Override
        public void error(String name, String value, List<String> traceback) {
        }

        @Override
        public void clear(boolean wait) {
        }
    }
}
