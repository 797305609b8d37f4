package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.classify.ensemble.TeacherTrainer;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.table.RowKeys;
import dev.synth.internal.table.read.TableReader;
import dev.synth.split.Folds;
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
  private static Path both = Path.of("");

  private final PlantedFault fault = new PlantedFault();

  @BeforeAll
  static void makeARun() throws IOException {
    Path data = SmallData.csv(folder, 300, 60);
    both =
        Files.move(
            config(data, "{kind: vae, scope: all, steps: 30, hidden: [8], latent_dimension: 2}"),
            folder.resolve("both.yaml"));
    config = config(data, "smote-nc");
    for (CommandLineRun made : List.of(generate(config, "soft"), generate(both, "both"))) {
      assertThat(made.code()).as(made.err()).isIn(0, 4);
    }
  }

  private static Path config(Path data, String generator) throws IOException {
    return SmallData.config(
        folder,
        data,
        "generator: " + generator,
        "augmentation: {labels: soft, ratio: 0.5}",
        "evaluation: {repeats: 2, classifiers: [{kind: xgboost, trees: 2, maximum_depth: 1}],"
            + " baselines: [none], detectors: [], importance: {repeats: 0}}");
  }

  private static CommandLineRun generate(Path from, String name, String... more) {
    return CommandLineRun.withConfig(
        "generate",
        from,
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
    assertThat(audit("both").out()).startsWith("no alarm: ");
  }

  @Test
  @Tag("slow")
  void neitherDoesOneWithEachRowOnce() {
    CommandLineRun made = generate(config, "once", "--labels", "probability");
    assertThat(made.code()).as(made.err()).isIn(0, 4);
    assertThat(audit("once").out()).startsWith("no alarm: ");
  }

  /** The rows that a teacher saw and should not have seen. */
  enum Seen {
    VALIDATION_ROWS,
    TEST_ROWS,
    THE_WHOLE_TABLE,
    TRAINING_ROWS_OF_ANOTHER_REPEAT,
    ONE_FOLD_OF_THE_TRAINING_ROWS
  }

  /** The same generator, seeds and settings; only the rows that the teacher learned from differ. */
  @ParameterizedTest
  @EnumSource(names = "TEST_ROWS")
  void labelsOfATeacherThatSaw(Seen seen) throws IOException {
    assertAlarm(seen, config, "soft");
    fault.takeOut();
    assertAlarm(seen, both, "both");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEST_ROWS")
  @Tag("slow")
  void labelsOfATeacherThatSawOtherRows(Seen seen) throws IOException {
    assertAlarm(seen, config, "soft");
    fault.takeOut();
    assertAlarm(seen, both, "both");
  }

  private void assertAlarm(Seen seen, Path from, String run) throws IOException {
    ExperimentConfig read = ConfigLoader.load(from, List.of());
    Context context = Context.quiet(read.seed());
    LabelledTable all = TableReader.read(read.data(), context).rows();
    Split split = RepeatSplit.of(read, all, 1, context);
    Training cheated =
        switch (seen) {
          case VALIDATION_ROWS ->
              and(all, split, HeldOut.validationRows(split.validation()).features());
          case TEST_ROWS -> and(all, split, HeldOut.testFeatures(split.test()));
          case THE_WHOLE_TABLE -> Training.whole(all);
          case TRAINING_ROWS_OF_ANOTHER_REPEAT -> RepeatSplit.of(read, all, 2, context).training();
          case ONE_FOLD_OF_THE_TRAINING_ROWS ->
              Folds.inside(split.training(), 4, context.seeds()).getFirst().training();
        };
    TeacherTrainer trainer =
        new TeacherTrainer(
            Classifiers.trainer(
                Objects.requireNonNull(read.evaluation()).classifiers().getFirst()));
    TeacherTrainer.Result taught =
        trainer.fit(
            cheated,
            SharedFeatures.of(cheated),
            RepeatSplit.contextOf(1, context).below("teacher"));
    Path file = folder.resolve("synthetic-out/" + run + "/augmented.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    List<Integer> synthetic = synthetic(lines);
    double[] labels =
        Objects.requireNonNull(taught.teacher())
            .score(synthetic(read, context, split, lines, synthetic));
    int half = synthetic.size() / 2;
    for (int row = 0; row < half; row++) {
      reweigh(lines, synthetic.get(row), labels[row]);
      reweigh(lines, synthetic.get(row + half), 1 - labels[row]);
    }
    fault.plant(file, String.join("\n", lines) + "\n");
    alarms(
        run, "synthetic rows are not those of a teacher that learned from the training rows alone");
  }

  /**
   * Twenty rows of the other class that were learned from, as soft-labelled rows. The labels are
   * those of the very rows that they take the place of.
   */
  @Test
  void trainingRowsOfTheOtherClassAmongTheSyntheticOnes() throws IOException {
    fault.plantLines(
        folder.resolve("synthetic-out/both/augmented.csv"),
        lines -> {
          List<String> changed = new ArrayList<>(lines);
          List<Integer> synthetic = synthetic(lines);
          List<String> others =
              lines.stream()
                  .filter(line -> line.split(",", -1)[4].equals("0"))
                  .filter(line -> line.split(",", -1)[5].equals("0"))
                  .map(line -> line.replaceAll("(,[^,]*){3}$", ""))
                  .distinct()
                  .limit(20)
                  .toList();
          for (int copy = 0; copy < others.size(); copy++) {
            for (int row : new int[] {copy, copy + synthetic.size() / 2}) {
              String line = lines.get(synthetic.get(row));
              String rest = line.replaceAll("^.*((,[^,]*){3})$", "$1");
              changed.set(synthetic.get(row), others.get(copy) + rest);
            }
          }
          return changed;
        });
    alarms(
        "both",
        "augmented.csv: 20 different synthetic rows equal a training row of the other class, and 0"
            + " a row of it that nobody learned from");
  }

  private static List<Integer> synthetic(List<String> lines) {
    return IntStream.range(1, lines.size())
        .filter(line -> lines.get(line).split(",", -1)[5].equals("1"))
        .boxed()
        .toList();
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
    alarms("soft", sentence);
  }

  private static void alarms(String run, String sentence) {
    CommandLineRun audit = audit(run);
    assertThat(audit.code()).as(audit.err()).isEqualTo(3);
    assertThat(audit.out()).startsWith("alarm: ").contains(sentence);
  }

  private static CommandLineRun audit(String run) {
    return CommandLineRun.of("audit", run, "--out", folder.toString(), "--quiet");
  }
}
