package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Context;
import dev.synth.base.Seeds;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.read.TableReader;
import dev.synth.table.Cells;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectCommandTest {
  private static final int ROWS = 2_000;

  @TempDir Path folder;

  /** Row i is of time i; every tenth is rare; x has three levels, and n is i. */
  private static List<String> lines() {
    return IntStream.range(0, ROWS)
        .mapToObj(
            i ->
                PlainText.of(
                    "%d,%s,%d.5,%d", i, List.of("a", "b", "").get(i % 3), i, i % 10 == 0 ? 1 : 0))
        .toList();
  }

  private void write(String name, List<String> lines) throws IOException {
    List<String> all = new ArrayList<>(List.of("t,x,n,y"));
    all.addAll(lines);
    Files.write(folder.resolve(name), all);
  }

  private CommandLineRun select(String source, String to, String... more) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config.yaml"),
            PlainText.of(
                """
                data: {source: '%s', label: y, positive: 1, time: t}
                split: {method: time, validation: 0.2, test: 0.2}
                """,
                folder.resolve(source)));
    List<Object> words =
        new ArrayList<>(List.of("select", "--config", config, "--to", folder.resolve(to)));
    words.addAll(List.of(more));
    return CommandLineRun.of(words.toArray());
  }

  private LabelledTable rows(String selection) {
    DataOptions options =
        DataOptions.of(folder.resolve(selection).resolve("rows.parquet").toString(), "y", "1");
    return TableReader.read(options, Context.quiet(1)).rows();
  }

  private JsonNode facts(String selection) throws IOException {
    return Json.mapper().readTree(folder.resolve(selection).resolve("selection.json").toFile());
  }

  private static double[] numbers(LabelledTable rows, String column) {
    Cells.Numbers cells = (Cells.Numbers) rows.features().cells(column);
    return IntStream.range(0, rows.rowCount()).mapToDouble(cells::value).toArray();
  }

  /** By hand: 1,200 training rows, 1,080 of them others; 400 and 400 of validation and test. */
  @Test
  void keepsAllButTheMajorityOfTheTrainingRows() throws IOException {
    write("rows.csv", lines());
    CommandLineRun run = select("rows.csv", "taken", "--majority", "100");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("training: 120 rare rows, all taken; 1,080 others, 100 taken, each for 10.8 rows")
        .contains("test from 1600: 40 rare rows, all taken; 360 others, all taken")
        .contains("synth evaluate --config");

    LabelledTable taken = rows("taken");
    double[] times = numbers(taken, "t");
    double[] weights = numbers(taken, "synth_weight");
    assertThat(taken.rareCount()).isEqualTo(200);
    assertThat(taken.rowCount()).isEqualTo(120 + 100 + 800);
    double sum = 0;
    int late = 0;
    for (int row = 0; row < times.length; row++) {
      late += times[row] >= 1_200 ? 1 : 0;
      sum += weights[row];
      assertThat(weights[row])
          .isEqualTo(times[row] >= 1_200 || taken.isRare(row) ? 1.0 : 10.8); // ten of 108 a stretch
    }
    assertThat(late).isEqualTo(800);
    assertThat(sum).isCloseTo(ROWS, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void givesTheSameBytesForAnyOrderAndFiles() throws IOException {
    write("rows.csv", lines());
    List<String> mixed = new ArrayList<>();
    for (int row : new Seeds(7).stream("mixed").permutation(ROWS)) {
      mixed.add(lines().get(row));
    }
    write("part-1.csv", mixed.subList(0, 300));
    write("part-2.csv", mixed.subList(300, 301));
    write("part-3.csv", mixed.subList(301, ROWS));

    assertThat(select("rows.csv", "one", "--majority", "100").code()).isZero();
    assertThat(select("part-*.csv", "three", "--majority", "100", "--jobs", "1").code()).isZero();
    assertThat(folder.resolve("three/rows.parquet"))
        .hasSameBinaryContentAs(folder.resolve("one/rows.parquet"));
    assertThat(facts("three").path("columns")).isEqualTo(facts("one").path("columns"));
    assertThat(facts("three").path("parts")).isEqualTo(facts("one").path("parts"));

    assertThat(select("rows.csv", "other", "--majority", "100", "--set", "seed=7").code()).isZero();
    assertThat(numbers(rows("other"), "n")).isNotEqualTo(numbers(rows("one"), "n"));
  }

  /** Equal rows have one hash; as many are taken as were asked for all the same. */
  @Test
  void takesTheRightNumberOfEqualRows() throws IOException {
    List<String> lines = new ArrayList<>();
    lines().forEach(line -> lines.addAll(Collections.nCopies(7, line)));
    write("rows.csv", lines);
    assertThat(select("rows.csv", "taken", "--majority", "500").code()).isZero();
    assertThat(rows("taken").rowCount()).isEqualTo(7 * (120 + 800) + 500);
  }

  /** By hand: n is i + 0.5; of the rare rows 0, 10, … 1990 the mean is 995.5. */
  @Test
  void describesAllRows() throws IOException {
    write("rows.csv", lines());
    assertThat(select("rows.csv", "taken", "--majority", "10").code()).isZero();
    JsonNode x = facts("taken").path("columns").get(0);
    JsonNode n = facts("taken").path("columns").get(1);
    assertThat(x.path("missing").asInt()).isEqualTo(666); // rows 2, 5, … 1997
    assertThat(x.path("levels").get(0).path("level").asText()).isEqualTo("a");
    assertThat(x.path("levels").get(0).path("rare").asInt()).isEqualTo(67); // 0, 30, … 1980
    assertThat(x.path("levels").get(0).path("others").asInt()).isEqualTo(600);
    assertThat(n.path("min").asDouble()).isEqualTo(0.5);
    assertThat(n.path("max").asDouble()).isEqualTo(1999.5);
    assertThat(n.path("rare").path("mean").asDouble()).isEqualTo(995.5);
    assertThat(n.path("rare").path("count").asInt()).isEqualTo(200);
  }

  @Test
  void leavesOutRowsWithoutLabelOrTime() throws IOException {
    List<String> lines = new ArrayList<>(lines());
    lines.add(",a,1.5,0");
    lines.add("7,a,1.5,");
    lines.add("7,a,1.5,NA");
    write("rows.csv", lines);
    CommandLineRun run = select("rows.csv", "taken");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 rows without a label are left out");
    assertThat(facts("taken").path("rows").asInt()).isEqualTo(ROWS);
    assertThat(facts("taken").path("without_time").asInt()).isEqualTo(1);
    assertThat(rows("taken").rowCount()).isEqualTo(ROWS); // fewer others than a million
  }

  @Test
  void aHeaderAgainIsNoRow() throws IOException {
    List<String> lines = new ArrayList<>(lines());
    lines.add(1_900, "T, x,n,Y");
    lines.add("");
    write("rows.csv", lines);
    CommandLineRun run = select("rows.csv", "taken");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(facts("taken").path("rows").asInt()).isEqualTo(ROWS);
    assertThat(rows("taken").rowCount()).isEqualTo(ROWS);
  }

  @Test
  void leavesOutRowsWhoseLabelIsMissingAmongNumbers() throws IOException {
    List<String> lines = new ArrayList<>(lines());
    lines.addAll(List.of("7,a,1.5,-", "7,a,1.5,none", "7,a,1.5,NA"));
    write("rows.csv", lines);
    CommandLineRun run = select("rows.csv", "taken");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("3 rows without a label are left out");
    assertThat(facts("taken").path("rows").asInt()).isEqualTo(ROWS);
    assertThat(rows("taken").rowCount()).isEqualTo(ROWS);
  }

  @Test
  void aTotalIsRefusedWithItsLine() throws IOException {
    List<String> lines = new ArrayList<>(lines());
    lines.add("Total,,2000000,200");
    lines.add(",,,");
    write("rows.csv", lines);
    assertThat(select("rows.csv", "taken").err())
        .contains("line 2002 is no row but a line of totals, a remark or dashes; delete it");
    assertThat(folder.resolve("taken")).doesNotExist();
    List<String> real = new ArrayList<>(lines());
    real.add("2000,total,7,0");
    write("real.csv", real);
    assertThat(select("real.csv", "real").code()).isZero();
    assertThat(facts("real").path("rows").asInt()).isEqualTo(ROWS + 1);
  }

  @Test
  void whatIsWrongIsASentence() throws IOException {
    write("rows.csv", lines());
    write("odd.csv", List.of("May,a,1,0", "June,a,1,1"));
    Files.writeString(folder.resolve("rows.json"), "{\"t\": 1, \"y\": 0}");
    assertThat(select("rows.csv", "a", "--set", "split.method=group").err())
        .contains("split.method: group needs data.group");
    assertThat(select("rows.csv", "a", "--set", "split.origins=2").err())
        .contains("rows are selected for one split");
    assertThat(
            select("rows.csv", "a", "--set", "split.method=column", "--set", "split.column=x")
                .err())
        .contains(
            "2,000 rows have other words in column 'x', not training, validation or test, such as"
                + " 'a'");
    assertThat(
            select("rows.csv", "a", "--set", "split.method=random", "--set", "data.group=z").err())
        .contains("data.group: there is no column 'z'");
    assertThat(select("rows.csv", "a", "--set", "data.time=when").err())
        .contains("there is no column 'when'");
    assertThat(select("odd.csv", "a").err()).contains("2 cells of column 't' are neither numbers");
    assertThat(select("rows.json", "a").err()).contains("neither Parquet nor CSV");
    assertThat(select("rows.csv", "a", "--set", "data.positive=9").err())
        .contains("of which 0 are '9'");
    assertThat(select("rows.csv", "a", "--majority", "0").code()).isEqualTo(2);
    assertThat(select("rows.csv", "a", "--engine", "sparc").err()).contains("no engine 'sparc'");
    Files.createDirectory(folder.resolve("mine"));
    assertThat(select("rows.csv", "mine", "--overwrite").err()).contains("is no selection");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  private String[] words(String selection, String column) {
    Cells cells = rows(selection).features().cells(column);
    return IntStream.range(0, cells.size())
        .mapToObj(
            row ->
                switch (cells) {
                  case Cells.Levels levels -> levels.value(row);
                  case Cells.Texts texts -> texts.value(row);
                  case Cells.Numbers numbers -> String.valueOf(numbers.value(row));
                  case Cells.Instants instants -> String.valueOf(instants.value(row));
                })
        .toArray(String[]::new);
  }

  /** Each part has its share of the rows within four deviations; no row but of training is left. */
  @Test
  void aRandomSplitIsByAHashOfEachRow() throws IOException {
    write("rows.csv", lines());
    List<String> mixed = new ArrayList<>(lines());
    java.util.Collections.reverse(mixed);
    write("part-1.csv", mixed.subList(0, 700));
    write("part-2.csv", mixed.subList(700, ROWS));
    String[] random = {"--majority", "300", "--set", "split.method=random"};
    CommandLineRun run = select("rows.csv", "one", random);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("test: ").doesNotContain("test from");
    assertThat(select("part-*.csv", "two", random).code()).isZero();
    assertThat(folder.resolve("two/rows.parquet"))
        .hasSameBinaryContentAs(folder.resolve("one/rows.parquet"));

    JsonNode facts = facts("one");
    assertThat(facts.path("parted_by").asText()).isEqualTo("hash_of_row");
    List<String> parts = List.of(words("one", "synth_part"));
    double[] weights = numbers(rows("one"), "synth_weight");
    for (int part = 0; part < 3; part++) {
      JsonNode own = facts.path("parts").get(part);
      long there = own.path("rare").asLong() + own.path("others").asLong();
      double share = part == 0 ? 0.6 : 0.2;
      double deviation = Math.sqrt(ROWS * share * (1 - share));
      assertThat((double) there)
          .isCloseTo(ROWS * share, org.assertj.core.api.Assertions.within(4 * deviation));
      long taken = parts.stream().filter(own.path("part").asText()::equals).count();
      assertThat(taken).isEqualTo(part == 0 ? own.path("rare").asLong() + 300 : there);
    }
    for (int row = 0; row < weights.length; row++) {
      boolean isSampled = parts.get(row).equals("training") && !rows("one").isRare(row);
      assertThat(weights[row] == 1).isEqualTo(!isSampled);
    }
    assertThat(Files.readString(folder.resolve("one/config.yaml")))
        .contains("method: column", "column: synth_part", "exclude: [synth_weight, synth_part]");
    String[] other = {"--majority", "300", "--set", "split.method=random", "--set", "seed=3"};
    assertThat(select("rows.csv", "three", other).code()).isZero();
    assertThat(facts("three").path("parts")).isNotEqualTo(facts.path("parts"));
  }

  @Test
  void aSampleIsRetrainedOnIfItsSplitIsByTime() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      lines.add(PlainText.of("2024-%02d-%02d,a,%d.5,%d", 1 + i / 300, 1 + i % 28, i, i % 10 / 9));
    }
    write("rows.csv", lines);
    assertThat(retrain("random", "rows.csv")).contains("needs split.method: time");
    assertThat(retrain("time", "rows.csv")).contains("has no column 'synth_weight' (data.weight)");
  }

  private static CommandLineRun fit(Path config, Path bundle) {
    return CommandLineRun.of(
        "fit",
        "--config",
        config,
        "--to",
        bundle,
        "--set",
        "evaluation={classifiers: [logistic-regression]}",
        "--set",
        "augmentation={ratio: 0.5}",
        "--set",
        "generator={kind: mgs}");
  }

  private String retrain(String method, String rows) throws IOException {
    CommandLineRun run = select("rows.csv", method, "--set", "split.method=" + method);
    assertThat(run.code()).as(run.err()).isZero();
    Path bundle = folder.resolve("bundle-" + method);
    CommandLineRun fit = fit(folder.resolve(method).resolve("config.yaml"), bundle);
    assertThat(fit.code()).as(fit.err()).isZero();
    return CommandLineRun.of("retrain", "--champion", bundle, "--rows", folder.resolve(rows)).err();
  }

  @Test
  void aGroupSplitIsByAHashOfEachGroup() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      lines.add(PlainText.of("%d,card %d,%d.5,%d", i, i / 5, i, i % 10 == 0 ? 1 : 0));
    }
    write("rows.csv", lines);
    String[] group = {"--set", "split.method=group", "--set", "data.group=x"};
    CommandLineRun run = select("rows.csv", "taken", group);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(facts("taken").path("parted_by").asText()).isEqualTo("hash_of_group");
    String[] cards = words("taken", "x");
    String[] parts = words("taken", "synth_part");
    java.util.Map<String, String> partOf = new java.util.HashMap<>();
    for (int row = 0; row < cards.length; row++) {
      String known = partOf.putIfAbsent(cards[row], parts[row]);
      assertThat(known == null || known.equals(parts[row])).isTrue();
    }
    assertThat(partOf.values()).contains("training", "validation", "test");
    Path config = folder.resolve("taken/config.yaml");
    CommandLineRun plan = CommandLineRun.of("evaluate", "--config", config, "--dry-run");
    assertThat(plan.code()).as(plan.err()).isZero();
  }

  /** A program writes 7 as 7.0 where one cell of its column was missing. */
  @Test
  void equalNumbersAreOneGroup() throws IOException {
    List<List<String>> halves = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < ROWS; i++) {
      String group = i % 2 == 0 ? "%d" : "%d.0";
      halves
          .get(i % 2)
          .add(PlainText.of("%d," + group + ",%d.5,%d", i, i / 10, i, i % 10 < 2 ? 1 : 0));
    }
    write("part-1.csv", halves.getFirst());
    write("part-2.csv", halves.getLast());
    String[] group = {"--set", "split.method=group", "--set", "data.group=x"};
    CommandLineRun run = select("part-*.csv", "taken", group);
    assertThat(run.code()).as(run.err()).isZero();
    Path config = folder.resolve("taken/config.yaml");
    CommandLineRun plan = CommandLineRun.of("evaluate", "--config", config, "--dry-run");
    assertThat(plan.code()).as(plan.err()).isZero();
  }

  /** Every fourth row is a test row by its own word, every fifth one of validation. */
  @Test
  void aSplitByAColumnStaysAsItIs() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String part = i % 4 == 0 ? "test" : i % 5 == 0 ? "validation" : "training";
      lines.add(PlainText.of("%d,%s,%d.5,%d", i, part, i, i % 7 == 0 ? 1 : 0));
    }
    write("rows.csv", lines);
    String[] column = {"--majority", "50", "--set", "split.method=column"};
    List<String> more = new ArrayList<>(List.of(column));
    more.addAll(List.of("--set", "split.column=x", "--set", "data.exclude=[x]"));
    CommandLineRun run = select("rows.csv", "taken", more.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(facts("taken").path("parted_by").asText()).isEqualTo("column");
    assertThat(List.of(words("taken", "x")).stream().filter("test"::equals).count()).isEqualTo(500);
    assertThat(rows("taken").features().schema().names()).doesNotContain("synth_part");
  }

  /** The rare rows are a tenth of all rows, and a third of the training rows that were taken. */
  @Test
  void aSampleIsFittedForUseAtTheRatioOfAllRows() throws IOException {
    write("rows.csv", lines());
    assertThat(select("rows.csv", "taken", "--majority", "200").code()).isZero();
    Path config = folder.resolve("taken/config.yaml");
    CommandLineRun plan = CommandLineRun.of("evaluate", "--config", config, "--dry-run");
    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("validation: '1200'").contains("weight: synth_weight");
    Path bundle = folder.resolve("m");
    CommandLineRun fit = fit(config, bundle);
    assertThat(fit.code()).as(fit.err()).isZero();
    assertThat(fit.out()).contains("920 other rows stand for 1,800");
    JsonNode reference = Json.mapper().readTree(bundle.resolve("reference.json").toFile());
    JsonNode quality = reference.path("quality");
    double others = quality.path("others").asDouble();
    double rare = quality.path("rare").asDouble();
    // folds go forward, so that the earlier half of the rows before the test rows is in none
    assertThat(others / rare).isCloseTo(9, org.assertj.core.api.Assertions.within(0.5));
    double expected = reference.path("calibration").path("all").path("expected").asDouble();
    assertThat(expected / rare).isCloseTo(1, org.assertj.core.api.Assertions.within(0.2));
    write("drawn.csv", lines().stream().filter(line -> line.endsWith(",1")).toList());
    CommandLineRun validate =
        CommandLineRun.of(
            "validate", "--config", config, "--synthetic", folder.resolve("drawn.csv"));
    assertThat(validate.code()).as(validate.err()).isIn(0, 4); // 4: rows that are copies
    CommandLineRun bare =
        CommandLineRun.of(
            "evaluate",
            "--config",
            folder.resolve("config.yaml"),
            "--set",
            "data.source=" + folder.resolve("taken/rows.parquet"));
    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.err()).contains("'synth_weight' says that the rows are a sample");
    assertThat(select("taken/rows.parquet", "again").err())
        .contains("there is a column 'synth_weight' already");
  }

  @Test
  void anAugmentedSampleSaysWhatEachRowStandsFor() throws IOException {
    write("rows.csv", lines());
    assertThat(select("rows.csv", "taken", "--majority", "200").code()).isZero();
    Path out = folder.resolve("augmented.csv");
    CommandLineRun run =
        CommandLineRun.of(
            "augment",
            "--config",
            folder.resolve("taken/config.yaml"),
            "--arm",
            "smote, ratio 0.5",
            "--set",
            "augmentation={ratio: 0.5}",
            "--set",
            "generator={kind: smote}",
            "--out",
            folder,
            "--to",
            out);
    assertThat(run.code()).as(run.err()).isZero();
    List<String> written = Files.readAllLines(out);
    assertThat(written.getFirst()).endsWith(",synthetic,synth_weight");
    assertThat(written.stream().filter(line -> line.endsWith(",0,5.4")).count()).isEqualTo(200);
    assertThat(written.getLast()).endsWith(",1,1");
  }
}
