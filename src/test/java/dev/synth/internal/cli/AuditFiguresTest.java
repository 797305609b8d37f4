package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.TestRanks;
import dev.synth.internal.base.BitPacking;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.RunRanks;
import dev.synth.run.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code synth audit} on correct runs of {@code compare} and {@code evaluate}, and with faults. */
class AuditFiguresTest {
  @TempDir private static Path folder;
  private static Path figures = Path.of("");

  private final PlantedFault fault = new PlantedFault();

  @BeforeAll
  static void makeRuns() throws IOException {
    Path data = SmallData.csv(folder, 600, 60);
    make(
        "compare",
        "grid",
        data,
        "compare: {generators: [oversample, mgs], ratios: [0.3], rare_rows: [16, all]}",
        "evaluation: {repeats: 2, classifiers: [logistic-regression], baselines: [class-weight,"
            + " smote], costs: {missed: {column: amount}, alert: 5}, alerts: [10]}");
    make(
        "evaluate",
        "one",
        data,
        "generator: {kind: oversample}",
        "evaluation: {repeats: 2, classifiers: [logistic-regression, {kind: random-forest, trees:"
            + " 5}], baselines: [none], cross_fit: true}");
    make(
        "compare",
        "namesakes",
        data,
        "compare: {generators: [oversample, smote], ratios: [0.3]}",
        "evaluation: {repeats: 2, classifiers: [logistic-regression], baselines: [oversample,"
            + " smote]}");
    figures = folder.resolve("evaluation/grid");
  }

  private static void make(String command, String name, Path data, String... sections)
      throws IOException {
    Path config = SmallData.config(folder, data, sections);
    CommandLineRun made = CommandLineRun.withConfig(command, config, folder, "--run-name", name);
    assertThat(made.code()).as(made.err()).isZero();
  }

  @AfterEach
  void undo() throws IOException {
    fault.takeOut();
  }

  @Test
  void correctRunsRaiseNoAlarm() {
    CommandLineRun grid = audit("grid");
    assertThat(grid.code()).as(grid.out() + grid.err()).isZero();
    assertThat(grid.out()).isEqualTo("no alarm: " + figures + "\n");
    // 2 repeats x 2 numbers of rare rows x (none, class-weight, smote of none, class-weight, smote,
    // oversample, mgs)
    assertThat(grid.err()).contains("12 of 20 thresholds are chosen again; a refit");
    CommandLineRun one = audit("one");
    assertThat(one.out()).as(one.err()).startsWith("no alarm: ");
    assertThat(one.err()).contains("0 of 8 thresholds");
  }

  @Test
  void refittingReplaysEveryThresholdAndChoiceOfACorrectRun() {
    for (String run : new String[] {"grid", "one"}) {
      CommandLineRun audit = audit(run, "--refit");
      assertThat(audit.out()).as(audit.err()).startsWith("no alarm: ");
      assertThat(audit.err())
          .doesNotContain("thresholds are chosen again")
          .containsPattern("[0-9]+ classifiers and all generators are fitted again, one after the")
          .containsPattern("with its jobs at once the run took about [0-9]+ s");
    }
  }

  /** A generator of a baseline's name is another arm, with other seeds. */
  @Test
  void aBaselineAndAGeneratorOfOneNameAreToldApart() throws IOException {
    Path file = folder.resolve("evaluation/namesakes/runs.csv");
    assertThat(Files.readString(file)).contains("\n1,smote,", "\n1,smote generator,");
    for (String[] options : new String[][] {{}, {"--refit"}}) {
      CommandLineRun audit = audit("namesakes", options);
      assertThat(audit.out()).as(audit.err()).startsWith("no alarm: ");
    }
    fault.plantCells(file, line -> line.startsWith("2,smote generator,"), "threshold", "0.321");
    assertThat(alarms("namesakes", "--refit").lines())
        .singleElement()
        .asString()
        .contains("the threshold of repeat 2, arm smote generator (ratio 0.3), all rare rows,");
  }

