package dev.synth.internal.rule;

import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The two rows that rules are tried on. */
final class RuleRows {
  /** 2024-01-31T12:00, from {@code date -u -d 2024-01-31T12:00 +%s}. */
  static final long NOON = 1_706_702_400_000_000L;

  /**
   * Row 0: net 3, tax 0.3, gross 3.3, `card type` gold, in web, at noon. Row 1: net, channel and
   * time are missing, the rest is as in row 0. Then an identifier.
   */
  static final Table ROWS =
      new Table(
          new Schema(
              List.of(
                  new Column("net", ColumnType.Numeric.UNBOUNDED),
                  new Column("tax", ColumnType.Numeric.UNBOUNDED),
                  new Column("gross", ColumnType.Numeric.UNBOUNDED),
                  new Column("card type", new ColumnType.Categorical()),
                  new Column("channel", new ColumnType.Categorical()),
                  new Column("time", new ColumnType.Timestamp(false)),
                  new Column("id", new ColumnType.Identifier()))),
          List.of(
              new Cells.Numbers(new double[] {3, 0}, missingInRow(1)),
              new Cells.Numbers(0.3, 0.3),
              new Cells.Numbers(3.3, 3.3),
              Cells.Levels.of(List.of("gold", "gold")),
              Cells.Levels.of(Arrays.asList("web", null)),
              new Cells.Instants(new long[] {NOON, 0}, missingInRow(1)),
              new Cells.Texts(List.of("a", "b"), new BitSet())));

  private RuleRows() {}

  static BitSet missingInRow(int row) {
    BitSet missing = new BitSet();
    missing.set(row);
    return missing;
  }

  static boolean passes(String rule, int row) {
    return !Rule.parse(rule, ROWS.schema()).broken(ROWS).get(row);
  }
}
