package dev.synth.benchmarks.uplift;

import dev.synth.base.Context;
import dev.synth.classify.Classifier;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.ThresholdRule;
import dev.synth.evaluate.Thresholds;
import dev.synth.internal.bundle.Calibration;
import dev.synth.internal.classify.ensemble.SweepBlends;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.stats.AveragePrecision;
import dev.synth.internal.stats.Moments;
import dev.synth.split.Augmented;
import dev.synth.split.Folds;
import dev.synth.split.HeldOut;
import dev.synth.split.OpeningLog;
import dev.synth.split.SoftLabels;
import dev.synth.split.Split;
import dev.synth.split.Synthetic;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A split that recipes are tried on: its rows, and the same in folds of the training rows. */
final class SweepCell {
  static final String PRECISION = "average_precision";
  static final String FOLD = "fold/";

  private static final int FOLDS = 5;
  private static final int VALIDATION = 1;
  private static final int TEST = 2;
  private static final int HELD_BACK = 1;

  /** A member is dropped where the others are ahead without it by so many standard errors. */
  private static final double ERRORS = 1;

  private final LabelledTable validation;
  private final LabelledTable test;
  private final SweepRows whole;
  private final List<Folds.Fold> folds;
  private final List<SweepRows> inFolds;
  private final boolean studentsInFolds;

  /**
   * A split.
   *
   * @param kept the folder of what is kept
   * @param studentsInFolds whether recipes are tried in folds of the training rows as well
   */
  SweepCell(Split split, UpliftGroup.CellPlace place, Path kept, boolean studentsInFolds) {
    ExperimentConfig config = Student.XGBOOST.config();
    Context context = place.context();
    Context teaching = context.below(SweepRecipe.TEACHER);
    Path own = kept.resolve(place.set()).resolve(place.size()).resolve("split-" + place.split());
    this.studentsInFolds = studentsInFolds;
    this.validation = HeldOut.validationRows(split.validation());
    this.test = HeldOut.openTest(split.test(), new OpeningLog(), "the sweep");
    this.whole =
        new SweepRows(
            FitRows.of(split.training(), config, context),
            List.of(validation.features(), test.features()),
            own.resolve("whole"),
            true);
    this.folds = Folds.inside(split.training(), FOLDS, teaching.seeds());
    this.inFolds = new ArrayList<>();
    for (Folds.Fold fold : folds) {
      String number = FOLD + inFolds.size();
      inFolds.add(
          new SweepRows(
              FitRows.of(fold.training(), config, teaching.below(number)),
              List.of(fold.heldBack().features()),
              own.resolve(number),
              studentsInFolds));
    }
  }

  /** Returns whether the folds have rare rows enough. */
  boolean hasFolds() {
    return folds.stream().allMatch(Folds.Fold::isEnough);
  }

  /** Returns a recipe's figures by their names. */
  Map<String, Double> figures(SweepRecipe recipe) {
    Optional<double[]> weights = recipe.teacher().map(this::weights);
    double[] scoresOfValidation;
    double[] scoresOfTest;
    if (recipe.student().equals(SweepRecipe.TEACHER)) {
      SweepRecipe.Blend blend = recipe.teacher().orElseThrow();
      scoresOfValidation = blended(whole, blend, weights.orElseThrow(), VALIDATION);
      scoresOfTest = blended(whole, blend, weights.orElseThrow(), TEST);
    } else {
      Classifier student = student(recipe, whole, weights, true);
      scoresOfValidation = student.score(validation.features());
      scoresOfTest = student.score(test.features());
    }
    double[] unseen = unseen(recipe, weights);
    Map<String, Double> figures =
        measured(ScoredRows.of(scoresOfTest, test), scoresOfValidation, unseen);
    figures.put("folds_" + PRECISION, inFolds(unseen));
    if (studentsInFolds && !recipe.rows().self() && !recipe.student().equals(SweepRecipe.TEACHER)) {
      for (int fold = 0; fold < folds.size(); fold++) {
        LabelledTable heldBack = folds.get(fold).heldBack();
        Classifier student = student(recipe, inFolds.get(fold), weights, false);
        ScoredRows scored = ScoredRows.of(student, heldBack);
        figures.put(FOLD + fold, Curves.averagePrecision(scored));
      }
    }
    return figures;
  }

