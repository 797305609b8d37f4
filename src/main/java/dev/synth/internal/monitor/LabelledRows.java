package dev.synth.internal.monitor;

import dev.synth.internal.bundle.LogColumns;
import dev.synth.internal.bundle.RowAssembler;
import dev.synth.internal.bundle.Scores;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.Cells;
import dev.synth.table.RowFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the rows whose labels are known, and counts the others. */
final class LabelledRows implements WindowReader.RowSink {
  private final Map<String, LateLabels.LateLabel> known;
  private final @Nullable String id;
  private final List<Row> rows = new ArrayList<>();
  private long alerts;
  private long others;
  private long labelledAlerts;

  /**
   * A row.
   *
   * @param score its score
   * @param isAlert whether it is an alert
   * @param isRare whether it is rare
   * @param weight one over the probability with which its label could become known
   * @param day days since 1970-01-01
   */
  record Row(double score, boolean isAlert, boolean isRare, double weight, long day) {}

  LabelledRows(LateLabels labels) {
    this.known = labels.byName();
    this.id = labels.id();
  }

  @Override
  public void take(WindowReader.WindowBlock taken, Scores scores, long[] days) {
    for (int row = 0; row < scores.scores().length; row++) {
      boolean isAlert = scores.alerts()[row];
      alerts += isAlert ? 1 : 0;
      others += isAlert ? 0 : 1;
      String name = name(taken, row);
      boolean isLeftOut = name == null || isBlockedByChance(taken, row);
      LateLabels.LateLabel label = isLeftOut ? null : known.get(name);
      long day = days[row];
      if (label != null && day != RowFacts.NO_DAY) {
        labelledAlerts += isAlert ? 1 : 0;
        rows.add(
            new Row(
                scores.scores()[row],
                isAlert,
                label.isRare(),
                1 / (label.propensity() * logged(taken, row)),
                day));
      }
    }
  }

  /** Rows that passed stand for those that did not, so that none of the latter counts itself. */
  private static boolean isBlockedByChance(WindowReader.WindowBlock taken, int row) {
    List<@Nullable String> all = taken.logged().get(LogColumns.DECISION);
    return all != null && "1".equals(all.get(row)) && logged(taken, row) < 1;
  }

  /** The probability that the server's log has for letting a row pass; 1 where there is no log. */
  private static double logged(WindowReader.WindowBlock taken, int row) {
    List<@Nullable String> all = taken.logged().get(LogColumns.PROPENSITY);
    String text = all == null ? null : all.get(row);
    double value = text == null ? 1 : NumberText.parse(text).orElse(1);
    return value > 0 && value <= 1 ? value : 1;
  }

  private @Nullable String name(WindowReader.WindowBlock taken, int row) {
    String column = id;
    RowAssembler.AssembledRows block = taken.block();
    List<@Nullable String> names = taken.logged().get(LogColumns.EVENT_ID);
    if (names != null && column != null) {
      return names.get(row);
    }
    if (column == null) {
      return Long.toString(block.first() + row);
    }
    boolean isThere = block.carried().schema().find(column).isPresent();
    return isThere
            && block.carried().cells(column) instanceof Cells.Texts texts
            && !texts.isMissing(row)
        ? texts.value(row)
        : null;
  }

  /** Returns the labelled rows, in the order of the files. */
  List<Row> rows() {
    return rows;
  }

  /** Returns how many of which rows are labelled. */
  LabelledPerformance.LabelCoverage coverage() {
    return new LabelledPerformance.LabelCoverage(
        alerts,
        labelledAlerts,
        others,
        rows.size() - labelledAlerts,
        rows.stream().anyMatch(row -> row.weight() != 1));
  }
}
