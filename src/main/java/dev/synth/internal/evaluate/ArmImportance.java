package dev.synth.internal.evaluate;

import dev.synth.evaluate.Arm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The worth of the columns to a classifier of an arm: of one repeat, or the mean of several.
 *
 * @param arm the arm
 * @param classifier the classifier's name
 * @param validationAveragePrecision on all validation rows
 * @param repeats how many repeats it is the mean of
 * @param columns the columns; of a mean, the highest drops first
 */
public record ArmImportance(
    Arm arm,
    String classifier,
    double validationAveragePrecision,
    int repeats,
    List<ColumnDrop> columns) {
  public ArmImportance {
    columns = List.copyOf(columns);
  }

  /** The arm and the classifier of an importance. */
  record Key(Arm arm, String classifier) {}

  Key key() {
    return new Key(arm, classifier);
  }

  /**
   * Returns the means that are shown: of {@code none}, and of the generator's arm with the highest
   * average precision on validation rows with the first-listed classifier; of equal ones the first.
   *
   * @param top how many columns are kept
   */
  public static List<ArmImportance> shown(List<RepeatDiagnostics> repeats, int top) {
    Map<Key, List<ArmImportance>> all = new LinkedHashMap<>();
    for (RepeatDiagnostics repeat : repeats) {
      for (ArmImportance own : repeat.importance()) {
        all.computeIfAbsent(own.key(), key -> new ArrayList<>()).add(own);
      }
    }
    List<ArmImportance> means = all.values().stream().map(own -> mean(own, top)).toList();
    Arm best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (ArmImportance mean : means) {
      boolean isRival =
          mean.arm().role() == Arm.Role.GENERATOR
              && mean.classifier().equals(means.getFirst().classifier());
      if (isRival && mean.validationAveragePrecision() > highest) {
        best = mean.arm();
        highest = mean.validationAveragePrecision();
      }
    }
    Arm chosen = best;
    return means.stream()
        .filter(mean -> mean.arm().role() == Arm.Role.REFERENCE || mean.arm().equals(chosen))
        .toList();
  }

  /**
   * Returns the mean over repeats of one arm and classifier.
   *
   * @param top how many columns are kept
   */
  static ArmImportance mean(List<ArmImportance> repeats, int top) {
    Map<String, List<ColumnDrop>> byColumn = new LinkedHashMap<>();
    double precision = 0;
    for (ArmImportance repeat : repeats) {
      precision += repeat.validationAveragePrecision();
      for (ColumnDrop drop : repeat.columns()) {
        byColumn.computeIfAbsent(drop.column(), name -> new ArrayList<>()).add(drop);
      }
    }
    List<ColumnDrop> means = new ArrayList<>();
    byColumn.forEach((column, drops) -> means.add(mean(column, drops)));
    ArmImportance first = repeats.getFirst();
    return new ArmImportance(
        first.arm(),
        first.classifier(),
        precision / repeats.size(),
        repeats.size(),
        means.stream()
            .sorted(Comparator.comparingDouble(drop -> -drop.drop()))
            .limit(top)
            .toList());
  }

  /** The mean of independent drops, and its standard error. */
  private static ColumnDrop mean(String column, List<ColumnDrop> drops) {
    double sum = 0;
    double squares = 0;
    for (ColumnDrop drop : drops) {
      sum += drop.drop();
      squares += drop.standardError() * drop.standardError();
    }
    return new ColumnDrop(column, sum / drops.size(), Math.sqrt(squares) / drops.size());
  }
}
