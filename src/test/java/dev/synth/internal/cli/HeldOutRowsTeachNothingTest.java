package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.table.read.TableReader;
import dev.synth.split.HeldOut;
import dev.synth.split.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A run on data whose held-out rows have other cells: whatever is learned or chosen stays what it
 * was, to the byte. So no encoder, list of missing cells, relation, rule, generator, teacher,
 * suspect or threshold can have known them.
 */
class HeldOutRowsTeachNothingTest {
  /** The columns of {@code runs.csv} that are chosen before test rows are opened. */
  private static final List<String> CHOSEN =
      List.of(
          "repeat",
          "arm",
          "plan",
          "rare_rows",
          "classifier",
          "natural_class_ratio",
          "training_class_ratio",
          "threshold",
          "threshold_fallback",
          "training_rare",
          "training_rows",
          "min_cost_threshold");

  @TempDir private static Path folder;
  private static List<String> lines = List.of();
  private static int[] test = {};
  private static int[] validation = {};

  @BeforeAll
  static void makeTheRunToCompareWith() throws IOException {
    Path data = SmallData.csv(folder, 500, 60);
    lines = Files.readAllLines(data);
    ExperimentConfig config = ConfigLoader.load(config(data), List.of());
    Context context = Context.quiet(config.seed());
    Split split =
        RepeatSplit.of(config, TableReader.read(config.data(), context).rows(), 1, context);
    test = HeldOut.units(split.test());
    validation = HeldOut.units(split.validation());
    generate(lines, "plain");
  }

  /** Several ways to learn in one run: a teacher, folds that tune and choose, rivals, costs. */
  private static Path config(Path data) throws IOException {
    return SmallData.config(
        Objects.requireNonNull(data.getParent()),
        data,
        "generator: {kind: mgs}",
        "augmentation: {labels: soft}",
        "evaluation: {repeats: 1, classifiers: [{kind: xgboost, trees: 3, maximum_depth: 2}],"
            + " baselines: [none, smote, self-distillation], detectors: [],"
            + " importance: {repeats: 0}, costs: {missed: {column: amount}, alert: 5}}");
  }

  /** Changes to the cells of held-out rows, whose columns are amount, hour, channel, note. */
  enum Change {
    LARGER_NUMBERS {
      @Override
      String row(String[] cells, int row) {
        return String.format(Locale.ROOT, "%.2f", 1_000 * Double.parseDouble(cells[0]))
            + rest(cells);
      }
    },
    A_LEVEL_THAT_NO_TRAINING_ROW_HAS {
      @Override
      String row(String[] cells, int row) {
        return String.join(",", cells[0], cells[1], "kiosk", cells[3], cells[4]);
      }
    },
    A_WORD_FOR_MISSING_THAT_NO_TRAINING_ROW_HAS {
      @Override
      String row(String[] cells, int row) {
        String hour = row % 3 == 0 ? "NA" : cells[1];
        return String.join(",", cells[0], hour, cells[2], cells[3], cells[4]);
      }
    },
    A_COLUMN_THAT_TELLS_THE_CLASS {
      @Override
      String row(String[] cells, int row) {
        return String.join(
            ",", cells[0], cells[1], cells[2], cells[4].equals("1") ? "n0" : "n1", cells[4]);
      }
    },
    A_BROKEN_RELATION {
      @Override
      String row(String[] cells, int row) {
        return String.join(",", cells[0], "-7", cells[2], cells[3], cells[4]);
      }
    };

    abstract String row(String[] cells, int row);

    private static String rest(String[] cells) {
      return "," + String.join(",", Arrays.copyOfRange(cells, 1, cells.length));
    }
  }

  @ParameterizedTest
  @EnumSource
  void testRows(Change change) throws IOException {
    Path changed = generate(changed(change, test), "test-" + change);
    assertThat(text(changed, "synthetic-out", "augmented.csv"))
        .isEqualTo(text(folder.resolve("plain"), "synthetic-out", "augmented.csv"));
    assertThat(text(changed, "synthetic-out", "synthetic.csv"))
        .isEqualTo(text(folder.resolve("plain"), "synthetic-out", "synthetic.csv"));
    assertThat(chosen(changed)).isEqualTo(chosen(folder.resolve("plain")));
  }

  /** Validation rows choose thresholds, and nothing else. */
  @ParameterizedTest
  @EnumSource(names = {"LARGER_NUMBERS", "A_WORD_FOR_MISSING_THAT_NO_TRAINING_ROW_HAS"})
  void validationRows(Change change) throws IOException {
    Path changed = generate(changed(change, validation), "validation-" + change);
    assertThat(text(changed, "synthetic-out", "augmented.csv"))
        .isEqualTo(text(folder.resolve("plain"), "synthetic-out", "augmented.csv"));
  }

  /** One training row is enough to see that these comparisons can fail. */
  @Test
  void aTrainingRowDoes() throws IOException {
    int row =
        IntStream.range(0, lines.size() - 1)
            .filter(each -> Arrays.stream(test).noneMatch(held -> held == each))
            .filter(each -> Arrays.stream(validation).noneMatch(held -> held == each))
            .findFirst()
            .orElseThrow();
    Path changed = generate(changed(Change.LARGER_NUMBERS, new int[] {row}), "training");
    assertThat(synthetic(changed)).isNotEqualTo(synthetic(folder.resolve("plain")));
    assertThat(chosen(changed)).isNotEqualTo(chosen(folder.resolve("plain")));
  }

  private static List<String> changed(Change change, int[] rows) {
    List<String> changed = new ArrayList<>(lines);
    for (int row : rows) {
      changed.set(row + 1, change.row(lines.get(row + 1).split(",", -1), row));
    }
    return changed;
  }

  private static Path generate(List<String> rows, String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Path data = Files.write(own.resolve("rows.csv"), rows);
    CommandLineRun made =
        CommandLineRun.withConfig("generate", config(data), own, "--force", "--run-name", "run");
    assertThat(made.code()).as(made.err()).isIn(0, 4);
    return own;
  }

  private static String text(Path own, String room, String file) throws IOException {
    return Files.readString(own.resolve(room).resolve("run").resolve(file));
  }

  private static String synthetic(Path own) throws IOException {
    return text(own, "synthetic-out", "synthetic.csv");
  }

  /** The choices of a run, a line a cell. */
  private static List<String> chosen(Path own) throws IOException {
    List<String> runs = text(own, "evaluation", "runs.csv").lines().toList();
    List<String> names = List.of(runs.getFirst().split(",", -1));
    assertThat(names).containsAll(CHOSEN);
    return runs.stream()
        .map(line -> line.replace("\"ratio 1.0, soft labels\"", "soft").split(",", -1))
        .map(cells -> CHOSEN.stream().map(name -> cells[names.indexOf(name)]).toList().toString())
        .toList();
  }
}