  @Test
  void aThresholdOfAnyRepeatThatValidationRowsDidNotChoose() throws IOException {
    changeCells(line -> line.startsWith("2,class-weight,,16,"), "threshold", "0.123");
    assertThat(alarms("grid"))
        .contains(
            "the threshold of repeat 2, arm class-weight, 16 rare rows, logistic-regression is"
                + " 0.123, but validation rows choose ");
  }

  @Test
  void aThresholdThatCostsLeastOnOtherRows() throws IOException {
    changeCells(line -> line.startsWith("1,none,,all,"), "min_cost_threshold", "0.77");
    assertThat(alarms("grid"))
        .contains(
            "the min cost threshold of repeat 1, arm none, all rare rows, logistic-regression is"
                + " 0.77, but validation rows choose ");
  }

  @Test
  void aGeneratorsThresholdThatOnlyRefittingReplays() throws IOException {
    Path file = folder.resolve("evaluation/one/runs.csv");
    fault.plantCells(file, line -> line.startsWith("2,oversample,"), "threshold", "0.321");
    assertThat(audit("one").code()).isZero();
    assertThat(alarms("one", "--refit"))
        .contains("the threshold of repeat 2, arm oversample (ratio 0.3), all rare rows,");
  }

  @Test
  void aSelectionThatValidationRowsDidNotMake() throws IOException {
    Path file = figures.resolve("comparison.json");
    String text = Files.readString(file);
    int start = text.indexOf("\"choices\"");
    String chosen = text.substring(start).contains("\"mgs\"") ? "mgs" : "oversample";
    String other = chosen.equals("mgs") ? "oversample" : "mgs";
    int place = text.indexOf('"' + chosen + '"', start);
    fault.plant(
        file,
        text.substring(0, place) + '"' + other + '"' + text.substring(place + chosen.length() + 2));
    assertThat(alarms("grid")).contains("does not have the figures of the chosen arm, " + other);
    assertThat(alarms("grid", "--refit"))
        .contains("'selected' is said to be " + other)
        .contains("but it is " + chosen);
  }

  @Test
  void aRepeatThatWasLeftOut() throws IOException {
    fault.plantLines(
        figures.resolve("runs.csv"),
        lines -> lines.stream().filter(line -> !line.startsWith("2,")).toList());
    assertThat(alarms("grid"))
        .contains(
            "runs.csv: 12 results of this run are missing, such as repeat 2, arm none, 16 rare"
                + " rows, logistic-regression");
  }

  @Test
  void aResultThatIsThereTwice() throws IOException {
    fault.plantLines(
        figures.resolve("runs.csv"),
        lines -> {
          List<String> more = new ArrayList<>(lines);
          more.add(lines.get(1));
          more.add(lines.get(2).replace("class-weight", "lucky"));
          return more;
        });
    assertThat(alarms("grid"))
        .contains("1 results are there more than once, such as repeat 1, arm none, 16 rare rows")
        .contains("1 results are of no cell of this run, such as repeat 1, arm lucky,");
  }

  @Test
  void figuresOfOtherTestRows() throws IOException {
    changeCells(line -> line.startsWith("1,smote,"), "test_rows", "121");
    assertThat(alarms("grid"))
        .contains(
            "repeat 1, arm smote was measured on 121 rows, 12 of them rare, but its split has");
  }

  @Test
  void aMeanThatTheRepeatsDoNotHave() throws IOException {
    changeCells(line -> line.startsWith("1,mgs,ratio 0.3,all,"), "average_precision", "0.9999");
    assertThat(alarms("grid"))
        .contains("comparison.json: 'primary' is not what runs.csv and ranks.json give")
        .contains("comparison.json: 'summaries' is not what runs.csv and ranks.json give");
  }

  @Test
  void aVerdictThatItsNumbersDoNotGive() throws IOException {
    Path file = figures.resolve("comparison.json");
    String text = Files.readString(file);
    fault.plant(
        file,
        text.replaceFirst(
            "\"verdict\" ?: ?\"(undecided|equivalent|harm)\"", "\"verdict\":\"uplift\""));
    assertThat(alarms("grid"))
        .contains("comparison.json: 'primary' is not what runs.csv and ranks.json give");
  }

