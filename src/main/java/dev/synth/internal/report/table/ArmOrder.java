package dev.synth.internal.report.table;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.evaluate.Arm;
import dev.synth.split.RareRows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order in which reports list a comparison's arms: by the number of real rare rows, and there
 * by the change in average precision with the first-listed classifier, the largest gain first;
 * {@code none} stands where nothing changes.
 */
public final class ArmOrder {
  private ArmOrder() {}

  /** Returns the comparison in that order; as it is where one arm alone is judged. */
  public static Comparison ofSeveral(Comparison comparison) {
    return comparison.primary().size() > 1 ? of(comparison) : comparison;
  }

  /** Returns the comparison in that order. */
  public static Comparison of(Comparison comparison) {
    List<Arm> arms = arms(comparison);
    return new Comparison(
        comparison.schemaVersion(),
        comparison.protocol(),
        comparison.repeats(),
        sorted(comparison.primary(), by(arms, contrast -> contrast.estimate().arm())),
        sorted(comparison.endpoints(), by(arms, contrast -> contrast.estimate().arm())),
        sorted(comparison.againstNone(), by(arms, PairedDifference::arm)),
        comparison.savings(),
        comparison.choices(),
        sorted(comparison.summaries(), by(arms, ArmSummary::arm)),
        comparison.looks(),
        comparison.doseResponse(),
        comparison.troubles());
  }

  private static List<Arm> arms(Comparison comparison) {
    List<Arm> given = comparison.summaries().stream().map(ArmSummary::arm).distinct().toList();
    List<RareRows> trainingSizes = given.stream().map(Arm::rareRows).distinct().toList();
    return given.stream()
        .sorted(
            Comparator.comparingInt((Arm arm) -> trainingSizes.indexOf(arm.rareRows()))
                .thenComparingDouble(arm -> -gain(comparison, arm)))
        .toList();
  }

  private static double gain(Comparison comparison, Arm arm) {
    return comparison.againstNone().stream()
        .filter(row -> row.classifier().equals(comparison.protocol().classifier()))
        .filter(row -> row.arm().equals(arm))
        .flatMap(row -> Optional.ofNullable(row.mean()).stream())
        .findFirst()
        .orElse(0.0);
  }

  private interface ArmOf<T> {
    Arm of(T row);
  }

  private static <T> Comparator<T> by(List<Arm> arms, ArmOf<T> arm) {
    return Comparator.comparingInt(row -> arms.indexOf(arm.of(row)));
  }

  /** Rows of one arm keep their order. */
  private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
    return rows.stream().sorted(order).toList();
  }
}