  /**
   * Returns figures of the test rows at thresholds of five kinds: of the validation rows as they
   * are and at the class ratio of use, the same of these and of training rows that the scores'
   * teacher had not learned from, and the best there is.
   */
  private Map<String, Double> measured(ScoredRows scored, double[] ofValidation, double[] unseen) {
    ThresholdRule rule = new ThresholdRule.MaxF1();
    NaturalRatio ratio = new NaturalRatio((double) test.rareCount() / test.rowCount());
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(PRECISION, Curves.averagePrecision(scored));
    ScoredRows own = ScoredRows.of(ofValidation, validation);
    at(figures, "validation", scored.at(Thresholds.choose(rule, own).value()));
    at(figures, "natural", scored.at(ratio.threshold(own)));
    double[] places = places(ofValidation);
    ScoredRows pooled =
        ScoredRows.of(joined(List.of(places, places(unseen))), validation.followedBy(heldBack()));
    double place = Thresholds.choose(rule, pooled).value();
    at(figures, "pooled", scored.at(atPlace(ofValidation, places, place)));
    double natural = ratio.threshold(pooled);
    at(figures, "pooled-natural", scored.at(atPlace(ofValidation, places, natural)));
    at(figures, "best", scored.at(Thresholds.choose(rule, scored).value()));
    return figures;
  }

  private static void at(Map<String, Double> figures, String where, Confusion confusion) {
    figures.put("f1/" + where, confusion.fBeta(1));
    figures.put("recall/" + where, confusion.recall());
  }

  /** Returns each score's place among all, in (0, 1): equal scores have the lowest of theirs. */
  private static double[] places(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double[] places = new double[scores.length];
    for (int row = 0; row < places.length; row++) {
      int place = Arrays.binarySearch(sorted, scores[row]);
      while (place > 0 && sorted[place - 1] == sorted[place]) {
        place--;
      }
      places[row] = (place + 0.5) / places.length;
    }
    return places;
  }

  /** Returns a threshold with as large a share of rows above it as a place has. */
  private static double atPlace(double[] scores, double[] places, double place) {
    double above = 1;
    double below = 0;
    for (int row = 0; row < scores.length; row++) {
      if (places[row] >= place) {
        above = Math.min(above, scores[row]);
      } else {
        below = Math.max(below, scores[row]);
      }
    }
    return (above + below) / 2;
  }

  /** Returns what training rows score that the teacher, or else the student, had not seen. */
  private double[] unseen(SweepRecipe recipe, Optional<double[]> weights) {
    SweepRecipe.Blend blend =
        recipe.teacher().orElseGet(() -> SweepRecipe.Blend.of(recipe.student()));
    return SweepBlends.probabilities(unseen(blend), weights.orElse(new double[] {1}));
  }

  private LabelledTable heldBack() {
    LabelledTable all = folds.getFirst().heldBack();
    for (Folds.Fold fold : folds.subList(1, folds.size())) {
      all = all.followedBy(fold.heldBack());
    }
    return all;
  }

  private double inFolds(double[] scores) {
    List<Double> values = new ArrayList<>();
    int offset = 0;
    for (Folds.Fold fold : folds) {
      LabelledTable heldBack = fold.heldBack();
      double[] own = Arrays.copyOfRange(scores, offset, offset + heldBack.rowCount());
      values.add(AveragePrecision.of(own, heldBack.rareRows()));
      offset += heldBack.rowCount();
    }
    return Moments.mean(values);
  }

  /** Fits a student; a fold has no labels for the real rows that it learns from. */
  private Classifier student(
      SweepRecipe recipe, SweepRows rows, Optional<double[]> weights, boolean isWhole) {
    Augmented augmented =
        recipe
            .teacher()
            .map(blend -> taught(recipe, blend, weights.orElseThrow(), rows, isWhole))
            .orElseGet(() -> rows.rows().training().unaugmented());
    return rows.student(recipe.student().charAt(0), augmented);
  }

  private Augmented taught(
      SweepRecipe recipe,
      SweepRecipe.Blend blend,
      double[] weights,
      SweepRows rows,
      boolean isWhole) {
    double[] labels = blended(rows, blend, weights, SweepRows.SYNTHETIC);
    int[] chosen = chosen(recipe.rows(), rows, labels);
    Table added = rows.drawnRows(chosen);
    List<double[]> parts = new ArrayList<>(List.of(SweepScores.of(labels, chosen)));
    if (recipe.rows().self() && isWhole) {
      added = added.followedBy(heldBack().features());
      parts.add(calibrated(blend, SweepBlends.probabilities(unseen(blend), weights)));
    }
    return rows.rows().training().plus(Synthetic.external(added), new SoftLabels(joined(parts)));
  }

