package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.classify.ensemble.TeacherTrainer;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.FittedRepeat;
import dev.synth.internal.table.RowKeys;
import dev.synth.internal.table.read.TableReader;
import dev.synth.split.HeldOut;
import dev.synth.split.Split;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code synth audit} on a run with soft labels, and on the same run with a teacher that cheated.
 */
class AuditTeacherTest {
  @TempDir private static Path folder;
  private static Path config = Path.of("");

  private final PlantedFault fault = new PlantedFault();

  @BeforeAll
  static void makeARun() throws IOException {
    config =
        SmallData.config(
            folder,
            SmallData.csv(folder, 300, 60),
            "generator: {kind: smote-nc}",
            "augmentation: {labels: soft, ratio: 0.5}",
            "evaluation: {repeats: 2, classifiers: [{kind: xgboost, trees: 2, maximum_depth: 1}],"
                + " baselines: [none], detectors: [], importance: {repeats: 0}}");
    CommandLineRun made = generate("soft");
    assertThat(made.code()).as(made.err()).isIn(0, 4);
  }

  private static CommandLineRun generate(String name, String... more) {
    return CommandLineRun.withConfig(
        "generate",
        config,
        folder,
        Stream.concat(Stream.of("--force", "--run-name", name), Stream.of(more))
            .toArray(String[]::new));
  }

  @AfterEach
  void undo() throws IOException {
    fault.takeOut();
  }

  @Test
  void aCorrectRunRaisesNoAlarm() {
    assertThat(audit("soft").out()).startsWith("no alarm: ");
  }

  @Test
  @Tag("slow")
  void neitherDoesOneWithEachRowOnce() {
    CommandLineRun made = generate("once", "--labels", "probability");
    assertThat(made.code()).as(made.err()).isIn(0, 4);
    assertThat(audit("once").out()).startsWith("no alarm: ");
  }

  /** The rows that a teacher saw and should not have seen. */
  enum Seen {
    VALIDATION_ROWS,
    TEST_ROWS,
    THE_WHOLE_TABLE,
    TRAINING_ROWS_OF_ANOTHER_REPEAT
  }

  /** The same generator, seeds and settings; only the rows that the teacher learned from differ. */
  @ParameterizedTest
  @EnumSource(names = "TEST_ROWS")
  void labelsOfATeacherThatSaw(Seen seen) throws IOException {
    assertAlarm(seen);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEST_ROWS")
  @Tag("slow")
  void labelsOfATeacherThatSawOtherRows(Seen seen) throws IOException {
    assertAlarm(seen);
  }

  private void assertAlarm(Seen seen) throws IOException {
    ExperimentConfig read = ConfigLoader.load(config, List.of());
    Context context = Context.quiet(read.seed());
    LabelledTable all = TableReader.read(read.data(), context).rows();
    Split split = FittedRepeat.split(read, all, 1, context);
    Training cheated =
        switch (seen) {
          case VALIDATION_ROWS ->
              and(all, split, HeldOut.validationRows(split.validation()).features());
          case TEST_ROWS -> and(all, split, HeldOut.testFeatures(split.test()));
          case THE_WHOLE_TABLE -> Training.whole(all);
          case TRAINING_ROWS_OF_ANOTHER_REPEAT ->
              FittedRepeat.split(read, all, 2, context).training();
        };
    TeacherTrainer trainer =
        new TeacherTrainer(
            Classifiers.trainer(
                Objects.requireNonNull(read.evaluation()).classifiers().getFirst()));
    TeacherTrainer.Result taught =
        trainer.fit(
            cheated,
            SharedFeatures.of(cheated),
            FittedRepeat.contextOf(1, context).below("teacher"));
    Path file = folder.resolve("synthetic-out/soft/augmented.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    List<Integer> synthetic =
        IntStream.range(1, lines.size())
            .filter(line -> lines.get(line).split(",", -1)[5].equals("1"))
            .boxed()
            .toList();
    double[] labels =
        Objects.requireNonNull(taught.teacher())
            .score(synthetic(read, context, split, lines, synthetic));
    int half = synthetic.size() / 2;
    for (int row = 0; row < half; row++) {
      reweigh(lines, synthetic.get(row), labels[row]);
      reweigh(lines, synthetic.get(row + half), 1 - labels[row]);
    }
    fault.plant(file, String.join("\n", lines) + "\n");
    alarms("synthetic rows are not those of a teacher that learned from the training rows alone");
  }

  private static Training and(LabelledTable all, Split split, Table more) {
    LabelledTable modelled = all.modelled();
    List<String> columns = modelled.features().schema().names();
    Set<String> seen = new HashSet<>(RowKeys.of(split.training().rows().features(), columns));
    seen.addAll(RowKeys.of(more, columns));
    List<String> keys = RowKeys.of(modelled.features(), columns);
    int[] rows =
        IntStream.range(0, keys.size()).filter(row -> seen.contains(keys.get(row))).toArray();
    assertThat(rows).hasSizeLessThan(all.rowCount());
    return Training.whole(all.rows(rows));
  }

  /** The features of the file's synthetic rows, the first of each pair. */
  private static Table synthetic(
      ExperimentConfig read,
      Context context,
      Split split,
      List<String> lines,
      List<Integer> synthetic)
      throws IOException {
    StringBuilder text = new StringBuilder("amount,hour,channel,note,fraud\n");
    for (int line : synthetic.subList(0, synthetic.size() / 2)) {
      text.append(lines.get(line).replaceAll("(,[^,]*){2}$", "")).append('\n');
    }
    Path own = Files.writeString(folder.resolve("rows-of-the-generator.csv"), text);
    Table rows =
        TableReader.readAnyClass(
                read.data().withSource(own.toString()),
                split.training().rows().features().schema(),
                context)
            .rows()
            .features();
    return Synthetic.external(rows).rows();
  }

  private static void reweigh(List<String> lines, int line, double weight) {
    String text = lines.get(line);
    lines.set(line, text.substring(0, text.lastIndexOf(',') + 1) + weight);
  }

  @Test
  void aPairWhoseWeightsAreNoRow() throws IOException {
    fault.plantLines(
        folder.resolve("synthetic-out/soft/augmented.csv"),
        lines -> {
          List<String> changed = new ArrayList<>(lines);
          reweigh(changed, changed.size() - 1, 0.999);
          return changed;
        });
    alarms("augmented.csv: synthetic rows do not stand there once for each class");
  }

  @Test
  void aBlendOfOtherRows() throws IOException {
    Path file = folder.resolve("evaluation/soft/description.json");
    fault.plant(
        file, Files.readString(file).replaceFirst("\"weight\": [0-9.]+", "\"weight\": 0.9"));
    alarms("description.json: the teacher of repeat 1, all rare rows is not the one");
  }

  @Test
  void aTeacherThatIsMissing() throws IOException {
    Path file = folder.resolve("evaluation/soft/description.json");
    fault.plant(file, Files.readString(file).replaceFirst("\"repeat\": 2", "\"repeat\": 1"));
    alarms("description.json: the teacher of repeat 2, all rare rows is missing");
  }

  private static void alarms(String sentence) {
    CommandLineRun audit = audit("soft");
    assertThat(audit.code()).as(audit.err()).isEqualTo(3);
    assertThat(audit.out()).startsWith("alarm: ").contains(sentence);
  }

  private static CommandLineRun audit(String run) {
    return CommandLineRun.of("audit", run, "--out", folder.toString(), "--quiet");
  }
}
