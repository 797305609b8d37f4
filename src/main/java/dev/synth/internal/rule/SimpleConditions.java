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
  static Conditions of(Expression.Condition rule, Schema schema) {
    SimpleConditions conditions = new SimpleConditions(schema);
    conditions.visit(rule);
    return new Conditions(conditions.found);
  }

  private void visit(Expression.Condition condition) {
    switch (condition) {
      case Expression.And both -> {
        visit(both.left());
        visit(both.right());
      }
      case Expression.Compared compared -> interval(compared);
      case Expression.SameText same -> add(among(same));
      case Expression.Or either -> add(union(either));
      case Expression.Not not -> {} // says what a cell is not: left to rejection
      case Expression.IsMissing missing -> {}
      case Expression.Together together -> {}
      case Expression.Known known -> {}
      case Expression.InSteps steps -> {}
    }
  }

  private void add(@Nullable ColumnCondition condition) {
    if (condition != null) {
      found.add(condition);
    }
  }

  private void interval(Expression.Compared compared) {
    int left = column(compared.left());
    int right = column(compared.right());
    if (left >= 0 && isWritten(compared.right())) {
      add(interval(left, compared.relation(), written(compared.right())));
    } else if (right >= 0 && isWritten(compared.left())) {
      add(interval(right, mirrored(compared.relation()), written(compared.left())));
    }
  }

  private static int column(Expression.Quantity quantity) {
    return switch (quantity) {
      case Expression.NumberColumn number -> number.column();
      case Expression.TimestampValue time -> time.inUtc() ? -1 : time.column();
      case Expression.TimeOfDayColumn time -> time.column();
      case Expression.NumberValue value -> -1;
      case Expression.TimeValue value -> -1;
      case Expression.TimeOfDayValue value -> -1;
      case Expression.Arithmetic arithmetic -> -1;
      case Expression.Rounded rounded -> -1;
      case Expression.Floored floored -> -1;
      case Expression.PartOfTime part -> -1;
      case Expression.TimeBetween span -> -1;
    };
  }

  private static boolean isWritten(Expression.Quantity quantity) {
    return !Double.isNaN(written(quantity));
  }

  private static double written(Expression.Quantity quantity) {
    return switch (quantity) {
      case Expression.NumberValue value -> value.value();
      case Expression.TimeValue value -> value.micros();
      case Expression.TimeOfDayValue value -> value.micros();
      case Expression.NumberColumn column -> Double.NaN;
      case Expression.TimestampValue column -> Double.NaN;
      case Expression.TimeOfDayColumn column -> Double.NaN;
      case Expression.Arithmetic arithmetic -> Double.NaN;
      case Expression.Rounded rounded -> Double.NaN;
      case Expression.Floored floored -> Double.NaN;
      case Expression.PartOfTime part -> Double.NaN;
      case Expression.TimeBetween span -> Double.NaN;
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

  private @Nullable Among among(Expression.SameText same) {
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
  private @Nullable Among union(Expression.Or either) {
    Among left = levels(either.left());
    Among right = levels(either.right());
    if (left == null || right == null || !left.column().equals(right.column())) {
      return null;
    }
    Set<String> levels = new LinkedHashSet<>(left.levels());
    levels.addAll(right.levels());
    return new Among(left.column(), true, levels);
  }

  private @Nullable Among levels(Expression.Condition condition) {
    return switch (condition) {
      case Expression.SameText same -> among(same);
      case Expression.Or either -> union(either);
      case Expression.And both -> null;
      case Expression.Not not -> null;
      case Expression.Compared compared -> null;
      case Expression.IsMissing missing -> null;
      case Expression.Together together -> null;
      case Expression.Known known -> null;
      case Expression.InSteps steps -> null;
    };
  }
}
