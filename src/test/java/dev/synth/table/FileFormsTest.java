package dev.synth.table;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.read.MatchedReader;
import dev.synth.internal.table.read.TableReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people have them: each form is read right, or refused with file, line and cause. */
class FileFormsTest {
  /** The table that every form below must give: three rows, the second one rare, a word with é. */
  private static final String PLAIN = "n,word,fraud\n1,caf\u00e9,0\n2.5,\"x, y\",1\n3,z,0\n";

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(UTF_8));
  }

  private static LoadedData read(Object source) {
    return Reading.of(source, "fraud", "1").read();
  }

  private static void isPlain(LoadedData data) {
    Table table = data.rows().features();
    assertThat(table.schema().names()).containsExactly("n", "word");
    Cells.Numbers numbers = (Cells.Numbers) table.cells("n");
    Cells.Levels words = (Cells.Levels) table.cells("word");
    assertThat(numbers.size()).isEqualTo(3);
    assertThat(List.of(numbers.value(0), numbers.value(1), numbers.value(2)))
        .containsExactly(1.0, 2.5, 3.0);
    assertThat(List.of(words.value(0), words.value(1), words.value(2)))
        .containsExactly("caf\u00e9", "x, y", "z");
    assertThat(data.rows().rareRows().stream()).containsExactly(1);
  }

  private static List<String> words(LoadedData data) {
    Cells.Levels words = (Cells.Levels) data.rows().features().cells("word");
    return IntStream.range(0, words.size()).mapToObj(words::value).toList();
  }

  private String complaint(Object source) {
    Problem problem = catchThrowableOfType(Problem.class, () -> read(source));
    assertThat(problem).isNotNull();
    assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA);
    return String.valueOf(problem.getMessage()).replace(folder + "/", "");
  }

  private List<String> notes(LoadedData data) {
    return ReadingSentence.of(data.notes()).stream()
        .map(note -> note.replace(folder + "/", ""))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data[1].csv",
        "a*b.csv",
        "what?.csv",
        "it's (1).csv",
        "{a,b}.csv",
        "[!x].csv",
        "back\\slash.csv",
        "runs [2024]/d.csv",
        "k=1/d.csv",
        "%d %s.csv",
        "a:b.csv",
        "# no 1.csv"
      })
  void aNamedFileIsReadEvenWhereItLooksLikeAPattern(String name) throws IOException {
    file("data1.csv", "n,word,fraud\n9,other,1\n9,other,0\n");
    file("axb.csv", "n,word,fraud\n9,other,1\n9,other,0\n");
    LoadedData data = read(file(name, PLAIN));
    isPlain(data);
    assertThat(data.files()).containsExactly(folder.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "json"})
  void soAreParquetAndJson(String ending) throws IOException {
    Path plain = file("rows.json", "{\"n\": 1, \"fraud\": 1}\n{\"n\": 2, \"fraud\": 0}\n");
    Path named = folder.resolve("data[1]." + ending);
    if (ending.equals("json")) {
      Files.copy(plain, named);
      file("data1.json", "{\"n\": 7, \"fraud\": 1}\n{\"n\": 8, \"fraud\": 0}\n");
    } else {
      Parquets.write(named, "SELECT 1 AS n, 1 AS fraud UNION ALL SELECT 2, 0");
      Parquets.write(
          folder.resolve("data1.parquet"), "SELECT 7 AS n, 1 AS fraud UNION ALL SELECT 8, 0");
    }
    Cells.Numbers numbers = (Cells.Numbers) read(named).rows().features().cells("n");
    assertThat(List.of(numbers.value(0), numbers.value(1))).containsExactly(1.0, 2.0);
  }

  @Test
  void aPatternBelowAFolderThatLooksLikeOne() throws IOException {
    Path file = file("runs [2024]/d.csv", PLAIN);
    isPlain(read(folder + "/runs [2024]/*.csv"));
    assertThat(read(folder + "/runs [2024]/[a-e].csv").files()).containsExactly(file);
    assertThat(complaint(folder + "/runs [2024]/*.parquet")).startsWith("no file matches");
    assertThat(complaint(folder + "/data[.csv"))
        .isEqualTo("'data[.csv' doesn't exist, and is no pattern either");
  }

  @Test
  void aPatternOfBracketsThatFindsAnotherFileIsSaid() throws IOException {
    file("data1.csv", PLAIN);
    assertThat(notes(read(folder + "/data[1].csv")))
        .contains("there is no file 'data[1].csv'; read as a pattern, it names 'data1.csv'");
  }

  @Test
  void noFileIsReadTwice() throws IOException {
    Path file = file("a.csv", PLAIN);
    Files.createSymbolicLink(folder.resolve("b.csv"), file);
    Files.createLink(folder.resolve("c.csv"), file);
    file("a[1].csv", "n,word,fraud\n8,w,0\n");
    LoadedData data = read(folder + "/*.csv");
    assertThat(data.rows().rowCount()).isEqualTo(4);
    assertThat(data.files()).containsExactly(file, folder.resolve("a[1].csv"));
    assertThat(notes(data))
        .contains(
            "'b.csv' is 'a.csv' by another name, and is read once",
            "'c.csv' is 'a.csv' by another name, and is read once");
  }

  @Test
  void copiesAreReadAndSaid() throws IOException {
    file("a.csv", PLAIN);
    file("b.csv", PLAIN);
    LoadedData data = read(folder + "/*.csv");
    assertThat(data.rows().rowCount()).isEqualTo(6);
    assertThat(notes(data))
        .contains("'a.csv' and 'b.csv' hold the same bytes, so every row of them counts twice");
  }

  @Test
  void charsets() throws IOException {
    String marked = "\ufeff" + PLAIN;
    isPlain(read(file("utf8.csv", marked)));
    isPlain(read(file("le.csv", marked.getBytes(UTF_16LE))));
    isPlain(read(file("be.csv", marked.getBytes(UTF_16BE))));
    isPlain(read(file("le-bare.csv", PLAIN.getBytes(UTF_16LE))));
    isPlain(read(file("be-bare.csv", PLAIN.getBytes(UTF_16BE))));
    isPlain(read(file("utf32.csv", marked.getBytes(Charset.forName("UTF-32LE")))));
    LoadedData windows = read(file("windows.csv", PLAIN.getBytes(WINDOWS)));
    isPlain(windows);
    assertThat(notes(windows))
        .anyMatch(
            note -> note.startsWith("'windows.csv' is not UTF-8 and is read as Windows-1252"));
    isPlain(read(file("le.csv.gz", gzip(marked.getBytes(UTF_16LE)))));
    isPlain(read(file("windows.csv.gz", gzip(PLAIN.getBytes(WINDOWS)))));
    isPlain(
        read(
            file(
                "two-members.csv.gz",
                twice(
                    gzip("n,word,fraud\n1,caf\u00e9,0\n".getBytes(UTF_8)),
                    gzip("2.5,\"x, y\",1\n3,z,0\n".getBytes(UTF_8))))));
  }

  @Test
  void aByteThatIsNotOfTheCharsetFarDownTheFile() throws IOException {
    String many = "4,a,0\n".repeat(40_000);
    LoadedData windows =
        read(
            file(
                "a.csv",
                (PLAIN.replace("caf\u00e9", "x") + many + "5,caf\u00e9,0\n").getBytes(WINDOWS)));
    assertThat(windows.rows().rowCount()).isEqualTo(40_004);
    assertThat(notes(windows))
        .anyMatch(note -> note.startsWith("'a.csv' is not UTF-8 and is read as Windows-1252"));
    // One broken byte in a text that is UTF-8 elsewhere is damage. PLAIN has 4 lines.
    byte[] broken =
        twice((PLAIN + many).getBytes(UTF_8), new byte[] {'5', ',', (byte) 0xe9, ',', '0', '\n'});
    assertThat(complaint(file("b.csv", broken)))
        .isEqualTo(
            "'b.csv', line 40005: the text is not UTF-8; save the file as UTF-8, or"
                + " name its charset in data.encoding");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static byte[] twice(byte[] one, byte[] other) throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(one);
    both.write(other);
    return both.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Notes offered by Somebody (https://example.org)\n",
        "Report 2024\n\nmade by: A, B\n\n",
        "# a remark\n# another; with, signs\n",
        "Report 2024,,\n,,\n",
        "\"A title\nof two lines\"\n",
        "\n\n   \n"
      })
  void whatStandsBeforeTheColumnNamesIsLeftOut(String before) throws IOException {
    LoadedData data = read(file("a.csv", before + PLAIN));
    isPlain(data);
    if (!before.isBlank()) {
      assertThat(notes(data))
          .first()
          .asString()
          .startsWith("'a.csv': what stands before the column names is left out ('");
    }
  }

  @Test
  void aLineNamesTheDelimiter() throws IOException {
    String bars = PLAIN.replace("\"x, y\"", "x+ y").replace(',', ';').replace('+', ',');
    isPlain(read(file("a.csv", "sep=;\n" + bars)));
    isPlain(read(file("b.csv", "\ufeffSEP=;\r\n" + bars.replace("\n", "\r\n"))));
    isPlain(read(file("c.csv", "\"sep=;\"\n" + bars)));
    isPlain(read(file("d.csv", "sep=^\n" + bars.replace(';', '^'))));
    isPlain(read(file("e.csv", "A title, of commas\n" + bars)));
  }

  @Test
  void linesThatAreNoRows() throws IOException {
    isPlain(read(file("blank.csv", PLAIN.replace("\n", "\n\n"))));
    isPlain(read(file("blanks.csv", PLAIN.replace("\n", "\n   \n"))));
    isPlain(read(file("dos.csv", PLAIN + "\u001a")));
    isPlain(read(file("end.csv", PLAIN.strip())));
  }

  @Test
  void lineEnds() throws IOException {
    isPlain(read(file("dos.csv", PLAIN.replace("\n", "\r\n"))));
    isPlain(read(file("mac.csv", PLAIN.replace("\n", "\r"))));
    isPlain(read(file("mixed.csv", PLAIN.replaceFirst("0\n", "0\r\n"))));
    isPlain(read(file("mixed2.csv", PLAIN.replaceFirst("1\n", "1\r"))));
  }

  @Test
  void aLineBreakInACell() throws IOException {
    Path file = file("a.csv", "word,fraud\n\"a\nb\",0\n\"a\nb\",1\n");
    assertThat(words(read(file))).containsExactly("a\nb", "a\nb");
  }

  @Test
  void quotes() throws IOException {
    isPlain(read(file("blank.csv", PLAIN.replace("\"x, y\"", " \"x, y\" "))));
    Path escaped = file("a.csv", "word,fraud\n\"a \\\"b\\\", c\",0\n\"C:\\\\\",1\n\"\\n\",0\n");
    LoadedData data = read(escaped);
    assertThat(words(data)).containsExactly("a \"b\", c", "C:\\", "\\n");
    assertThat(notes(data))
        .contains("'a.csv' is read with a backslash before quotes inside quotes");
    Path path = file("b.csv", "word,fraud\n\"C:\\\",0\n\"say \"\"a\"\"\",1\n");
    assertThat(words(read(path))).containsExactly("C:\\", "say \"a\"");
    assertThat(complaint(file("c.csv", PLAIN + "3,\"u\"v,0\n")))
        .isEqualTo(
            "'c.csv', line 5: a cell goes on after its closing quote; write a quote inside quotes"
                + " twice");
  }

  @Test
  void raggedRows() throws IOException {
    assertThat(complaint(file("a.csv", PLAIN.replace("3,z,0", "3,z") + "4,z,0\n")))
        .isEqualTo("'a.csv', line 4: 3 cells were expected, as in the header, but 2 are there");
    assertThat(complaint(file("b.csv", PLAIN + "Total: 3 rows\n")))
        .isEqualTo(
            "'b.csv', line 5: 3 cells were expected, as in the header, but 1 is there; it is the"
                + " last line: delete it if it is cut, or a remark or a total");
    byte[] wide = PLAIN.replace("3,z,0", "3,z,0,4").getBytes(UTF_16LE);
    assertThat(complaint(file("c.csv", wide)))
        .isEqualTo("'c.csv', line 4: 3 cells were expected, as in the header, but 4 are there");
  }

  @Test
  void aDelimiterAtTheEndOfEachLine() throws IOException {
    isPlain(read(file("all.csv", PLAIN.replace("\n", ",\n"))));
    isPlain(read(file("rows.csv", PLAIN.replace("\n", ",\n").replaceFirst(",\n", "\n"))));
    isPlain(read(file("header.csv", PLAIN.replaceFirst("\n", ",\n"))));
    isPlain(read(file("both.csv", "A title\n" + PLAIN.replace("\n", ",\n"))));
  }

  @Test
  void namesThatAreEmptyOrTwice() throws IOException {
    assertThat(read(file("a.csv", "n,,fraud\n1,x,0\n2,y,1\n")).rows().features().schema().names())
        .containsExactly("n", "column_2");
    assertThat(complaint(file("b.csv", "A title\nn,n,fraud\n1,x,0\n2,y,1\n"))).contains("'b.csv'");
    assertThat(complaint(file("c.csv", "n,n,fraud\n1,x,0\n2,y,1\n")))
        .isEqualTo("'c.csv' has two columns named 'n'; names must differ");
  }

  @Test
  void theHeaderAgainInTheMiddle() throws IOException {
    LoadedData data = read(file("a.csv", PLAIN.replace("2.5,", "N, word,fraud\n2.5,")));
    isPlain(data);
    assertThat(notes(data))
        .contains("'a.csv' holds its header again (line 3); these lines are left out");
    assertThat(complaint(file("b.csv", PLAIN + "fraud,word,n\n0,z,4\n")))
        .isEqualTo(
            "'b.csv', line 5 holds the column names in another order than the header; make files of"
                + " one order each");
    // A line after one that is left out is still found.
    assertThat(complaint(file("c.csv", PLAIN.replace("2.5,", "n,word,fraud\n2.5,") + "inf,z,0\n")))
        .startsWith("'c.csv', line 6: column 'n' holds 'inf'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Total,,\n", "TOTAL:,6.5,\n", ",Grand total,\n", "Summe,6.5,1\n"})
  void aLineOfTotalsAtTheEnd(String total) throws IOException {
    String rows = "word,n,fraud\na,1,0\nb,2.5,1\nc,3,0\n";
    LoadedData data = read(file("a.csv", rows + total));
    assertThat(data.rows().rowCount()).isEqualTo(3);
    assertThat(data.rows().features().cells("n")).isInstanceOf(Cells.Numbers.class);
    assertThat(notes(data)).contains("'a.csv', line 5: the line of totals at the end is left out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# exported by Ada, 2024-03-15\n",
        "Source: the bank\n",
        "\nExported on 2024-03-15 09:30\n",
        "(3 rows)\n",
        "-- end\n",
        "# one\n# two\nSource: three\n",
        "Source: the bank,,\n",
        "# one,,\n# two,,\n"
      })
  void aRemarkAtTheEnd(String remark) throws IOException {
    LoadedData data = read(file("a.csv", PLAIN + remark));
    isPlain(data);
    assertThat(notes(data)).anyMatch(note -> note.contains("the remark at the end is left out ('"));
  }

  /** Neither cut rows nor lines with rows below them are remarks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4|'a.csv', line 5: 3 cells were expected, as in the header, but 1 is there;",
        "Note 10|'a.csv', line 5: 3 cells were expected, as in the header, but 1 is there;",
        "# one~4,y,0|'a.csv', line 5: 3 cells were expected, as in the header, but 1 is there",
        "# 1~# 2~# 3~# 4~# 5~# 6|'a.csv', line 5: 3 cells were expected, as in the header, but 1"
      })
  void whatIsNoRemarkIsRefused(String lines, String why) throws IOException {
    assertThat(complaint(file("a.csv", PLAIN + lines.replace('~', '\n') + "\n"))).startsWith(why);
  }

  @Test
  void aRowThatLooksLikeARemarkStays() throws IOException {
    LoadedData data = read(file("a.csv", PLAIN.replace("n,word", "word,n") + "# 4,2,0\n"));
    assertThat(data.rows().rowCount()).isEqualTo(4);
  }

  /** "День" is in no charset of one byte but Cyrillic ones. */
  @Test
  void theCharsetThatTheConfigSays() throws IOException {
    String text = PLAIN.replace("caf\u00e9", "\u0414\u0435\u043d\u044c");
    for (String charset : List.of("windows-1251", "KOI8-R", "UTF-8", "UTF-16LE", "Shift_JIS")) {
      Path path = file("a.csv", text.getBytes(Charset.forName(charset)));
      DataOptions options = DataOptions.of(path.toString(), "fraud", "1").withEncoding(charset);
      assertThat(words(TableReader.read(options, Context.quiet(1))))
          .containsExactly("\u0414\u0435\u043d\u044c", "x, y", "z");
    }
    // A file that is UTF-8 everywhere, and one with a mark, need nobody's word.
    for (byte[] bytes : List.of(text.getBytes(UTF_8), ("\ufeff" + text).getBytes(UTF_16BE))) {
      DataOptions options =
          DataOptions.of(file("b.csv", bytes).toString(), "fraud", "1").withEncoding("KOI8-R");
      assertThat(words(TableReader.read(options, Context.quiet(1)))).contains("x, y");
    }
    assertThatThrownBy(() -> DataOptions.of("a.csv", "fraud", "1").withEncoding("cp 1"))
        .hasMessageContaining("must be a charset such as utf-8, windows-1251 or utf-16le");
  }

  /** JSON in other charsets than UTF-8, with and without a mark. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1252"})
  void jsonInAnyCharset(String name) throws IOException {
    String text =
        "[{\"n\":1,\"word\":\"caf\u00e9\",\"fraud\":0},{\"n\":2.5,\"word\":\"x, y\",\"fraud\":1},"
            + "{\"n\":3,\"word\":\"z\",\"fraud\":0}]";
    boolean isUnicode = name.startsWith("UTF");
    List<String> marks = name.startsWith("UTF-16") ? List.of("", "\ufeff") : List.of("\ufeff");
    for (String mark : isUnicode ? marks : List.of("")) {
      byte[] bytes = (mark + text).getBytes(Charset.forName(name));
      LoadedData data = read(file("a.json", bytes));
      isPlain(data);
      assertThat(ReadingSentence.of(data.notes()).toString().contains("is read as"))
          .isEqualTo(!name.equals("UTF-8"));
    }
  }

  @Test
  void aLastRowThatIsJustCalledTotalStays() throws IOException {
    String rows = "word,n,fraud\ntotal,1,0\nb,2.5,1\ntotal,,0\n";
    assertThat(read(file("a.csv", rows)).rows().rowCount()).isEqualTo(3);
    assertThat(
            read(file("b.csv", rows.replace("total,1", "a,1").replace("total,,", "total,7,")))
                .rows()
                .rowCount())
        .isEqualTo(3);
  }

  @Test
  void aLabelThatIsNoColumn() throws IOException {
    assertThat(complaint(file("a.csv", PLAIN.replace("fraud", "Fraud"))))
        .endsWith("did you mean 'Fraud'?");
    assertThat(complaint(file("b.csv", PLAIN.replace(',', '%'))))
        .endsWith("or by what a first line such as sep=^ names");
    assertThat(complaint(file("c.csv", PLAIN.substring(PLAIN.indexOf('\n') + 1))))
        .endsWith("some are numbers: the first line must hold the column names");
    isPlain(read(file("d.csv", PLAIN.replace("n,word", "\u00a0n\u200b,word\u00a0"))));
  }

  @Test
  void otherKindsOfFilesByTheNameOfText() throws IOException {
    assertThat(complaint(file("a.csv", "PK\u0003\u0004rest"))).contains("is a zip or Excel file");
    assertThat(complaint(file("b.csv", "PAR1rest"))).contains("is a Parquet file");
    assertThat(complaint(file("b.csv", "[{\"n\": 1}]"))).contains("is JSON").contains(".json");
    assertThat(complaint(file("b.csv", "\n<!DOCTYPE html>"))).contains("is HTML or XML");
    assertThat(complaint(file("b.csv", "@RELATION x\n"))).contains("is an ARFF file");
    byte[] cut = gzip((PLAIN + "4,z,0\n".repeat(9999)).getBytes(UTF_8));
    assertThat(complaint(file("c.csv.gz", Arrays.copyOf(cut, cut.length - 20))))
        .isEqualTo("'c.csv.gz' is not a whole gzip file");
    assertThat(complaint(file("d.json", "{\"n\": 1")))
        .startsWith("'d.json' can't be read as JSON: ");
  }

  @Test
  void aFileToCompareWithIsReadInTheSameWay() throws IOException {
    LoadedData real = read(file("a.csv", PLAIN));
    Path odd = file("s[1].csv", ("A title\n" + PLAIN).getBytes(UTF_16LE));
    MatchedReader.Matched matched =
        MatchedReader.read(
            odd.toString(), real.rows(), DataOptions.of("a.csv", "fraud", "1"), Context.quiet(1));
    assertThat(matched.rows().rowCount()).isEqualTo(1);
    assertThat(ReadingSentence.of(matched.notes()).toString())
        .contains("UTF-16LE", "what stands before the column names is left out");
  }
}
