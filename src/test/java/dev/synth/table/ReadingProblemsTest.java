package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake of a user gets one sentence, which names the place and the right form. */
class ReadingProblemsTest {
  private static final String SMALL = "amount,kind,fraud\n1,x,0\n2.5,y,1\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String complaint(Reading reading) {
    Problem problem = catchThrowableOfType(Problem.class, reading::read);
    assertThat(problem).isNotNull();
    assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA);
    return String.valueOf(problem.getMessage()).replace(folder + "/", "");
  }

  private String complaint(String text) throws IOException {
    return complaint(Reading.of(file("a.csv", text), "fraud", "1"));
  }

  @Test
  void missingFile() throws IOException {
    file("frauds.csv", SMALL);
    assertThat(complaint(Reading.of(folder.resolve("fruads.csv"), "fraud", "1")))
        .isEqualTo("'fruads.csv' doesn't exist; did you mean 'frauds.csv'?");
    assertThat(complaint(Reading.of(folder.resolve("none/a.csv"), "fraud", "1")))
        .isEqualTo("'none/a.csv' doesn't exist, nor does its folder 'none'");
    assertThat(complaint(Reading.of(folder + "/*.parquet", "fraud", "1")))
        .isEqualTo("no file matches '*.parquet'");
  }

  @Test
  void folderAndOtherKinds() throws IOException {
    assertThat(complaint(Reading.of(folder, "fraud", "1"))).contains("is a folder; name a file");
    assertThat(complaint(Reading.of(file("a.xlsx", SMALL), "fraud", "1")))
        .isEqualTo(
            "'a.xlsx' is of a kind that is not read; csv, csv.gz, tsv, parquet, json and ndjson"
                + " are: save the sheet as CSV");
    assertThat(complaint(Reading.of(file("a.zip", SMALL), "fraud", "1"))).endsWith(": unpack it");
    assertThat(complaint(Reading.of(file("a", SMALL), "fraud", "1")))
        .endsWith(": end its name in .csv if it is text");
    file("b.json", "{}");
    file("b.csv", SMALL);
    assertThat(complaint(Reading.of(folder + "/b.*", "fraud", "1")))
        .contains("files of several formats");
  }

  @Test
  void emptyFileAndHeaderOnly() throws IOException {
    assertThat(complaint("")).isEqualTo("'a.csv' is empty; it must hold a header and rows");
    assertThat(complaint("\n\n")).isEqualTo("'a.csv' is empty; it must hold a header and rows");
    assertThat(complaint("amount,fraud\n")).isEqualTo("'a.csv' has columns but no rows");
  }

  @Test
  void header() throws IOException {
    assertThat(complaint("x,fraud,x\n1,0,1\n"))
        .isEqualTo("'a.csv' has two columns named 'x'; names must differ");
    assertThat(complaint("1,0\n2,1\n"))
        .isEqualTo("'a.csv' has numbers in its first line; that line must hold the column names");
  }

  @Test
  void label() throws IOException {
    Path path = file("a.csv", SMALL);
    assertThat(complaint(Reading.of(path, "frauds", "1")))
        .isEqualTo(
            "there is no column 'frauds' to take the label from; the columns are amount, kind,"
                + " fraud; did you mean 'fraud'?");
    assertThat(complaint(Reading.of(path, "fraud", "yes")))
        .isEqualTo(
            "no row has 'yes' in the label column 'fraud'; its values are '0' (1 row), '1' (1"
                + " row); did you mean '1'?");
    assertThat(complaint("x,fraud\n1,1\n2,1\n"))
        .isEqualTo(
            "every row has '1' in the label column 'fraud'; there must be rows of both classes");
    assertThat(complaint("x,fraud\n1,\n2,\n")).isEqualTo("the label column 'fraud' is empty");
    assertThat(complaint("fraud\n1\n0\n"))
        .isEqualTo("no column is left to model besides the label and what is excluded");
  }

  @Test
  void raggedRow() throws IOException {
    assertThat(complaint(SMALL + "3,z\n4,z,0\n"))
        .isEqualTo("'a.csv', line 4: 3 cells were expected, as in the header, but 2 are there");
    assertThat(complaint(SMALL + "\"two\nlines\",z,0\n3,z,0,9\n"))
        .isEqualTo("'a.csv', line 6: 3 cells were expected, as in the header, but 4 are there");
  }

  @Test
  void openQuote() throws IOException {
    assertThat(complaint(SMALL + "3,\"z,0\n4,z,0\n"))
        .isEqualTo("'a.csv', line 4: a quote is opened and never closed");
  }

  @Test
  void notUtf8() throws IOException {
    Path path = folder.resolve("a.csv");
    // 0xe9 begins no character here, though the text is UTF-8 elsewhere.
    byte[] damaged = (SMALL + "3,caf\u00e9,0\n4,?,0\n").getBytes(StandardCharsets.UTF_8);
    damaged[damaged.length - 4] = (byte) 0xe9;
    Files.write(path, damaged);
    assertThat(complaint(Reading.of(path, "fraud", "1")))
        .isEqualTo(
            "'a.csv', line 5: the text is not UTF-8; save the file as UTF-8, or"
                + " name its charset in data.encoding");
  }

  @Test
  void cellsThatBreakTheUsersTypes() throws IOException {
    Path path = file("a.csv", SMALL);
    assertThat(complaint(Reading.of(path, "fraud", "1").type("kind", ColumnType.Numeric.UNBOUNDED)))
        .isEqualTo(
            "'kind' is typed numeric, but 2 of 2 cells are not numbers: 'x' (1, 'a.csv', line 2),"
                + " 'y' (1, 'a.csv', line 3)");
    assertThat(
            complaint(Reading.of(path, "fraud", "1").type("kind", new ColumnType.Timestamp(false))))
        .startsWith(
            "'kind' is typed timestamp, but 2 of 2 cells are not in a form that is known, such as"
                + " 2024-01-31 23:59:59, 31/1/2024, 31-Jan-2024 or Jan-2024: 'x' (1, 'a.csv', line"
                + " 2), 'y' (1, 'a.csv', line 3);");
    assertThat(complaint("x,fraud\n1,0\ninf,1\n"))
        .startsWith("'a.csv', line 3: column 'x' holds 'inf', which is infinite or beyond 1.8e308");
    assertThat(complaint("x,fraud\n1,0\n1e400,1\n"))
        .isEqualTo(
            "'a.csv', line 3: column 'x' holds '1e400', which is infinite or beyond 1.8e308, so it"
                + " can't be modelled; write a smaller number, leave the cell empty, or add it to"
                + " data.missing (`missing: ['1e400']`)");
  }

  @Test
  void namesThatFitNoColumn() throws IOException {
    Path path = file("a.csv", SMALL);
    assertThat(complaint(Reading.of(path, "fraud", "1").exclude("amuont")))
        .isEqualTo("data.exclude: names 'amuont', which is no column; did you mean 'amount'?");
    assertThat(complaint(Reading.of(path, "fraud", "1").time("at").group("card")))
        .isEqualTo(
            "2 names fit no column:\n  data.time: names 'at', which is no column\n"
                + "  data.group: names 'card', which is no column");
    assertThat(complaint(Reading.of(path, "fraud", "1").group("fraud")))
        .isEqualTo("data.group: names the label column 'fraud'; name another");
    assertThat(complaint(Reading.of(path, "fraud", "1").time("kind")))
        .startsWith("data.time: names 'kind', which holds neither times");
  }

  @Test
  void brokenFiles() throws IOException {
    assertThat(complaint(Reading.of(file("a.parquet", "no parquet"), "fraud", "1")))
        .startsWith("'a.parquet' can't be read as Parquet: ")
        .doesNotContain("\n");
    assertThat(complaint(Reading.of(file("a.json", "{\"fraud\": "), "fraud", "1")))
        .startsWith("'a.json' can't be read as JSON: ")
        .doesNotContain("\n");
    Path cut = folder.resolve("cut.csv.gz");
    Files.write(cut, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
    assertThat(complaint(Reading.of(cut, "fraud", "1")))
        .isEqualTo("'cut.csv.gz' is not a whole gzip file");
    Path nested = file("n.json", "{\"x\": {\"y\": 1}, \"fraud\": 1}\n{\"x\": {}, \"fraud\": 0}\n");
    assertThat(complaint(Reading.of(nested, "fraud", "1")))
        .isEqualTo("column 'x' holds lists or records; flatten it, or exclude it");
  }
}
