package dev.synth.benchmarks.uplift;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.evaluate.Arm;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.experiment.arm.ArmFit;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.split.Augmented;
import dev.synth.split.Synthetic;
import dev.synth.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that recipes learn from: those of a cell, or of one of its folds. Drawn rows and the scores
 * of members are kept in files, so that further recipes need not make them again.
 */
final class SweepRows {
  /** Rows for all recipes are drawn at this ratio. */
  private static final double RATIO = 3;

  /** The place of the drawn rows among the tables that members score. */
  static final int SYNTHETIC = 0;

  private final FitRows rows;
  private final List<Table> scored;
  private final Path kept;
  private final boolean draws;
  private final Map<String, List<double[]>> members = new HashMap<>();
  private @Nullable Synthetic drawn;

  /**
   * Rows to learn from.
   *
   * @param rows the real rows
   * @param scored the tables that members score beside the drawn rows
   * @param kept the folder of the files
   * @param draws whether rows are drawn for students
   */
  SweepRows(FitRows rows, List<Table> scored, Path kept, boolean draws) {
    this.draws = draws;
    this.rows = rows;
    this.scored = List.copyOf(scored);
    this.kept = kept;
  }

  FitRows rows() {
    return rows;
  }

  /** Returns rows of the autoencoder with its defaults, three for each row of the other class. */
  Synthetic drawn() {
    Synthetic known = drawn;
    if (known == null) {
      Path file = kept.resolve("drawn.csv");
      if (!Files.exists(file)) {
        AugmentationPlan plan = new AugmentationPlan.Ratio(RATIO);
        ArmPlan arm =
            new ArmPlan(Arm.generator("vae", plan), ClassWeighting.NONE, plan, Labels.HARD);
        Source source = new Source("vae", VaeOptions.defaults(), List.of(arm));
        Synthetic made = ArmFit.of(source, rows).draw(arm).augmented().synthetic();
        written(file, path -> TableWriter.write(path, made.rows()));
      }
      known = PeerRows.read(file, rows.training().rows());
      drawn = known;
    }
    return known;
  }

  /** Returns how many rows a ratio stands for. */
  int count(double ratio) {
    return (int) Math.round(ratio / RATIO * drawn().rowCount());
  }

  /**
   * Returns the log-odds of a member: of the drawn rows, if there are any, and of further tables.
   *
   * @param letter the member
   * @param copies how many are fitted, whose log-odds are averaged
   */
  List<double[]> member(char letter, int copies) {
    return members.computeIfAbsent(letter + "-" + copies, name -> read(letter, copies, name));
  }

  private List<double[]> read(char letter, int copies, String name) {
    // small letters and capitals are one on some file systems
    String size = Character.isUpperCase(letter) ? "large-" : "";
    Path file = kept.resolve(size + name + (draws ? "-drawn" : "") + ".scores");
    if (!Files.exists(file)) {
      List<double[]> scores = fitted(letter, copies);
      written(file, path -> SweepScores.write(path, scores));
    }
    try {
      return SweepScores.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<double[]> fitted(char letter, int copies) {
    Table some = scored.getFirst();
    List<Table> tables = new ArrayList<>(List.of(draws ? drawn().rows() : some.rows(first(0))));
    tables.addAll(scored);
    List<List<double[]>> all = new ArrayList<>();
    tables.forEach(table -> all.add(new ArrayList<>()));
    for (int copy = 0; copy < copies; copy++) {
      Classifier member = member(letter, copy, rows.context().below(SweepRecipe.TEACHER));
      for (int table = 0; table < tables.size(); table++) {
        all.get(table).add(member.score(tables.get(table)));
      }
    }
    return all.stream().map(SweepScores::meanLogOdds).toList();
  }

  /** Fits a student on what its teacher has labelled; its seeds are the same in every recipe. */
  Classifier student(char letter, Augmented on) {
    ClassifierTrainer trainer = Classifiers.trainer(SweepRecipe.options(letter));
    return fit(trainer, on, rows.context().below("classifier/" + trainer.name()));
  }

  private Classifier member(char letter, int copy, Context teaching) {
    ClassifierTrainer trainer = Classifiers.trainer(SweepRecipe.options(letter));
    Context own = teaching.below("member/" + copy).below(trainer.name());
    return fit(trainer, rows.training().unaugmented(), own);
  }

  private Classifier fit(ClassifierTrainer trainer, Augmented on, Context context) {
    return trainer.fit(on, ClassWeighting.NONE, rows.features(), context);
  }

  /** Returns some of the drawn rows. */
  Table drawnRows(int[] chosen) {
    return drawn().rows().rows(chosen);
  }

  /** Returns the numbers of the first rows. */
  static int[] first(int count) {
    return IntStream.range(0, count).toArray();
  }

  /** A writer of a file. */
  @FunctionalInterface
  private interface Writing {
    void to(Path file) throws IOException;
  }

  /** Writes a file that is there whole or not at all. */
  private static void written(Path file, Writing writing) {
    try {
      Files.createDirectories(file.getParent());
      Path begun = file.resolveSibling("begun-" + file.getFileName());
      writing.to(begun);
      Files.move(begun, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
