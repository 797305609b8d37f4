package dev.synth.internal.features;

import dev.synth.features.Window;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The definitions that the histories of one kind of entity share. */
final class EntityPlan {
  private final FeaturePlan plan;
  private final List<FeatureMeasure> measures;
  private final int[] numbers;
  private final int[] texts;
  private final int[] tracks;
  private final boolean hasRisk;

  EntityPlan(FeaturePlan plan, FeaturePlan.Entity entity) {
    this.plan = plan;
    this.measures = entity.measures();
    TreeSet<Integer> own = new TreeSet<>();
    TreeSet<Integer> told = new TreeSet<>();
    int[] columns = new int[measures.size()];
    boolean risk = false;
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(plan, measures.get(i));
      if (measures.get(i) instanceof FeatureMeasure.Distinct) {
        told.add(columns[i]);
      } else if (columns[i] >= 0) {
        own.add(columns[i]);
      }
      risk |= measures.get(i) instanceof FeatureMeasure.Risk;
    }
    numbers = own.stream().mapToInt(Integer::intValue).toArray();
    texts = told.stream().mapToInt(Integer::intValue).toArray();
    tracks = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      boolean isText = measures.get(i) instanceof FeatureMeasure.Distinct;
      tracks[i] = Arrays.binarySearch(isText ? texts : numbers, columns[i]);
    }
    hasRisk = risk;
  }

  private static int column(FeaturePlan plan, FeatureMeasure measure) {
    return switch (measure) {
      case FeatureMeasure.Sum sum -> plan.numbers().indexOf(sum.of());
      case FeatureMeasure.Mean mean -> plan.numbers().indexOf(mean.of());
      case FeatureMeasure.Deviation each -> plan.numbers().indexOf(each.of());
      case FeatureMeasure.RatioToMean each -> plan.numbers().indexOf(each.of());
      case FeatureMeasure.Lag lag -> plan.numbers().indexOf(lag.of());
      case FeatureMeasure.Distinct each -> plan.texts().indexOf(each.of());
      case FeatureMeasure.SinceLast none -> -1;
      case FeatureMeasure.SinceFirst none -> -1;
      case FeatureMeasure.Count none -> -1;
      case FeatureMeasure.Risk none -> -1;
    };
  }

  List<FeatureMeasure> measures() {
    return measures;
  }

  /** Returns the places of the entity's numbers among the plan's. */
  int[] numbers() {
    return numbers;
  }

  /** Returns the places of the entity's texts among the plan's. */
  int[] texts() {
    return texts;
  }

  /** Returns for each definition the place of its column among the entity's; negative without. */
  int[] tracks() {
    return tracks;
  }

  boolean hasRisk() {
    return hasRisk;
  }

  long reachMicros(Window window) {
    return plan.reachMicros(window);
  }
}
