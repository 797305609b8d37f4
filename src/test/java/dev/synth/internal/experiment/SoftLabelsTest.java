package dev.synth.internal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.experiment.Experiment;
import dev.synth.internal.base.Json;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import dev.synth.run.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose synthetic rows a teacher labels. */
class SoftLabelsTest {
  @TempDir private static Path folder;
  private static RunFolders labelled = RunFolders.below(Path.of("none"), "none");

  @BeforeAll
  static void label() throws IOException {
    labelled = run(config(EVALUATION), "labelled", 1);
  }

  /** Rare rows are shifted in both columns, by as much as a tree needs several cuts for. */
  private static ExperimentConfig config(String more) throws IOException {
    return config(1.5, more);
  }

  /** The data's rare rows are shifted so far in both columns. */
  private static ExperimentConfig config(double apart, String more) throws IOException {
    RandomStream stream = new Seeds(5).stream("soft");
    StringBuilder text = new StringBuilder("a,b,fraud\n");
    for (int row = 0; row < 700; row++) {
      double shift = row < 90 ? apart : 0;
      text.append(
          String.format(
              Locale.ROOT,
              "%.3f,%.3f,%s%n",
              shift + stream.nextGaussian(),
              shift + stream.nextGaussian(),
              row < 90 ? "yes" : "no"));
    }
    Path file = Files.writeString(folder.resolve("rows.csv"), text);
    return ConfigLoader.parse(
        """
        data: {source: '%s', label: fraud, positive: 'yes'}
        generator: {kind: mgs}
        validation: {preset: lenient}
        %s
        """
            .formatted(file, more),
        "soft.yaml",
        List.of());
  }

  private static RunFolders run(ExperimentConfig config, String name, int jobs) {
    RunRequest request =
        new RunRequest(config, null, folder, name, false, false, true, false, jobs);
    return Experiment.run(request, Context.quiet(config.seed())).folders();
  }

  private static final String EVALUATION =
      """
      evaluation:
        {repeats: 2, classifiers: [{kind: xgboost, trees: 3, maximum_depth: 2}], baselines: [none]}
      augmentation: {labels: soft}
      """;

  /** The augmented file is that of the first repeat. */
  private static final String ONE_REPEAT = EVALUATION.replace("repeats: 2", "repeats: 1");

  @Test
  void theAugmentedFileHasEachSyntheticRowOnceForEachClassWithItsWeight() throws IOException {
    List<String> lines = Files.readAllLines(labelled.synthesis().resolve("augmented.csv"));
    assertThat(lines.getFirst()).isEqualTo("a,b,fraud,synthetic,weight");
    List<String[]> rows = new ArrayList<>();
    lines.subList(1, lines.size()).forEach(line -> rows.add(line.split(",", -1)));
    List<String[]> real = rows.stream().filter(row -> row[3].equals("0")).toList();
    assertThat(real).allSatisfy(row -> assertThat(row[4]).isEqualTo("1"));
    List<String[]> synthetic = rows.subList(real.size(), rows.size());
    int added = synthetic.size() / 2;
    assertThat(added).isPositive();
    for (int row = 0; row < added; row++) {
      String[] rare = synthetic.get(row);
      String[] other = synthetic.get(row + added);
      assertThat(rare[2]).isEqualTo("yes");
      assertThat(other[2]).isEqualTo("no");
      assertThat(other[0]).isEqualTo(rare[0]);
      assertThat(Double.parseDouble(rare[4]) + Double.parseDouble(other[4]))
          .isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void theAugmentedFileHasEachRowOnceWithItsProbabilityWhereThatIsAskedFor() throws IOException {
    RunFolders once = run(config(ONE_REPEAT + "generate: {labels: probability}"), "once", 1);
    List<String> lines = Files.readAllLines(once.synthesis().resolve("augmented.csv"));
    List<String> pairs = Files.readAllLines(labelled.synthesis().resolve("augmented.csv"));
    assertThat(lines.getFirst()).isEqualTo("a,b,fraud,synthetic,probability");
    long added = pairs.stream().filter(line -> line.split(",", -1)[3].equals("1")).count() / 2;
    assertThat(lines).hasSize(pairs.size() - (int) added);
    for (int row = 1; row < lines.size(); row++) {
      String[] cells = lines.get(row).split(",", -1);
      double rare = Double.parseDouble(cells[4]);
      assertThat(cells[2]).isEqualTo(rare >= 0.5 ? "yes" : "no");
      String[] pair =
          pairs.get(row).split(",", -1); // the real rows, then the synthetic as rare ones
      boolean isReal = cells[3].equals("0");
      assertThat(rare)
          .isEqualTo(isReal ? cells[2].equals("yes") ? 1 : 0 : Double.parseDouble(pair[4]));
    }
  }

  @Test
  void theRunSaysWhatLabelledTheRowsOfEachRepeat() throws IOException {
    JsonNode teachers =
        Json.mapper()
            .readTree(RunFile.DESCRIPTION.in(labelled.evaluation()).toFile())
            .path("teachers");
    assertThat(teachers).hasSize(2);
    assertThat(teachers.path(1).path("repeat").asInt()).isEqualTo(2);
    assertThat(teachers.path(0).path("taught").path("used").asBoolean()).isTrue();
    assertThat(Files.readString(RunFile.PAGE.in(labelled.evaluation())))
        .contains("What labelled the rows", "extra-trees");
    assertThat(Files.readString(RunFile.RUNS.in(labelled.evaluation())))
        .contains("\"ratio 1.0, soft labels\"");
  }

  @Test
  @Tag("slow")
  void filesAreTheSameForAnyNumberOfJobs() throws IOException {
    RunFolders three = run(config(EVALUATION), "three", 3);
    for (RunFile file : List.of(RunFile.RUNS, RunFile.COMPARISON, RunFile.DESCRIPTION)) {
      assertThat(file.in(three.evaluation()))
          .hasSameBinaryContentAs(file.in(labelled.evaluation()));
    }
    assertThat(three.synthesis().resolve("augmented.csv"))
        .hasSameBinaryContentAs(labelled.synthesis().resolve("augmented.csv"));
  }

  @Test
  @Tag("slow")
  void noRowJoinsWhereTheStudentLeavesNothingToTeach() throws IOException {
    String clear =
        """
        evaluation: {repeats: 1, classifiers: [logistic-regression], baselines: [none]}
        augmentation: {labels: soft}
        """;
    RunFolders folders = run(config(20, clear), "clear", 1);
    JsonNode description =
        Json.mapper().readTree(RunFile.DESCRIPTION.in(folders.evaluation()).toFile());
    assertThat(description.path("teachers").path(0).path("taught").path("used").asBoolean())
        .isFalse(); // the classes lie far apart: both are without an error
    List<String> lines = Files.readAllLines(folders.synthesis().resolve("augmented.csv"));
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.endsWith(",0"));
  }
}
