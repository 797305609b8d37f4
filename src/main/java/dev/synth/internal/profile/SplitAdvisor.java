package dev.synth.internal.profile;

import dev.synth.internal.profile.SplitAdvice.Reason;
import dev.synth.internal.table.CellText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which split is advisable, from groups, times and what changes over them. */
public final class SplitAdvisor {
  /** Groups matter where a rare row has company in its group by this factor on average. */
  private static final double SHARED = 1.1;

  private SplitAdvisor() {}

  /**
   * Returns what is advisable.
   *
   * @param time the column that orders the rows, or null
   * @param group the column whose equal values belong together, or null
   * @param drift what changes over that time; null where nothing was found out
   */
  public static SplitAdvice of(
      LabelledTable rows,
      @Nullable String time,
      @Nullable String group,
      @Nullable DriftProfile drift) {
    List<Reason> reasons = new ArrayList<>();
    int groups = group == null ? 0 : values(rows.features(), group, rareRows(rows));
    if (group == null) {
      reasons.add(Reason.NO_GROUP);
    } else {
      reasons.add(rows.rareCount() >= SHARED * groups ? Reason.GROUPED : Reason.UNGROUPED);
    }
    int late = drift == null ? 0 : lateRare(drift);
    boolean byTime = drift != null && drift.changes() && late >= SplitAdvice.FEWEST_LATE;
    if (drift == null) {
      reasons.add(Reason.NO_TIME);
    } else {
      reasons.add(drift.changes() ? Reason.DRIFT : Reason.NO_DRIFT);
    }
    if (drift != null && late < SplitAdvice.FEWEST_LATE) {
      reasons.add(Reason.FEW_LATE);
    }
    return new SplitAdvice(byTime, time, group, groups, late, reasons);
  }

  private static int lateRare(DriftProfile drift) {
    int last = drift.stretches().size();
    return drift.stretches().subList(Math.max(0, last - 2), last).stream()
        .mapToInt(DriftProfile.Stretch::rare)
        .sum();
  }

  private static int[] rareRows(LabelledTable rows) {
    return rows.rareRows().stream().toArray();
  }

  /** Returns how many different values a column has in some rows; each missing cell is its own. */
  public static int values(Table table, String column, int[] rows) {
    Column of = table.schema().columns().get(table.schema().indexOf(column));
    Cells cells = table.cells(column);
    Set<String> values = new HashSet<>();
    int missing = (int) Arrays.stream(rows).filter(cells::isMissing).count();
    Arrays.stream(rows)
        .filter(row -> !cells.isMissing(row))
        .forEach(row -> values.add(CellText.of(of, cells, row)));
    return values.size() + missing;
  }
}
