package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code synth audit} on one correct run, and on the same run with faults planted in its files. */
class AuditCommandTest {
  @TempDir private static Path folder;
  private static Path data = Path.of("");
  private static Path run = Path.of("");
  private static Path figures = Path.of("");

  private final PlantedFault fault = new PlantedFault();

  @BeforeAll
  static void makeARun() throws IOException {
    data = SmallData.csv(folder, 600, 60);
    generate(
        folder,
        data,
        "mine",
        "generator: {kind: smote-nc}",
        "evaluation: {repeats: 2, classifiers: [logistic-regression], baselines: [none]}");
    run = folder.resolve("synthetic-out/mine");
    figures = folder.resolve("evaluation/mine");
  }

  private static void generate(Path out, Path rows, String name, String... sections)
      throws IOException {
    Path config = SmallData.config(out, rows, sections);
    CommandLineRun made =
        CommandLineRun.withConfig("generate", config, out, "--run-name", name, "--force");
    assertThat(made.code()).as(made.err()).isIn(0, 4);
  }

  @AfterEach
  void undo() throws IOException {
    fault.takeOut();
  }

  /** Once for all faults: each was taken out, or this run would still have it. */
  @AfterAll
  static void raisesNoAlarmWithoutTheFaults() {
    assertThat(audit().out()).startsWith("no alarm: ");
  }

  @Test
  void aCorrectRunRaisesNoAlarm() {
    CommandLineRun audit = audit();
    assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    assertThat(audit.out()).isEqualTo("no alarm: " + run + "\n");
  }

  @Test
  void heldOutRowsAmongTheTrainingRows() throws IOException {
    List<String> lines = Files.readAllLines(run.resolve("augmented.csv"));
    lines.addAll(1, heldOut(3).stream().map(row -> row + ",0").toList());
    fault.plant(run.resolve("augmented.csv"), String.join("\n", lines) + "\n");
    alarms("3 rows that are called real training rows are held out");
  }

  @Test
  void syntheticRowsAmongTheRealOnes() throws IOException {
    Path file = run.resolve("augmented.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int first = lines.size() - 1;
    while (lines.get(first - 1).endsWith(",1")) {
      first--;
    }
    lines.set(first, lines.get(first).replaceAll(",1$", ",0"));
    fault.plant(file, String.join("\n", lines) + "\n");
    alarms("1 rows that are called real are no training rows of this split");
  }

  @Test
  void trainingRowsThatWereLeftOut() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(run.resolve("augmented.csv")));
    lines.subList(1, 6).clear();
    fault.plant(run.resolve("augmented.csv"), String.join("\n", lines) + "\n");
    alarms("5 training rows are missing");
  }

  @Test
  void aGeneratorThatRepeatsHeldOutRows() throws IOException {
    Path file = run.resolve("synthetic.csv");
    String more =
        heldOut(5).stream()
            .map(row -> row.replaceAll(",[01]$", ",1") + "\n")
            .collect(Collectors.joining());
    fault.plant(file, Files.readString(file) + more);
    alarms("5 synthetic rows equal a held-out row and no training row");
  }

  @Test
  void testRowsThatWereOpenedTwice() throws IOException {
    Path file = run.resolve("provenance.json");
    fault.plant(
        file, Files.readString(file).replace("\"repeat 1\"", "\"repeat 1\",\n    \"repeat 1\""));
    alarms("the test rows of repeat 1 were opened 2 times, not once");
  }

  @Test
  void testRowsThatWereOpenedForAChoice() throws IOException {
    Path file = run.resolve("provenance.json");
    fault.plant(
        file, Files.readString(file).replace("\"repeat 1\"", "\"tuning\",\n    \"repeat 1\""));
    alarms("test rows were opened 1 times outside the repeats of runs.csv");
  }

  @Test
  void aThresholdThatValidationRowsDidNotChoose() throws IOException {
    fault.plantCells(
        figures.resolve("runs.csv"), line -> line.startsWith("1,none,"), "threshold", "0.123");
    alarms(
        "the threshold of repeat 1, arm none, all rare rows, logistic-regression is 0.123, but"
            + " validation rows choose ");
  }

  @Test
  void figuresOfOtherTestRows() throws IOException {
    Path file = figures.resolve("runs.csv");
    fault.plant(file, Files.readString(file).replace(",12,120,", ",13,121,"));
    alarms("was measured on 121 rows, 13 of them rare, but its split has 120 and 12");
  }

  @Test
  void anotherSeedOrSplitThanTheRunHad() throws IOException {
    Path file = run.resolve("resolved.yaml");
    fault.plant(file, Files.readString(file).replace("seed: 42", "seed: 43"));
    alarms("it is not the config that the run was made with");
  }

  @Test
  void otherData() throws IOException {
    fault.plant(data, Files.readString(data).replace("web", "shop"));
    alarms("the data is not what the run has read");
  }

  @Test
  void aColumnThatIsTheLabelInDisguise() throws IOException {
    Path own = Files.createDirectories(folder.resolve("disguise"));
    List<String> lines = Files.readAllLines(SmallData.csv(own, 200, 24));
    Path copy = own.resolve("copy.csv");
    Files.writeString(
        copy,
        lines.getFirst()
            + ",refund\n"
            + lines.stream()
                .skip(1)
                .map(row -> row + (row.endsWith(",1") ? ",yes" : ",no"))
                .collect(Collectors.joining("\n", "", "\n")));
    generate(own, copy, "copy", "generator: {kind: smote-nc}");
    CommandLineRun audit = CommandLineRun.of("audit", "copy", "--out", own.toString(), "-q");
    assertThat(audit.code()).as(audit.err()).isEqualTo(3);
    assertThat(audit.out()).startsWith("alarm: 'refund' looks like the label in disguise");
  }

  @Test
  void saysWhichRunsThereAre() {
    CommandLineRun audit = CommandLineRun.of("audit", "mime", "--out", folder.toString());
    assertThat(audit.code()).isEqualTo(2);
    assertThat(audit.err()).contains("there is no run 'mime'; did you mean 'mine'?");
  }

  private static List<String> heldOut(int count) throws IOException {
    Set<String> training =
        Files.readAllLines(run.resolve("augmented.csv")).stream()
            .skip(1)
            .map(row -> shortest(row.substring(0, row.lastIndexOf(','))))
            .collect(Collectors.toSet());
    return Files.readAllLines(data).stream()
        .skip(1)
        .filter(row -> !training.contains(shortest(row)))
        .limit(count)
        .toList();
  }

  /** The row with its amount written as shortly as can be. */
  private static String shortest(String row) {
    int comma = row.indexOf(',');
    return Double.parseDouble(row.substring(0, comma)) + row.substring(comma);
  }

  private static void alarms(String sentence) {
    CommandLineRun audit = audit();
    assertThat(audit.code()).as(audit.err()).isEqualTo(3);
    assertThat(audit.out()).startsWith("alarm: ").contains(sentence);
  }

  private static CommandLineRun audit() {
    return CommandLineRun.of("audit", "mine", "--out", folder.toString(), "--quiet");
  }
}
