package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.internal.table.delimited.CsvRecords;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file in which each column is odd in another way goes through {@code synth generate}. */
class OddTableTest {
  private static final List<String> MONTHS = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun");

  @TempDir private static Path folder;
  private static List<List<String>> real = List.of();
  private static List<List<String>> synthetic = List.of();
  private static String notes = "";

  @BeforeAll
  static void generate() throws IOException {
    Path data = Files.writeString(folder.resolve("odd.csv"), OddTable.text());
    Path config =
        Files.writeString(
            folder.resolve("c.yaml"),
            """
            name: odd
            data: {source: '%s', label: '%s', positive: 'Yes'}
            generator: {kind: mgs}
            validation: {preset: lenient}
            augmentation: {ratio: 0.5}
            """
                .formatted(data, OddTable.LABEL));
    String out = folder.toString();
    CommandLineRun run =
        CommandLineRun.of(
            "generate", "-c", config.toString(), "--out", out, "--run-name", "odd", "--force");
    assertThat(run.code()).as(run.err()).isIn(0, 4); // gates may fail: 24 rare rows to learn from
    notes = run.out() + run.err();
    real = records(OddTable.text(), ';');
    synthetic = records(Files.readString(folder.resolve("synthetic-out/odd/synthetic.csv")), ';');
  }

  private static List<List<String>> records(String text, char delimiter) throws IOException {
    CsvRecords records = new CsvRecords(new StringReader(text), delimiter);
    List<List<String>> all = new ArrayList<>();
    for (List<String> each = records.next(); each != null; each = records.next()) {
      all.add(each);
    }
    return all;
  }

  private static List<String> column(List<List<String>> rows, String name) {
    int at = rows.getFirst().indexOf(name);
    assertThat(at).as(name).isNotNegative();
    return rows.stream().skip(1).map(row -> row.get(at)).toList();
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  @Test
  void losesNoColumnButTheNameOfEachRow() {
    List<String> names = new ArrayList<>(real.getFirst());
    names.remove(OddTable.IDENTIFIER);
    assertThat(names).hasSize(36);
    assertThat(synthetic.getFirst()).isEqualTo(names);
    assertThat(synthetic).hasSizeGreaterThan(60);
    assertThat(notes).contains("'Txn Ref' looks like an identifier");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "amount   ~ \\(?\\$\\d{1,3}(,\\d{3})*\\.\\d\\d\\)?",
        "rate     ~ -?\\d+\\.\\d\\d%",
        "balance  ~ CHF \\d{1,3}('\\d{3})*\\.\\d\\d",
        "limit    ~ \\d{1,3}(\u202f\\d{3})*,00\u202f€",
        "turnover ~ ₹\\d{1,2}(,\\d\\d)*(,\\d{3})\\.00|₹\\d{1,3}\\.00",
        "score    ~ 0,\\d{3}",
        "net      ~ \\d+\\.\\d\\d",
        "fee      ~ \\d+\\.\\d\\d",
        "gross    ~ \\d+\\.\\d\\d",
        "change   ~ \\d+-?",
        "followers ~ \\d+(\\.\\d)?[KM]?",
        "refund   ~ \\$ -|\\$ \\d{1,3}(,\\d{3})*\\.\\d\\d",
        "weight   ~ \\d+\\.\\d kg",
        "day      ~ [0-3]\\d\\.0[1-6]\\.2024",
        "month    ~ (Jan|Feb|Mar|Apr|May|Jun)-2024",
        "booked   ~ [0-3]\\d-(Jan|Feb|Mar|Apr|May|Jun)-2024",
        "created_at ~ 170\\d{10}",
        "clock    ~ (0[1-9]|1[0-2]):[0-5]\\d [AP]M",
        "local    ~ 2024-0[34]-\\d\\dT\\d\\d:\\d\\d:00(\\+05:30|Z|-08:00)",
        "seen     ~ 2024-0[45]-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC",
        "week     ~ 202[34]-W[0-5]\\d-[1-7]",
        "logged   ~ 2024-0[4-6]-\\d\\d \\d\\d:\\d\\d (CEST|Europe/London)",
        "start    ~ 05/[0-3]\\d/2024",
        "end      ~ 05/[0-3]\\d/2024",
        "branch   ~ 0\\d{4}",
        "income   ~ \\d+00|0|NA|-|[?]|n/a|",
        "currency ~ EUR",
        "remarks  ~ ",
        "is fraud? ~ Yes|No",
      })
  void cellsAreWrittenAsTheFileWritesThem(String name, String form) {
    String pattern = form == null ? "" : form;
    assertThat(column(real, name)).allMatch(cell -> cell.matches(pattern));
    assertThat(column(synthetic, name)).allMatch(cell -> cell.matches(pattern));
  }

  @ParameterizedTest
  @CsvSource({"city", "state", "zip", "branch", "mcc", "status", "referral", "shop"})
  void namesAndCodesAreThoseOfTheFile(String name) {
    assertThat(column(real, name)).containsAll(column(synthetic, name));
  }

  @Test
  void allFilesArePartedAsTheFileIs() throws IOException {
    Path run = folder.resolve("synthetic-out/odd");
    Path later = folder.resolve("later.csv");
    CommandLineRun drawn =
        CommandLineRun.of("generate", "--from", run.toString(), "--rows", "5", "--to", later + "");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    List<String> names = synthetic.getFirst();
    assertThat(records(Files.readString(later), ';').getFirst()).isEqualTo(names);
    List<List<String>> augmented = records(Files.readString(run.resolve("augmented.csv")), ';');
    assertThat(augmented.getFirst()).startsWith(names.toArray(String[]::new)).endsWith("synthetic");
    assertThat(column(augmented, "income")).contains("-").doesNotContain("", "NA");
    assertThat(records(Files.readString(run.resolve("rejected.csv")), ';').getFirst())
        .endsWith("rejected_column", "rejected_rule", "rejected_value");
  }

  @Test
  void rowsAddUpAndFollow() {
    for (int row = 1; row < synthetic.size(); row++) {
      List<String> cells = synthetic.get(row);
      assertThat(number(cell(cells, "net")) + number(cell(cells, "fee")))
          .isCloseTo(number(cell(cells, "gross")), within(1e-9)); // of sums in cents
      assertThat(cell(cells, "start")).isLessThanOrEqualTo(cell(cells, "end"));
      assertThat(number(cell(cells, "fee")) % 0.25).isZero();
      assertThat(MONTHS.get(Integer.parseInt(cell(cells, "day").substring(3, 5)) - 1))
          .isEqualTo(cell(cells, "month").substring(0, 3));
      String state = cell(cells, "zip").startsWith("0") ? "MA" : "TX";
      assertThat(cell(cells, "state")).isEqualTo(state);
    }
  }

  private static String cell(List<String> cells, String name) {
    return cells.get(synthetic.getFirst().indexOf(name));
  }
}
