package dev.synth.internal.monitor;

import dev.synth.internal.bundle.RowAssembler;
import dev.synth.internal.bundle.Scores;
import dev.synth.table.Cells;
import dev.synth.table.RowFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the rows whose labels are known, and counts the others. */
final class LabelledRows implements RowReader.RowSink {
  private final Map<String, LateLabels.Known> known;
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
  public void take(RowAssembler.Block block, Scores scores, long[] days) {
    for (int row = 0; row < scores.scores().length; row++) {
      boolean isAlert = scores.alerts()[row];
      alerts += isAlert ? 1 : 0;
      others += isAlert ? 0 : 1;
      String name = name(block, row);
      LateLabels.Known label = name == null ? null : known.get(name);
      long day = days[row];
      if (label != null && day != RowFacts.NO_DAY) {
        labelledAlerts += isAlert ? 1 : 0;
        rows.add(
            new Row(scores.scores()[row], isAlert, label.isRare(), 1 / label.propensity(), day));
      }
    }
  }

  private @Nullable String name(RowAssembler.Block block, int row) {
    String column = id;
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
  Performance.Coverage coverage() {
    return new Performance.Coverage(
        alerts,
        labelledAlerts,
        others,
        rows.size() - labelledAlerts,
        rows.stream().anyMatch(row -> row.weight() != 1));
  }
}
