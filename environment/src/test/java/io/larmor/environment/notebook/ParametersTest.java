package io.larmor.environment.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final String DECLARATIONS = """
            // double no = 1;
            double field = 0.43;   // tesla; not 4.3
            int rings = 25, neurons = 400;
            var name = "a; b, \\"c\\"";   /* var hidden = 2; */
            final boolean quick = false;
            long seed = 2_017L
            ;
            List<Map<String, Double>> bands = List.of();
            double[] grid = {1, 2};
            var ratio = 1e-3;
            System.out.println("x = 3;");
            """;

    private static Notebook notebook(String source) throws IOException {
        var cell = Json.object().put("cell_type", "code").put("id", "p").put("source", source);
        cell.putObject("metadata").putArray("tags").add("parameters");
        var root = Json.object().put("nbformat", 4).put("nbformat_minor", 5);
        root.putArray("cells").add(cell).addObject().put("cell_type", "code").put("id", "next").put("source", "1");
        return Notebook.parse(Json.text(root), "x.ipynb");
    }

    @Test
    void declarationsAreFoundWithTheirTypes() {
        Map<String, Parameter> found = Parameters.declared(DECLARATIONS);
        assertEquals(List.of("field", "rings", "neurons", "name", "quick", "seed", "bands", "grid", "ratio"),
                List.copyOf(found.keySet()));
        assertEquals(List.of("double", "int", "int", "String", "boolean", "long", "List<Map<String, Double>>", "double[]",
                "double"), found.values().stream().map(Parameter::type).toList());
        assertEquals("400", found.get("neurons").initial());
    }

    @Test
    void valuesAreAssignedInACellAfterTheDeclarations() throws IOException {
        var notebook = notebook(DECLARATIONS);
        var values = new LinkedHashMap<String, String>();
        values.put("field", "1e-3");
        values.put("name", "say \"hi\"\\");
        values.put("seed", "7");
        values.put("quick", "true");
        values.put("grid", "new double[] {3}");
        Parameters.inject(notebook, values);
        Cell injected = notebook.cells().get(1);
        assertEquals(List.of("injected-parameters"), injected.tags());
        assertEquals("""
                field = 1e-3;
                name = "say \\"hi\\"\\\\";
                seed = 7L;
                quick = true;
                grid = new double[] {3};""", injected.source());
        assertEquals("next", notebook.cells().get(2).id());
        NotebookTest.assertValid(notebook.text());
    }

    @Test
    void anEarlierInjectionIsReplaced() throws IOException {
        var notebook = notebook(DECLARATIONS);
        Parameters.inject(notebook, Map.of("rings", "3"));
        Parameters.inject(notebook, Map.of("rings", "4"));
        assertEquals(3, notebook.cells().size());
        assertEquals("rings = 4;", notebook.cells().get(1).source());
    }

    @Test
    void aNameThatIsNotDeclaredIsRefusedWithThoseThatAre() throws IOException {
        var notebook = notebook("double field = 0.43;\nint n = 2;");
        var error = assertThrows(IllegalArgumentException.class, () -> Parameters.inject(notebook, Map.of("feild", "1")));
        assertEquals("x.ipynb has no parameter feild; it declares field = 0.43, n = 2", error.getMessage());
    }

    @Test
    void aValueOfAnotherTypeIsRefused() throws IOException {
        var notebook = notebook(DECLARATIONS);
        Map.of("rings", "2.5", "neurons", "99999999999", "field", "strong", "quick", "yes", "grid", "")
                .forEach((name, value) -> {
                    var error = assertThrows(IllegalArgumentException.class,
                            () -> Parameters.inject(notebook, Map.of(name, value)), name);
                    assertTrue(error.getMessage().startsWith("parameter " + name + " = " + value), error.getMessage());
                });
    }

    @Test
    void aNotebookWithoutTheTagTakesNone() throws IOException {
        var notebook = Notebook.parse(NotebookTest.OLD, "old.ipynb");
        var error = assertThrows(IllegalArgumentException.class, () -> Parameters.inject(notebook, Map.of("n", "1")));
        assertTrue(error.getMessage().contains("no cell tagged \"parameters\""));
        Parameters.inject(notebook, Map.of());
    }
}
