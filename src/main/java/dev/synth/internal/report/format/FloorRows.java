package dev.synth.internal.report.format;

import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import dev.synth.validate.ValidationReport.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The numbers of rows that a metric and its noise floor rest on. */
public final class FloorRows {
  /** The meaning of a table's cells. */
  public static final String MEANING =
      "draws × rows on each side of a draw. Where there are more rows, each draw takes some at"
          + " random, so that the band is the sampling error too, and the value is the median of as"
          + " many draws of synthetic rows. \"asymptotic\": all rows, beside the asymptotic null"
          + " distribution";

  private FloorRows() {}

  /** Returns {@code 200 × 500}, or {@code asymptotic, 20,000} where nothing was drawn. */
  public static String of(Reading reading) {
    Floor floor = reading.floor();
    if (floor == null) {
      return "";
    }
    return floor.analytic()
        ? String.format(Locale.ROOT, "asymptotic, %,d", floor.rowsPerSide())
        : String.format(Locale.ROOT, "%,d × %,d", floor.draws(), floor.rowsPerSide());
  }

  /** Says which metrics looked at some of the rows alone; empty where all took as many as fit. */
  public static String sampled(ValidationReport report) {
    Map<String, List<String>> metrics = new LinkedHashMap<>();
    for (MetricReport metric : report.metrics()) {
      Reading reading = metric.readings().getLast();
      Floor floor = reading.floor();
      if (floor != null && floor.rowsPerSide() < most(report, reading.reference())) {
        metrics.computeIfAbsent(of(reading), key -> new ArrayList<>()).add(metric.metric());
      }
    }
    List<String> groups = new ArrayList<>();
    metrics.forEach((rows, ids) -> groups.add(rows + " for " + String.join(", ", ids)));
    return String.join("; ", groups);
  }

  /** Returns how many rows a side a draw can have. */
  private static int most(ValidationReport report, Reference reference) {
    int real =
        switch (reference) {
          case TRAINING -> report.rareTrainingRows();
          case VALIDATION -> report.rareValidationRows();
        };
    return Math.min(real / 2, report.syntheticRows());
  }
}
