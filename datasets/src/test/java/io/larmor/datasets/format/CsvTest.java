package io.larmor.datasets.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.larmor.datasets.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvTest {

    private static final String HEAD = "label,p0,p1\n";

    @TempDir
    Path folder;

    @Test
    void rowsAreReadPackedOrNot() throws IOException {
        byte[] text = (HEAD + "1,0.25,1\n0,0,1e-3\r\n").getBytes();
        for (byte[] bytes : new byte[][] {text, Fault.gzip(text)}) {
            Rows rows = Csv.read(write(bytes), 2, 2);
            assertArrayEquals(new double[] {0.25, 1, 0, 1e-3}, rows.values());
            assertArrayEquals(new int[] {1, 0}, rows.labels());
        }
    }

    @Test
    void eachFaultIsNamedWithItsLineAndColumn() throws IOException {
        assertFault("", "is empty");
        assertFault("1,0.25,1\n", "line 1 begins with \"1,0.25,1\", a heading that begins with \"label,\" is needed");
        assertFault(HEAD, "has a heading and no rows");
        assertFault(HEAD + "1,0,0\n1,0.5\n", "line 3 has 2 columns, 3 are needed (a label and 2 values)");
        assertFault(HEAD + "1,0,0,0\n", "line 2 has 4 columns, 3 are needed");
        assertFault(HEAD + "1,0,0\n\n1,0,0\n", "line 3 has 1 columns, 3 are needed");
        assertFault(HEAD + "1,0,zero\n", "line 2, column p1 has \"zero\", which is no number");
        assertFault(HEAD + "1,,0\n", "line 2, column p0 has \"\", which is no number");
        assertFault(HEAD + "one,0,0\n", "line 2, column label has \"one\", which is no number");
        assertFault(HEAD + "0,0,0\n2,0,0\n", "line 3 has the label 2, the classes are 0 .. 1");
        assertFault(HEAD + "-1,0,0\n", "line 2 has the label -1, the classes are 0 .. 1");
        assertFault(HEAD + "0.5,0,0\n", "line 2 has the label 0.5, the classes are 0 .. 1");
        assertFault(HEAD + "NaN,0,0\n", "line 2 has the label NaN");
        assertFault(HEAD + "1,0,0\n1,0,NaN\n", "line 3 has NaN in bin 1, values are 0 .. 1: fetch it again");
        assertFault(HEAD + "1,Infinity,0\n", "line 2 has Infinity in bin 0");
        assertFault(HEAD + "1,0,-45.5\n", "line 2 has -45.5 in bin 1, values are 0 .. 1: scale all spectra to 0 .. 1");
    }

    @Test
    void packedTextThatIsCutOffIsRefusedAsAWhole() throws IOException {
        byte[] packed = Fault.gzip((HEAD + "1,0.25,1\n".repeat(100)).getBytes());
        Path file = write(Arrays.copyOf(packed, packed.length - 9));
        Fault.of(file, "is cut off: its gzip stream ends early", () -> Csv.read(file, 2, 2));
    }

    private void assertFault(String text, String expected) throws IOException {
        Path file = write(text.getBytes());
        Fault.of(file, expected, () -> Csv.read(file, 2, 2));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("train.csv.gz"), bytes);
    }
}
