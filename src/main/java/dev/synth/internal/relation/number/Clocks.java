package dev.synth.internal.relation.number;

import dev.synth.internal.table.cell.OffsetText;
import dev.synth.table.Schema;
import dev.synth.table.TimeForm;
import java.util.stream.LongStream;

/** The clocks that columns of times are told by: local times differ from those in UTC. */
public final class Clocks {
  /** 2024-01-01 and 2024-07-01, in microseconds since 1970: winter somewhere, and summer. */
  private static final long[] SEASONS = {1_704_067_200_000_000L, 1_719_792_000_000_000L};

  private Clocks() {}

  /** Returns whether the local times of two columns differ as the points in time behind them do. */
  public static boolean areOne(Schema schema, int column, int other) {
    return schema.offsetsOf(column).isEmpty()
        && schema.offsetsOf(other).isEmpty()
        && LongStream.of(SEASONS)
            .allMatch(at -> ahead(schema, column, at) == ahead(schema, other, at));
  }

  /** Returns whether a column's cells say how far their clock is from UTC. */
  public static boolean hasOffset(Schema schema, int column) {
    return schema.columns().get(column).form() instanceof TimeForm form && form.hasOffset();
  }

  private static long ahead(Schema schema, int column, long at) {
    return schema.columns().get(column).form() instanceof TimeForm form
        ? OffsetText.micros(form.offset(), at)
        : 0;
  }
}
