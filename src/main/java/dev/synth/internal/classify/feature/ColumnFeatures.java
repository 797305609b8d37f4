package dev.synth.internal.classify.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import java.util.List;

/** The way one column of a table becomes features. */
sealed interface ColumnFeatures
    permits NumberFeatures, TimeFeatures, TimeOfDayFeatures, LevelFeatures {
  /** Returns the column. */
  String column();

  /** Returns the names of the features, in order. */
  List<String> names();

  /** Returns the features of the column's cells: one array a feature, one entry a row. */
  double[][] encode(Cells cells);

  /** Returns what was learned, for {@link #fromJson}. */
  default ObjectNode toJson() {
    return ColumnFeaturesJson.write(this);
  }

  /** Reads what {@link #toJson} wrote. */
  static ColumnFeatures fromJson(JsonFields json) {
    return ColumnFeaturesJson.read(json);
  }

  /** Learns from a column's cells. */
  static List<ColumnFeatures> fit(Column column, Cells cells, MissingNumbers missing) {
    return switch (column.type()) {
      case ColumnType.Numeric numeric ->
          List.of(NumberFeatures.fit(column.name(), (Cells.Numbers) cells, missing));
      case ColumnType.Timestamp timestamp ->
          List.of(TimeFeatures.fit(column.name(), (Cells.Instants) cells, missing));
      case ColumnType.TimeOfDay time ->
          List.of(TimeOfDayFeatures.fit(column.name(), (Cells.Instants) cells, missing));
      case ColumnType.Categorical categorical ->
          List.of(LevelFeatures.fit(column.name(), (Cells.Levels) cells));
      case ColumnType.Identifier identifier -> List.of();
    };
  }

  /** Returns 1 where a cell is missing, else 0. */
  static double[] missingness(Cells cells) {
    double[] indicator = new double[cells.size()];
    for (int row = 0; row < indicator.length; row++) {
      indicator[row] = cells.isMissing(row) ? 1 : 0;
    }
    return indicator;
  }
}
