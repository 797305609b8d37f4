package dev.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

  private Path changed = Path.of("");
  private String original = "";

  @BeforeAll
  static void makeARun() throws IOException {
    data = SmallData.csv(folder, 600, 60);
    Path config =
        SmallData.config(
            folder,
            data,
            "generator: {kind: smote-nc}",
            "evaluation: {repeats: 2, classifiers: [logistic-regression], baselines: [none]}");
    CommandLineRun made =
        CommandLineRun.of(
            "generate",
            "-c",
            config.toString(),
            "--out",
            folder.toString(),
            "--run-name",
            "mine",
            "--force");
    assertThat(made.code()).as(made.err()).isIn(0, 4);
    run = folder.resolve("synthetic-out/mine");
    figures = folder.resolve("evaluation/mine");
  }

  @AfterEach
  void undo() throws IOException {
    if (!original.isEmpty()) {
      Files.writeString(changed, original);
    }
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
    change(run.resolve("augmented.csv"), String.join("\n", lines) + "\n");
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
    change(file, String.join("\n", lines) + "\n");
    alarms("1 rows that are called real are no training rows of this split");
  }

  @Test
  void trainingRowsThatWereLeftOut() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(run.resolve("augmented.csv")));
    lines.subList(1, 6).clear();
    change(run.resolve("augmented.csv"), String.join("\n", lines) + "\n");
    alarms("5 training rows are missing");
  }

  @Test
  void aGeneratorThatRepeatsHeldOutRows() throws IOException {
    Path file = run.resolve("synthetic.csv");
    String more =
        heldOut(5).stream()
            .map(row -> row.replaceAll(",[01]$", ",1") + "\n")
            .collect(Collectors.joining());
    change(file, Files.readString(file) + more);
    alarms("5 synthetic rows equal a held-out row and no training row");
  }

  @Test
  void testRowsThatWereOpenedTwice() throws IOException {
    Path file = run.resolve("provenance.json");
    change(file, Files.readString(file).replace("\"repeat 1\"", "\"repeat 1\",\n    \"repeat 1\""));
    alarms("the test rows of repeat 1 were opened 2 times, not once");
  }

  @Test
  void testRowsThatWereOpenedForAChoice() throws IOException {
    Path file = run.resolve("provenance.json");
    change(file, Files.readString(file).replace("\"repeat 1\"", "\"tuning\",\n    \"repeat 1\""));
    alarms("test rows were opened 1 times outside the repeats of runs.csv");
  }

  @Test
  void aThresholdThatValidationRowsDidNotChoose() throws IOException {
    Path file = figures.resolve("runs.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int column = List.of(lines.getFirst().split(",", -1)).indexOf("threshold");
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      if (fields[0].equals("1") && fields[1].equals("none")) {
        fields[column] = "0.123";
        lines.set(i, String.join(",", fields));
      }
    }
    change(file, String.join("\n", lines) + "\n");
    alarms(
        "the threshold of repeat 1, arm none, all rare rows, logistic-regression is 0.123, but"
            + " validation rows choose ");
  }

  @Test
  void figuresOfOtherTestRows() throws IOException {
    Path file = figures.resolve("runs.csv");
    change(file, Files.readString(file).replace(",12,120,", ",13,121,"));
    alarms("was measured on 121 rows, 13 of them rare, but its split has 120 and 12");
  }

  @Test
  void anotherSeedOrSplitThanTheRunHad() throws IOException {
    Path file = run.resolve("resolved.yaml");
    change(file, Files.readString(file).replace("seed: 42", "seed: 43"));
    alarms("it is not the config that the run was made with");
  }

  @Test
  void otherData() throws IOException {
    change(data, Files.readString(data).replace("web", "shop"));
    alarms("the data is not what the run has read");
  }

  @Test
  void aColumnThatIsTheLabelInDisguise() throws IOException {
    Path own = Files.createDirectories(folder.resolve("disguise"));
    List<String> lines = Files.readAllLines(data);
    Path copy = own.resolve("copy.csv");
    Files.writeString(
        copy,
        lines.getFirst()
            + ",refund\n"
            + lines.stream()
                .skip(1)
                .map(row -> row + (row.endsWith(",1") ? ",yes" : ",no"))
                .collect(Collectors.joining("\n", "", "\n")));
    Path config = SmallData.config(own, copy, "generator: {kind: smote-nc}");
    CommandLineRun.of(
        "generate", "-c", config.toString(), "--out", own.toString(), "--run-name", "copy");
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

  private void change(Path file, String text) throws IOException {
    changed = file;
    original = Files.readString(file);
    assertThat(text).isNotEqualTo(original);
    Files.writeString(file, text);
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
