package dev.synth.internal.rule;

import dev.synth.rule.ColumnCondition;
import dev.synth.rule.ColumnCondition.Among;
import dev.synth.rule.ColumnCondition.Interval;
import dev.synth.rule.Conditions;
import dev.synth.table.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a rule says of single columns: a number or time compared with a written one, a level
 * that must be one of some, and several of these joined by {@code and}.
 */
final class SimpleConditions {
  private final Schema schema;
  private final List<ColumnCondition> found = new ArrayList<>();

  private SimpleConditions(Schema schema) {
    this.schema = schema;
  }

  /** Returns conditions that the rule implies; what else it says is not among them. */
  static Conditions of(Condition rule, Schema schema) {
    SimpleConditions conditions = new SimpleConditions(schema);
    conditions.visit(rule);
    return new Conditions(conditions.found);
  }

  private void visit(Condition condition) {
    switch (condition) {
      case Condition.And both -> {
        visit(both.left());
        visit(both.right());
      }
      case Condition.Compared compared -> interval(compared);
      case Condition.SameText same -> add(among(same));
      case Condition.Or either -> add(union(either));
      case Condition.Not not -> {} // says what a cell is not: left to rejection
      case Condition.IsMissing missing -> {}
      case Condition.Together together -> {}
      case Condition.Known known -> {}
      case Condition.InSteps steps -> {}
    }
  }

  private void add(@Nullable ColumnCondition condition) {
    if (condition != null) {
      found.add(condition);
    }
  }

  private void interval(Condition.Compared compared) {
    int left = column(compared.left());
    int right = column(compared.right());
    if (left >= 0 && isWritten(compared.right())) {
      add(interval(left, compared.relation(), written(compared.right())));
    } else if (right >= 0 && isWritten(compared.left())) {
      add(interval(right, mirrored(compared.relation()), written(compared.left())));
    }
  }

  private static int column(Quantity quantity) {
    return switch (quantity) {
      case Quantity.NumberColumn number -> number.column();
      case Quantity.TimestampValue time -> time.inUtc() ? -1 : time.column();
      case Quantity.TimeOfDayColumn time -> time.column();
      case Quantity.NumberValue value -> -1;
      case Quantity.TimeValue value -> -1;
      case Quantity.TimeOfDayValue value -> -1;
      case Quantity.Arithmetic arithmetic -> -1;
      case Quantity.Rounded rounded -> -1;
      case Quantity.Floored floored -> -1;
      case Quantity.PartOfTime part -> -1;
      case Quantity.TimeBetween span -> -1;
    };
  }

  private static boolean isWritten(Quantity quantity) {
    return !Double.isNaN(written(quantity));
  }

  private static double written(Quantity quantity) {
    return switch (quantity) {
      case Quantity.NumberValue value -> value.value();
      case Quantity.TimeValue value -> value.micros();
      case Quantity.TimeOfDayValue value -> value.micros();
      case Quantity.NumberColumn column -> Double.NaN;
      case Quantity.TimestampValue column -> Double.NaN;
      case Quantity.TimeOfDayColumn column -> Double.NaN;
      case Quantity.Arithmetic arithmetic -> Double.NaN;
      case Quantity.Rounded rounded -> Double.NaN;
      case Quantity.Floored floored -> Double.NaN;
      case Quantity.PartOfTime part -> Double.NaN;
      case Quantity.TimeBetween span -> Double.NaN;
    };
  }

  private static ComparisonOperator mirrored(ComparisonOperator relation) {
    return switch (relation) {
      case LESS -> ComparisonOperator.MORE;
      case AT_MOST -> ComparisonOperator.AT_LEAST;
      case MORE -> ComparisonOperator.LESS;
      case AT_LEAST -> ComparisonOperator.AT_MOST;
      case EQUAL -> ComparisonOperator.EQUAL;
      case DIFFERENT -> ComparisonOperator.DIFFERENT;
    };
  }

  private @Nullable Interval interval(int column, ComparisonOperator relation, double value) {
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.POSITIVE_INFINITY;
    return switch (relation) {
      case LESS -> interval(column, least, Math.nextDown(value));
      case AT_MOST -> interval(column, least, value);
      case MORE -> interval(column, Math.nextUp(value), most);
      case AT_LEAST -> interval(column, value, most);
      case EQUAL -> interval(column, value, value);
      case DIFFERENT -> null;
    };
  }

  /** A rule rejects only what is certainly false, so a missing cell will do. */
  private Interval interval(int column, double min, double max) {
    return new Interval(schema.names().get(column), true, min, max);
  }

  private @Nullable Among among(Condition.SameText same) {
    if (same.relation() != ComparisonOperator.EQUAL) {
      return null;
    }
    if (same.left() instanceof Expression.LevelColumn column
        && same.right() instanceof Expression.TextValue value) {
      return new Among(schema.names().get(column.column()), true, Set.of(value.value()));
    }
    if (same.right() instanceof Expression.LevelColumn column
        && same.left() instanceof Expression.TextValue value) {
      return new Among(schema.names().get(column.column()), true, Set.of(value.value()));
    }
    return null;
  }

  /** Several levels of one column, as {@code in (…)} has them. */
  private @Nullable Among union(Condition.Or either) {
    Among left = levels(either.left());
    Among right = levels(either.right());
    if (left == null || right == null || !left.column().equals(right.column())) {
      return null;
    }
    Set<String> levels = new LinkedHashSet<>(left.levels());
    levels.addAll(right.levels());
    return new Among(left.column(), true, levels);
  }

  private @Nullable Among levels(Condition condition) {
    return switch (condition) {
      case Condition.SameText same -> among(same);
      case Condition.Or either -> union(either);
      case Condition.And both -> null;
      case Condition.Not not -> null;
      case Condition.Compared compared -> null;
      case Condition.IsMissing missing -> null;
      case Condition.Together together -> null;
      case Condition.Known known -> null;
      case Condition.InSteps steps -> null;
    };
  }
}