  @Test
  void anotherHeadline() throws IOException {
    Path file = figures.resolve("comparison.json");
    fault.plant(
        file,
        Files.readString(file)
            .replaceFirst("\"headline\": \"[^\"]*\"", "\"headline\": \"Uplift: all of it.\""));
    assertThat(alarms("grid"))
        .contains("comparison.json: 'headline' is not what runs.csv and ranks.json give");
  }

  @Test
  void testRowsThatWereOpenedTwice() throws IOException {
    Path file = figures.resolve("provenance.json");
    fault.plant(
        file, Files.readString(file).replace("\"repeat 1\"", "\"repeat 1\",\n    \"repeat 1\""));
    assertThat(alarms("grid")).contains("test rows of repeat 1 were opened 2 times, not once");
  }

  @Test
  void anotherConfigThanTheRunHad() throws IOException {
    Path file = figures.resolve("resolved.yaml");
    fault.plant(file, Files.readString(file).replace("seed: 42", "seed: 43"));
    assertThat(alarms("grid")).contains("it is not the config that the run was made with");
  }

  @Test
  void aFolderThatWasPutTogether() throws IOException {
    fault.plant(figures.resolve("DONE"), "0123\n");
    assertThat(alarms("grid")).contains("DONE: ").contains(" is of another run");
    fault.takeOut();
    Path file = figures.resolve("provenance.json");
    fault.plant(
        file,
        Pattern.compile("\"run\": \"[0-9a-f]+\"")
            .matcher(Files.readString(file))
            .replaceFirst("\"run\": \"0123\""));
    assertThat(alarms("grid")).contains("its run is not that of its config, data and version");
  }

  @Test
  void ranksThatAreNotThoseOfTheFigures() throws IOException {
    Path file = figures.resolve("ranks.json");
    RunRanks ranks = RunFile.RANKS.read(figures, RunRanks.class);
    List<TestRanks.OfArm> arms = ranks.repeats().getFirst().arms();
    String text = Files.readString(file);
    // the last arm of the first repeat gets the ranks of the first one
    fault.plant(file, text.replaceFirst(quoted(arms.getLast()), ranksOf(arms.getFirst())));
    assertThat(alarms("grid"))
        .contains("ranks.json: repeat 1, arm ")
        .contains(" has an average precision of ")
        .contains("comparison.json: 'primary' is not what runs.csv and ranks.json give");
    fault.takeOut();
    fault.plant(file, text.replaceFirst("\"alerts_from\": [0-9]+", "\"alerts_from\": 0"));
    assertThat(alarms("grid")).contains("ranks.json: repeat 1, arm none").contains(" alerts, but ");
    fault.takeOut();
  }

  /**
   * Two rows in each other's place that are neither rare nor alerts: average precision and alerts
   * stay, and so would a run whose interval was computed from such ranks. Who ranks the rows again
   * finds it, and whatever else a classifier, its features or its rows knew of test rows.
   */
  @Test
  void ranksThatNoClassifierOfTheTrainingRowsGives() throws IOException {
    Path one = folder.resolve("evaluation/grid");
    TestRanks first = RunFile.RANKS.read(one, RunRanks.class).repeats().getFirst();
    TestRanks.OfArm none = first.arms().getFirst();
    int[] ranks = first.ranks(none.arm(), first.classifier()).orElseThrow();
    int alerts = none.alertsFrom();
    List<Integer> quiet =
        IntStream.range(0, ranks.length)
            .filter(row -> !first.rare().get(row) && ranks[row] < alerts)
            .boxed()
            .sorted(Comparator.comparingInt(row -> ranks[row]))
            .toList();
    swap(ranks, quiet.getFirst(), quiet.getLast());
    fault.plant(
        RunFile.RANKS.in(one),
        Files.readString(RunFile.RANKS.in(one)).replaceFirst(quoted(none), BitPacking.pack(ranks)));
    assertThat(alarms("grid"))
        .contains(
            "ranks.json: repeat 1, arm none, 16 rare rows, logistic-regression does not rank the"
                + " test rows as a classifier does that learned from its training rows alone");
  }

  private static void swap(int[] ranks, int one, int other) {
    int kept = ranks[one];
    ranks[one] = ranks[other];
    ranks[other] = kept;
  }

