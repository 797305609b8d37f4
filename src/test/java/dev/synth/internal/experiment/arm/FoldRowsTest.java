package dev.synth.internal.experiment.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.Labels;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.table.RowKeys;
import dev.synth.internal.table.read.TableReader;
import dev.synth.split.SoftLabels;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folds of the training rows, in which auto, tuning and rivals choose. */
class FoldRowsTest {
  private static final int ROWS = 300;
  private static final int RARE = 60;

  @TempDir Path folder;

  /**
   * The rows that a fold holds back get other cells: what generators draw there, and how a teacher
   * of that fold labels it, stays what it was. So neither was fitted on all training rows. The
   * other folds hold these rows, and show that the comparison can fail.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mgs",
        "smote-nc",
        "{kind: vae, steps: 20, hidden: [8], latent_dimension: 2}",
        "{kind: vae, scope: all, steps: 20, hidden: [8], latent_dimension: 2}",
        "{kind: forest, trees: 3}",
        "copula"
      })
  void nothingInAFoldKnowsTheRowsThatItHoldsBack(String generator) throws IOException {
    List<String> lines = lines();
    List<FoldRows> folds = folds(lines, generator);
    LabelledTable all = read(lines, generator).modelled();
    List<String> columns = all.features().schema().names();
    Set<String> heldBack =
        new HashSet<>(RowKeys.of(folds.getFirst().heldBack().features(), columns));
    List<String> keys = RowKeys.of(all.features(), columns);
    int[] rows = IntStream.range(0, ROWS).filter(r -> heldBack.contains(keys.get(r))).toArray();
    assertThat(rows).hasSize(ROWS / 4);
    List<String> changed = new ArrayList<>(lines);
    for (int row : rows) {
      String[] cells = lines.get(row + 1).split(",", -1);
      changed.set(row + 1, "9" + cells[0] + ",-" + row + ",kiosk," + cells[3]); // all distinct
    }

    List<FoldRows> others = folds(changed, generator);
    assertThat(drawn(others.getFirst(), generator)).isEqualTo(drawn(folds.getFirst(), generator));
    assertThat(drawn(others.getLast(), generator)).isNotEqualTo(drawn(folds.getLast(), generator));
  }

  private List<FoldRows> folds(List<String> lines, String generator) throws IOException {
    ExperimentConfig config = config(generator);
    Context context = Context.quiet(1);
    Training training = Training.whole(read(lines, generator));
    return FoldRows.inside(
        FitRows.of(training, config, context), 4, config, context.below("folds"), false);
  }

  /** The drawn rows and their labels, as text. */
  private List<String> drawn(FoldRows fold, String generator) {
    FitRows rows = fold.rows();
    GeneratorFit fit =
        GeneratorFit.of(
            Objects.requireNonNull(config(generator).generator()),
            rows.training(),
            rows.relations(),
            rows.context().below("generator"));
    Synthetic drawn = fit.sample(rows.rules(), 30).accepted();
    SoftLabels labels = rows.softLabels(drawn, new Labels.Soft());
    List<String> text = new ArrayList<>(RowKeys.of(drawn.rows(), drawn.rows().schema().names()));
    for (int row = 0; labels != null && row < labels.count(); row++) {
      text.add(String.valueOf(labels.of(row)));
    }
    return text;
  }

  private ExperimentConfig config(String generator) {
    return ConfigLoader.parse(
        String.format(
            Locale.ROOT,
            """
            data: {source: '%s', label: fraud, positive: 1}
            generator: %s
            augmentation: {labels: soft}
            evaluation: {classifiers: [{kind: xgboost, trees: 3, maximum_depth: 2}]}
            """,
            folder.resolve("rows.csv"),
            generator),
        "fold.yaml",
        List.of());
  }

  private LabelledTable read(List<String> lines, String generator) throws IOException {
    Files.write(folder.resolve("rows.csv"), lines);
    return TableReader.read(config(generator).data(), Context.quiet(1)).rows();
  }

  private static List<String> lines() {
    RandomStream stream = new Seeds(5).stream("fold");
    List<String> lines = new ArrayList<>(List.of("amount,hour,channel,fraud"));
    for (int row = 0; row < ROWS; row++) {
      boolean isRare = row < RARE;
      lines.add(
          String.format(
              Locale.ROOT,
              "%.3f,%d,%s,%d",
              StrictMath.exp(stream.nextGaussian() + (isRare ? 1.5 : 0)),
              stream.nextInt(24),
              stream.nextDouble() < (isRare ? .8 : .3) ? "web" : "shop",
              isRare ? 1 : 0));
    }
    return lines;
  }
}
