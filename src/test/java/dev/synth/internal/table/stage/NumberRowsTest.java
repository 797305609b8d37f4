package dev.synth.internal.table.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.table.delimited.DelimitedFile;
import dev.synth.table.DataOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of plain numbers, which are read without DuckDB and as DuckDB reads them. */
class NumberRowsTest {
  private static final List<String> NO_NUMBERS = List.of("NA", "nan", "inf");
  private static final List<String> TOKENS = List.of("NA", "-999.0", "1.50");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-0",
        "-12.50",
        "2.00",
        "0.1",
        "-999.0",
        "1e5",
        "1E+05",
        "-2.5e-3",
        "0e0",
        "12345678901234567890",
        "1234567890.12345678901234567890",
        "9007199254740993",
        "0.30000000000000004",
        "0.00000000000000000000000000000123",
        "4.35",
        "1797693134862315700000000000000000000000",
        "2024"
      })
  void plainNumbersAreReadAsDuckDbReadsThem(String cell) throws IOException {
    assertReadAlike(write("a,b,y\n1.5,%s,0\n-999.0,3.25,1\n".formatted(cell)), true);
    assertReadAlike(write("a,b,y\n1.50,2.0,0\n,7.10,1\n3," + cell + ",0"), true);
    assertReadAlike(write("%1$s;a;b\r\n1;2;3\r\n4;%2$s;6\r\n".formatted("x", cell)), true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "007",
        "+1",
        ".5",
        "5.",
        "1_000",
        " 1",
        "1 ",
        "NA",
        "-",
        "1e",
        "1e400",
        "1e-400",
        "2e-310",
        "\"1\"",
        "0x10",
        "1d",
        "inf",
        "nan",
        "1-2",
        "12:30",
        "2024-01-31",
        "\u0663",
        "--1",
        "a",
        "a,b,y",
        "1'000",
        "1.2.3",
        "1e5.0",
        "00"
      })
  void whatMayBeSomethingElseIsLeftToDuckDb(String cell) throws IOException {
    assertThat(isReadHere(write("a,b,y\n1,%s,0\n2,3,1\n".formatted(cell)))).isFalse();
    assertThat(isReadHere(write("a,b,y\n1,2,0\n3,%s,1".formatted(cell)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,2\n\n3,4\n", // an empty line
        "a,b\n1,2\n3\n", // cells too few
        "a,b\n1,2,3\n", // too many
        "a,2\n1,2\n", // a name that is a number
        "a\n1\n", // one column
        "\na,b\n1,2\n", // nothing in the first line
        "\"a\nb\",c\n1,2\n", // a name of two lines
        "a,b,\n1,2,\n", // a delimiter that closes each line
        "a,b\n1,2\r3,4\n", // another line break
        "a,b\n",
        "a,b"
      })
  void otherFormsAreLeftToDuckDb(String text) throws IOException {
    assertThat(isReadHere(write(text))).isFalse();
  }

  @Test
  void manyNumbersAreReadToTheLastBit() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder text = new StringBuilder("\"a\",b,c,d\n");
    for (int row = 0; row < 20_000; row++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 12);
      text.append(value)
          .append(',')
          .append(String.format(Locale.ROOT, "%.2f", value % 1000))
          .append(',')
          .append(random.nextInt(5) == 0 ? "" : Long.toString(random.nextLong() >> 3))
          .append(',')
          .append(row % 2)
          .append('\n');
    }
    Path plain = write(text.toString());
    assertReadAlike(plain, true);
    assertReadAlike(zipped(text.toString()), true);
    assertThat(isReadHere(write(text + "x,1,2,3\n"))).isFalse(); // far behind the first rows
  }

  @Test
  void aMarkBeforeTheTextIsNoCell() throws IOException {
    assertReadAlike(write("\ufeffa,b\n1,2\n3,4.50\n"), true);
  }

  private void assertReadAlike(Path file, boolean isReadHere) {
    assertThat(isReadHere(file)).as(file.toString()).isEqualTo(isReadHere);
    DataOptions options = DataOptions.of(file.toString(), "y", "1");
    SourceFiles source = SourceFiles.resolve(file.toString());
    for (List<String> missing : List.of(NO_NUMBERS, TOKENS)) {
      try (StagedTable here = StagedTable.load(source, options);
          StagedTable inDuck = StagedTable.loadIntoDuck(source, options)) {
        assertThat(facts(here, missing)).isEqualTo(facts(inDuck, missing));
      }
    }
  }

  /** All that is asked of columns of plain numbers. */
  private static List<Object> facts(StagedTable staged, List<String> missing) {
    List<Object> facts =
        new ArrayList<>(List.of(staged.names(), staged.rowCount(), staged.style(), staged.notes()));
    boolean[] arePlain = staged.texts().arePlainNumbers();
    facts.add(Arrays.toString(arePlain));
    facts.add(staged.texts().wordsBesideNumbers(String::isEmpty, 100));
    for (int column = 0; column < arePlain.length; column++) {
      facts.add(staged.kind(column));
      facts.add(staged.texts().holdsNumbers(column));
      facts.add(staged.texts().emptyCells(column));
      facts.add(staged.texts().fraction(column, missing));
      facts.add(staged.texts().shapesOfPowers(column, missing));
      facts.add(staged.texts().micros(column, missing, -1) == null);
      facts.add(Arrays.toString(staged.numbers(column)));
      Dictionary texts = staged.dictionary(column).cleaned("NA"::equals);
      facts.add(texts.values());
      facts.add(Arrays.toString(texts.codes()));
      facts.add(staged.texts().decimalHabit());
      facts.add(staged.where(0));
    }
    return facts;
  }

  private static boolean isReadHere(Path file) {
    return NumberRows.of(DelimitedFile.open(file, null)) != null;
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "rows", ".csv"), text);
  }

  private Path zipped(String text) throws IOException {
    Path file = folder.resolve("rows.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