  @Test
  void ranksOfAFurtherClassifierThatAreNotThoseOfTheFigures() throws IOException {
    Path one = folder.resolve("evaluation/one");
    Path file = RunFile.RANKS.in(one);
    TestRanks first = RunFile.RANKS.read(one, RunRanks.class).repeats().getFirst();
    TestRanks.OfArm last = first.arms().getLast();
    assertThat(first.classifierOf(last)).isEqualTo("random-forest");
    String text = Files.readString(file);
    fault.plant(file, text.replaceFirst(quoted(last), ranksOf(first.arms().getFirst())));
    assertThat(alarms("one"))
        .contains("ranks.json: repeat 1, arm oversample ")
        .contains("random-forest has ")
        .contains("comparison.json: 'against_none' is not what runs.csv and ranks.json give")
        .doesNotContain("'primary'");
    fault.takeOut();
    // without its ranks its interval would be another one
    fault.plant(file, text.replace("\"classifier\": \"random-forest\"", "\"classifier\": \"x\""));
    assertThat(alarms("one"))
        .contains("x has no result in runs.csv")
        .contains("comparison.json: 'against_none' is not what runs.csv and ranks.json give");
  }

  @Test
  void lossesThatAreNotThoseOfTheMoney() throws IOException {
    Path file = figures.resolve("ranks.json");
    String text = Files.readString(file);
    // the loss of the first rare row of the first repeat, and the threshold of an arm
    fault.plant(file, text.replaceFirst("\"losses\": \\[\\s*[0-9.]+", "\"losses\": [ 1e6"));
    assertThat(alarms("grid"))
        .contains("ranks.json: repeat 1, arm none, all rare rows, logistic-regression has ")
        .contains(" for cost_without_alerts, but in runs.csv ")
        .contains("comparison.json: 'savings' is not what runs.csv and ranks.json give");
    fault.takeOut();
    fault.plant(file, text.replaceFirst("\"cheapest_from\": [0-9]+", "\"cheapest_from\": 0"));
    assertThat(alarms("grid")).contains("ranks.json: repeat 1, arm ").contains(" for saved_at_min");
    fault.takeOut();
    fault.plant(file, text.replaceAll("\"losses\": \\[[^\\]]*\\]", "\"losses\": null"));
    assertThat(alarms("grid")).contains(" has nothing for saved, but in runs.csv ");
  }

  @Test
  void testRowsThatAreNotThoseOfTheSplit() throws IOException {
    Path file = figures.resolve("ranks.json");
    int[] units = RunFile.RANKS.read(figures, RunRanks.class).repeats().getFirst().units();
    String text = Files.readString(file);
    String right = BitPacking.pack(units);
    units[1] = units[0]; // two rows that count as one
    fault.plant(file, text.replace(right, BitPacking.pack(units)));
    assertThat(alarms("grid"))
        .contains("ranks.json: the test rows of repeat 1 are not those of its split");
  }

  private static String ranksOf(TestRanks.OfArm arm) {
    return Json.mapper().valueToTree(arm).path("ranks").asText();
  }

  private static String quoted(TestRanks.OfArm arm) {
    return Pattern.quote(ranksOf(arm));
  }

  @Test
  void aFileThatIsDamaged() throws IOException {
    changeCells(line -> line.startsWith("1,none,"), "true_positives", "many");
    CommandLineRun audit = audit("grid");
    assertThat(audit.code()).isEqualTo(3);
    assertThat(audit.err())
        .contains("the run is damaged: runs.csv, ranks.json or comparison.json holds");
  }

  private void changeCells(Predicate<String> lines, String column, String value)
      throws IOException {
    fault.plantCells(figures.resolve("runs.csv"), lines, column, value);
  }

  private static String alarms(String run, String... options) {
    CommandLineRun audit = audit(run, options);
    assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(3);
    assertThat(audit.out()).startsWith("alarm: ");
    return audit.out();
  }

  private static CommandLineRun audit(String run, String... options) {
    List<String> arguments = new ArrayList<>(List.of("audit", run, "--out", folder.toString()));
    arguments.addAll(List.of(options));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }
}
