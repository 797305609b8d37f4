package dev.synth.internal.generate.draw;

import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.encode.Span;
import dev.synth.rule.ColumnCondition;
import dev.synth.rule.Conditions;
import dev.synth.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The one-hot cases of an encoded row that conditions leave no choice about. */
public final class PinnedLevels {
  private PinnedLevels() {}

  /**
   * Returns the positions of the cases that every row under the conditions has: where a column must
   * have one level, or one number, and that level or number is a case of its own.
   *
   * @return positions in an encoded row, rising
   */
  public static int[] of(FeatureEncoder encoder, Conditions conditions) {
    List<Span> spans = encoder.layout().spans();
    Set<Integer> gates = new HashSet<>();
    for (Span span : spans) {
      if (span instanceof Span.Scalar scalar) {
        gates.add(scalar.gate());
      }
    }
    return conditions.all().stream()
        .filter(PinnedLevels::isOneValue)
        .flatMapToInt(condition -> positions(encoder, condition))
        .filter(position -> !gates.contains(position))
        .sorted()
        .distinct()
        .toArray();
  }

  private static boolean isOneValue(ColumnCondition condition) {
    return !condition.missing()
        && switch (condition) {
          case ColumnCondition.Among among -> among.levels().size() == 1;
          case ColumnCondition.Interval interval -> interval.min() == interval.max();
        };
  }

  /** The cases of the column whose cell satisfies a condition; none of a time, which has two. */
  private static IntStream positions(FeatureEncoder encoder, ColumnCondition condition) {
    List<Span.OneHot> choices =
        encoder.layout().spans().stream()
            .filter(span -> span.column().equals(condition.column()))
            .filter(Span.OneHot.class::isInstance)
            .map(Span.OneHot.class::cast)
            .toList();
    if (choices.size() != 1) {
      return IntStream.empty();
    }
    Span.OneHot choice = choices.getFirst();
    double[][] rows = new double[choice.width()][encoder.layout().width()];
    for (int row = 0; row < rows.length; row++) {
      rows[row][choice.offset() + row] = 1;
    }
    Table decoded = encoder.decode(rows);
    return IntStream.range(0, rows.length)
        .filter(row -> condition.holds(decoded.cells(condition.column()), row))
        .map(row -> choice.offset() + row);
  }
}