  /** Returns which of the drawn rows join. */
  private static int[] chosen(SweepRecipe.Rows asked, SweepRows rows, double[] labels) {
    int[] first = SweepRows.first(rows.count(asked.ratio()));
    if (!asked.near()) {
      return first;
    }
    return IntStream.of(first)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> Math.abs(labels[row] - 0.5)))
        .limit(Math.round(SweepRecipe.NEAR_SHARE * first.length))
        .mapToInt(row -> row)
        .sorted()
        .toArray();
  }

  private double[] blended(SweepRows rows, SweepRecipe.Blend blend, double[] weights, int table) {
    List<double[]> members =
        blend.members().stream()
            .map(member -> rows.member(member, copies(member)).get(table))
            .toList();
    return calibrated(blend, SweepBlends.probabilities(members, weights));
  }

  /** As the product has it, boosted trees of the first two kinds are fitted with three seeds. */
  private static int copies(char member) {
    return member == 'b' || member == 's' ? 3 : 1;
  }

  private double[] calibrated(SweepRecipe.Blend blend, double[] probabilities) {
    if (!blend.has("platt")) {
      return probabilities;
    }
    double[] unseen = SweepBlends.probabilities(unseen(blend), weights(blend));
    Calibration calibration = Calibration.learn(ScoredRows.of(unseen, heldBack()));
    return Arrays.stream(probabilities).map(calibration::probability).toArray();
  }

  private List<double[]> unseen(SweepRecipe.Blend blend) {
    return blend.members().stream()
        .map(
            member ->
                joined(
                    inFolds.stream().map(fold -> fold.member(member, 1).get(HELD_BACK)).toList()))
        .toList();
  }

  /** Returns what members weigh. */
  private double[] weights(SweepRecipe.Blend blend) {
    int count = blend.members().size();
    if (blend.has("equal")) {
      double[] equal = new double[count];
      Arrays.fill(equal, 1.0 / count);
      return equal;
    }
    List<double[]> unseen = unseen(blend);
    BitSet rare = heldBack().rareRows();
    return blend.has("drop")
        ? withoutLosers(unseen, rare, blend.pull())
        : SweepBlends.weights(unseen, rare, blend.pull());
  }

  /** Drops members as long as the others are clearly better without one. */
  private double[] withoutLosers(List<double[]> members, BitSet rare, double pull) {
    List<Integer> kept = new ArrayList<>(IntStream.range(0, members.size()).boxed().toList());
    boolean dropped = true;
    while (dropped && kept.size() > 1) {
      dropped = false;
      double[] all = shares(members, kept, rare, pull);
      for (Integer member : List.copyOf(kept)) {
        List<Integer> others = kept.stream().filter(each -> !each.equals(member)).toList();
        double[] without = shares(members, others, rare, pull);
        List<Double> gains = new ArrayList<>();
        for (int row = 0; row < all.length; row++) {
          gains.add(without[row] - all[row]);
        }
        double error = Moments.standardDeviation(gains) / Math.sqrt(gains.size());
        if (Moments.mean(gains) > ERRORS * error) {
          kept.removeIf(member::equals);
          dropped = true;
          break;
        }
      }
    }
    double[] own = SweepBlends.weights(of(members, kept), rare, pull);
    double[] weights = new double[members.size()];
    for (int i = 0; i < own.length; i++) {
      weights[kept.get(i)] = own[i];
    }
    return weights;
  }

  private static List<double[]> of(List<double[]> members, List<Integer> kept) {
    return kept.stream().map(members::get).toList();
  }

  /** Returns for each rare row the share of rare rows among those that score as high. */
  private static double[] shares(
      List<double[]> members, List<Integer> kept, BitSet rare, double pull) {
    List<double[]> own = of(members, kept);
    double[] weights = SweepBlends.weights(own, rare, pull);
    return AveragePrecision.atPositives(SweepBlends.probabilities(own, weights), rare);
  }

  private static double[] joined(List<double[]> parts) {
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
