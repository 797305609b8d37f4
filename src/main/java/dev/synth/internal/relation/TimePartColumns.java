package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.relation.number.Clocks;
import dev.synth.internal.rule.TimePart;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import java.util.List;

/**
 * Finds columns that are a part of a column of times: its month, its hour, its date. Weekdays may
 * count from 0.
 */
final class TimePartColumns {
  /** The most columns of times that are looked at. */
  static final int MOST_TIMES = 12;

  private final Search search;

  private TimePartColumns(Search search) {
    this.search = search;
  }

  static void find(Search search) {
    TimePartColumns parts = new TimePartColumns(search);
    int all = all(search).size();
    if (all > MOST_TIMES) {
      search.unsearched(RelationFacts.Topic.TIMES, MOST_TIMES, all);
    }
    for (ColumnFacts source : times(search)) {
      for (ColumnFacts target : search.open(column -> column.index != source.index)) {
        for (TimePart part : TimePart.values()) {
          parts.look(source, target, part);
        }
      }
    }
  }

  /** Returns the columns of points in time that vary, the first few. */
  static List<ColumnFacts> times(Search search) {
    List<ColumnFacts> all = all(search);
    return all.subList(0, Math.min(MOST_TIMES, all.size()));
  }

  private static List<ColumnFacts> all(Search search) {
    return search.open(column -> search.type(column.index) instanceof ColumnType.Timestamp);
  }

  private static TimePart.Kind kind(ColumnType type) {
    return switch (type) {
      case ColumnType.Timestamp timestamp -> TimePart.Kind.TIME;
      case ColumnType.TimeOfDay time -> TimePart.Kind.TIME_OF_DAY;
      case ColumnType.Numeric numeric -> TimePart.Kind.NUMBER;
      case ColumnType.Categorical categorical -> TimePart.Kind.NUMBER;
      case ColumnType.Identifier identifier -> TimePart.Kind.NUMBER;
    };
  }

  private void look(ColumnFacts source, ColumnFacts target, TimePart part) {
    boolean mayBe =
        target.kind != ColumnFacts.Kind.LEVEL
            && kind(search.type(target.index)) == part.kind()
            && isOnItsClock(source, target, part);
    if (mayBe && !search.targets.get(target.index) && !accept(source, target, part, 0)) {
      if (part == TimePart.WEEKDAY) {
        accept(source, target, part, -1);
      }
    }
  }

  /**
   * Returns whether a rule compares the part as it is: a column whose times have offsets is
   * compared by its points in time. A local time is a part of a column with offsets alone.
   */
  private boolean isOnItsClock(ColumnFacts source, ColumnFacts target, TimePart part) {
    Schema schema = search.grid.schema();
    boolean isLocal = part != TimePart.LOCAL || Clocks.hasOffset(schema, source.index);
    return isLocal
        && (part.kind() != TimePart.Kind.TIME || !Clocks.hasOffset(schema, target.index));
  }

  private boolean accept(ColumnFacts source, ColumnFacts target, TimePart part, int shift) {
    for (int row = 0; row < source.values.length; row++) {
      if (isOff(part.of(source.values[row]) + shift, target.values[row])) {
        return false;
      }
    }
    String of = PlainText.of("%s(%s)", part.function(), search.text.name(source.index));
    String shown = shift == 0 ? of : PlainText.of("%s - %d", of, -shift);
    Evidence evidence = search.evidence;
    return search.mayCompute(target.index, List.of(source.index))
        && evidence.isEnough(source, target)
        && evidence.wouldBreak(
            row ->
                isOff(
                    part.of(source.values[evidence.shuffled(source.index, row)]) + shift,
                    target.values[row]))
        && search.add(
            new Relation.PartOf(
                shown + " == " + search.text.name(target.index),
                source.index,
                target.index,
                part,
                shift));
  }

  /** Returns whether two cells differ; missing ones do not. */
  private static boolean isOff(double one, double other) {
    return Math.abs(one - other) > 0;
  }
}
