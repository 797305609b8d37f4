package dev.synth.internal.report.table;

import dev.synth.compare.Comparison;
import java.util.List;
import java.util.stream.Stream;

/** The tables of what arms achieved, in the order in which every format has them. */
public final class FigureTables {
  private FigureTables() {}

  /** Returns the tables that a comparison has numbers for. */
  public static List<FigureTable> of(Comparison comparison) {
    return Stream.of(
            EndpointTable.of(comparison).stream(),
            UseTable.of(comparison).stream(),
            RealRowTable.of(comparison).stream(),
            MoneyTable.of(comparison).stream(),
            AlertTable.of(comparison).stream(),
            Stream.of(CalibrationTable.of(comparison)))
        .flatMap(tables -> tables)
        .toList();
  }
}
