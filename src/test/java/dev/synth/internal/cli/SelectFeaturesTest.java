package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features of rows that {@code select} took, held against those that a run makes of all rows. */
class SelectFeaturesTest {
  private static final int ROWS = 3_000;

  private static final String FEATURES =
      """
      features:
        event_id: id
        forget: 20d
        lateness: 6h
        arrival: arrived
        label_arrival: told
        calendar: {fields: [hour, weekday]}
        entities:
          card:
            - time-since-last
            - first-seen
            - {count: [1h, last 5]}
            - {mean: {of: amount, over: [7d, last 3]}}
            - {deviation: {of: amount, over: 7d}}
            - {lag: {of: amount, back: [1, 2]}}
            - {risk: {over: 10d, delay: 0s}}
          shop:
            - {distinct: {of: card, over: 7d}}
            - {ratio_to_mean: {of: amount, over: 10d}}
            - {sum: {of: items, over: 3d}}
      """;

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();

  /** A hot card, missing cards, retries near and far, late rows, and labels that arrive later. */
  @BeforeEach
  void makeRows() {
    RandomStream random = new Seeds(11).stream("events");
    for (int i = 0; i < ROWS; i++) {
      long time = 1_700_000_000L + i * 600L;
      long arrived = time + random.nextInt(20) * 30L * (random.nextInt(30) == 0 ? 100 : 1);
      boolean again = i > 100 && random.nextInt(25) == 0;
      String id = "e" + (again ? i - 1 - random.nextInt(90) : i);
      String card = random.nextInt(3) == 0 ? "hot" : "c" + random.nextInt(40);
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%s,%s,%d,%s,%s,%s,%s,%d,%s",
              i,
              id,
              random.nextInt(200) == 0 ? "" : text(time),
              0,
              text(arrived),
              random.nextInt(10) == 0 ? "" : text(arrived + random.nextInt(400_000)),
              random.nextInt(15) == 0 ? "" : card,
              "s" + random.nextInt(7),
              random.nextInt(5),
              random.nextInt(20) == 0 ? "" : random.nextInt(90_000) / 100.0));
    }
    lines.replaceAll(line -> line + "," + (random.nextInt(8) == 0 ? 1 : 0));
    lines.set(77, lines.get(77).replaceAll(",[01]$", ","));
  }

  private static String text(long seconds) {
    return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)
        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT));
  }

  private void write(String name, List<String> some) throws IOException {
    List<String> all = new ArrayList<>();
    all.add("row,id,at,constant,arrived,told,card,shop,items,amount,y");
    all.addAll(some);
    Files.write(folder.resolve(name), all);
  }

  private Path config(String source, String features) throws IOException {
    return Files.writeString(
        folder.resolve("config.yaml"),
        PlainText.of(
                """
                data: {source: '%s', label: y, positive: 1, time: at, exclude: [row, id, card]}
                split: {method: time, validation: 0.2, test: 0.2}
                """,
                folder.resolve(source))
            + features);
  }

  private static LabelledTable load(Path config) {
    return new DataSource(ConfigLoader.load(config, List.of(), note -> {}))
        .load(Context.quiet(1))
        .rows();
  }

  private LabelledTable selected(Path config, String to, String... more) {
    List<Object> words =
        new ArrayList<>(List.of("select", "--config", config, "--to", folder.resolve(to)));
    words.addAll(List.of(more));
    CommandLineRun run = CommandLineRun.of(words.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return load(folder.resolve(to).resolve("config.yaml"));
  }

  /** Returns the cells of each row, by its number; numbers by their bits. */
  private static Map<String, Map<String, String>> cells(LabelledTable rows) {
    Cells names = rows.features().cells("row");
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (int row = 0; row < rows.rowCount(); row++) {
      Map<String, String> own = new LinkedHashMap<>();
      for (String name : rows.features().schema().names()) {
        Cells cells = rows.features().cells(name);
        own.put(name, cells.isMissing(row) ? "" : text(cells, row));
      }
      own.remove("synth_weight");
      own.remove("told"); // an excluded column is read as it stands
      all.put(((Cells.Texts) names).value(row), own);
    }
    return all;
  }

  private static String text(Cells cells, int row) {
    return switch (cells) {
      case Cells.Numbers numbers ->
          Long.toHexString(Double.doubleToRawLongBits(numbers.value(row)));
      case Cells.Instants instants -> Long.toString(instants.value(row));
      case Cells.Levels levels -> levels.value(row);
      case Cells.Texts texts -> texts.value(row);
    };
  }

  @Test
  void haveTheBitsOfTheOrdinaryWay() throws IOException {
    write("part-1.csv", lines.subList(0, 1_000));
    write("part-2.csv", lines.subList(1_000, 1_001));
    write("part-3.csv", lines.subList(1_001, ROWS));
    Path config = config("part-*.csv", FEATURES);
    Map<String, Map<String, String>> whole = cells(load(config));
    LabelledTable taken = selected(config, "all");
    assertThat(whole.get("50")).hasSize(9 + 10 + 3 + 2);

    Map<String, Map<String, String>> made = cells(taken);
    assertThat(made).hasSizeGreaterThan(ROWS - 50);
    assertEqual(made, whole);
    JsonNode events =
        Json.mapper().readTree(folder.resolve("all/selection.json").toFile()).path("events");
    assertThat(events.path("retries").asInt()).isGreaterThan(50);
    assertThat(events.path("late").asInt()).isGreaterThan(20);
    assertThat(events.path("untimed").asInt()).isGreaterThan(5);
    assertThat(folder.resolve("all/features")).doesNotExist();

    Map<String, Map<String, String>> some = cells(selected(config, "some", "--majority", "200"));
    assertThat(some).hasSizeLessThan(made.size());
    assertEqual(some, whole);
  }

  private static void assertEqual(
      Map<String, Map<String, String>> some, Map<String, Map<String, String>> whole) {
    some.forEach(
        (row, own) ->
            own.forEach(
                (column, cell) ->
                    assertThat(cell)
                        .as(column + " of row " + row)
                        .isEqualTo(whole.getOrDefault(row, Map.of()).get(column))));
  }

  @Test
  void takeTheSameRowsFromParquetAndWithoutFeatures() throws IOException {
    write("rows.csv", lines);
    Path plain = config("rows.csv", "");
    Map<String, Map<String, String>> without =
        cells(selected(plain, "without", "--majority", "300"));
    Path config = config("rows.csv", FEATURES);
    Map<String, Map<String, String>> with = cells(selected(config, "with", "--majority", "300"));
    assertThat(with.keySet()).isEqualTo(without.keySet());
    assertThat(with.values().iterator().next()).containsKey("card_count_1h");
  }

  @Test
  void whatIsWrongIsASentence() throws IOException {
    write("rows.csv", lines);
    lines.set(2_000, lines.get(2_000).replaceFirst(",s\\d,\\d,", ",s1,many,"));
    write("odd.csv", lines);
    Path config = config("rows.csv", FEATURES);
    assertThat(failed(config, "--set", "features.event_id=nobody"))
        .contains("there is no column 'nobody'");
    assertThat(failed(config, "--set", "data.source=" + folder.resolve("odd.csv")))
        .contains("2,998 of 2,999 cells of 'items' are numbers");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void aRowIsNamedAsItStandsInItsFile() throws IOException {
    lines.set(1_500, lines.get(1_500).replaceAll(",[01]$", ","));
    write("odd-1.csv", lines.subList(0, 1_000));
    List<String> second = new ArrayList<>(lines.subList(1_000, ROWS));
    second.replaceAll(line -> line.replaceFirst(",s\\d,\\d,", ",s1,1,"));
    second.set(900, second.get(900).replaceFirst(",s1,1,", ",s1,many,"));
    second.set(910, second.get(910).replaceFirst(",s1,1,", ",s1,many,"));
    write("odd-2.csv", second);
    Path config = config("odd-*.csv", FEATURES);
    assertThat(failed(config)).contains("odd-2.csv', rows 901, 911").doesNotContain("sample");

    List<String> many = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      many.addAll(lines);
    }
    many.set(12_001, many.get(12_001).replaceFirst("^(\\d+),e\\d+,", "$1,,"));
    write("big.csv", many);
    assertThat(failed(config, "--set", "data.source=" + folder.resolve("big.csv")))
        .contains("big.csv': features: row 12002 has no event id in the column 'id'");
  }

  private String failed(Path config, String... more) {
    List<Object> words =
        new ArrayList<>(List.of("select", "--config", config, "--to", folder.resolve("none")));
    words.addAll(List.of(more));
    CommandLineRun run = CommandLineRun.of(words.toArray());
    assertThat(run.code()).isEqualTo(3);
    return run.err();
  }
}
