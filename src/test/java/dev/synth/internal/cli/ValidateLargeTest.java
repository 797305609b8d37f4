package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code synth validate} of more rows than are judged in memory. */
class ValidateLargeTest {
  private static final int ROWS = 11_000;

  @TempDir private Path folder;

  @BeforeEach
  void writeRows() throws IOException {
    List<String> rare = rows(ROWS, 1, ",1");
    List<String> real = new ArrayList<>(rare);
    real.addAll(rows(2_000, 2, ",0"));
    write("real.csv", "amount,channel,fraud", real);
    List<String> fake = rows(ROWS, 3, "");
    fake.set(7, "12.5,brand-new");
    write("fake.csv", "amount,channel", fake);
    write("part-1.csv", "amount,channel", fake.subList(0, 4_000));
    write("part-2.csv", "amount,channel", fake.subList(4_000, ROWS));
  }

  private void write(String name, String header, List<String> rows) throws IOException {
    Files.write(folder.resolve(name), Stream.concat(Stream.of(header), rows.stream()).toList());
  }

  private static List<String> rows(int count, long seed, String end) {
    RandomStream stream = new Seeds(seed).stream("rows");
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(
          String.format(
              Locale.ROOT,
              "%.1f,%s%s",
              50 + 10 * stream.nextGaussian(),
              "abc".charAt(stream.nextInt(3)),
              end));
    }
    return rows;
  }

  private CommandLineRun validate(String synthetic, String... more) {
    List<String> line = new ArrayList<>(List.of("validate", "--quiet", "--real"));
    line.add(folder.resolve("real.csv").toString());
    line.addAll(List.of("--label", "fraud", "--positive", "1", "--synthetic"));
    line.add(folder.resolve(synthetic).toString());
    line.addAll(Arrays.asList(more));
    return CommandLineRun.of(line.toArray(String[]::new));
  }

  /** Sums are over 11,000 rows a side, all else of 300; the figures say so. */
  @Test
  void sumsAreOverAllRowsAndTheRestIsOfASample() throws IOException {
    CommandLineRun run = validate("fake.csv", "--sample", "300", "--json");
    JsonNode json = Json.mapper().readTree(run.out()).path("validation");

    assertThat(json.path("all_rows").path("training").asInt()).isEqualTo(ROWS);
    assertThat(json.path("all_rows").path("synthetic").asInt()).isEqualTo(ROWS);
    assertThat(json.path("synthetic_rows").asInt()).isEqualTo(300);
    JsonNode whole = reading(json, "mean_tvd");
    assertThat(whole.path("rows_seen").path("synthetic").asInt()).isEqualTo(ROWS);
    assertThat(whole.path("rows_seen").path("sampled").asBoolean()).isFalse();
    assertThat(whole.path("floor").path("rows_per_side").asInt()).isEqualTo(ROWS);
    assertThat(reading(json, "dcr").path("rows_seen").path("real").asInt()).isEqualTo(300);
    assertThat(json.path("summary").toString())
        .contains("300 of 11,000 rare training rows, 300 of 11,000 synthetic rows");

    JsonNode held = Json.mapper().readTree(validate("fake.csv", "--json").out()).path("validation");
    assertThat(held.has("all_rows")).isFalse();
    assertThat(reading(held, "mean_tvd").path("value").asDouble())
        .isEqualTo(whole.path("value").asDouble());
  }

  private static JsonNode reading(JsonNode validation, String metric) {
    for (JsonNode each : validation.path("metrics")) {
      if (each.path("metric").asText().equals(metric)) {
        return each.path("readings").get(0);
      }
    }
    throw new AssertionError(metric);
  }

  /** As where a day has no fraud: no sum moves by it, on either side. */
  @Test
  void aFileWithoutARareRowAddsNothing() throws IOException {
    List<String> fake = rows(900, 3, ",1");
    write("day-1.csv", "amount,channel,fraud", rows(900, 1, ",1"));
    write("drawn-1.csv", "amount,channel,fraud", fake);
    String[] more = {"--sample", "300", "--json"};
    JsonNode before = days(more).path("validation");
    write("day-2.csv", "amount,channel,fraud", rows(50, 2, ",0"));
    write("drawn-2.csv", "amount,channel,fraud", rows(50, 4, ",0"));
    JsonNode after = days(more).path("validation");

    assertThat(after.path("all_rows").path("synthetic").asInt()).isEqualTo(900);
    for (String metric : List.of("mean_tvd", "mean_ks")) {
      assertThat(reading(after, metric).path("value"))
          .isEqualTo(reading(before, metric).path("value"));
    }
  }

  @Test
  void whatIsMissingAmongNumbersIsNoLabel() throws IOException {
    String[] more = {"--sample", "300", "--json"};
    write("day-1.csv", "amount,channel,fraud", rows(900, 1, ",1"));
    write("day-2.csv", "amount,channel,fraud", rows(50, 2, ",0"));
    write("drawn-1.csv", "amount,channel,fraud", rows(900, 3, ",1"));
    JsonNode before = days(more).path("validation");
    write("day-3.csv", "amount,channel,fraud", rows(70, 5, ",-"));
    JsonNode after = days(more).path("validation");

    assertThat(after.path("all_rows")).isEqualTo(before.path("all_rows"));
    assertThat(after.path("metrics")).isEqualTo(before.path("metrics"));
  }

  private JsonNode days(String... more) throws IOException {
    List<String> line = new ArrayList<>(List.of("validate", "--quiet", "--real"));
    line.add(folder.resolve("day-*.csv").toString());
    line.addAll(List.of("--label", "fraud", "--positive", "1", "--synthetic"));
    line.add(folder.resolve("drawn-*.csv").toString());
    line.addAll(Arrays.asList(more));
    CommandLineRun run = CommandLineRun.of(line.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isIn(0, 4);
    return Json.mapper().readTree(run.out());
  }

  /** Neither samples nor working folders are left, whatever a cell far behind holds. */
  @Test
  void aCellFarBehindIsNamedByItsFileAndRow() throws IOException {
    List<String> rows = rows(ROWS, 3, "");
    rows.set(10_900, "twelve,a");
    write("odd.csv", "amount,channel", rows);
    Path out = folder.resolve("out");
    CommandLineRun run = validate("odd.csv", "--sample", "300", "--out", out.toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("'twelve'", "odd.csv', row 10901")
        .doesNotContain("partial", "data_");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> String.valueOf(file.getFileName())))
          .noneMatch(name -> name.startsWith("."));
    }
    assertThat(out).doesNotExist();
  }

  /** As before there was another way, however many rows there are. */
  @Test
  void textThatIsNotPlainIsHeld() throws IOException {
    List<String> lines = new ArrayList<>(List.of("amount,channel"));
    lines.addAll(rows(400, 3, ""));
    lines.add("50.0,caf\u00e9");
    Files.write(folder.resolve("latin.csv"), lines, StandardCharsets.ISO_8859_1);
    CommandLineRun run = validate("latin.csv", "--sample", "300", "--json");

    assertThat(run.code()).as(run.err()).isIn(0, 4);
    JsonNode json = Json.mapper().readTree(run.out()).path("validation");
    assertThat(json.path("synthetic_rows").asInt()).isEqualTo(401);
    assertThat(json.has("all_rows")).isFalse();
  }

  @Test
  void aSampleOfNothingIsRefused() {
    CommandLineRun run = validate("fake.csv", "--sample", "0");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("synth: the sample must have at least 1 row, and not 0\n");
  }
}
