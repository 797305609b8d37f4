package dev.synth.internal.classify.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.split.Augmented;
import dev.synth.split.Training;
import dev.synth.table.Column;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns rows into the numbers that classifiers learn from; fitted on real training rows alone.
 *
 * <p>Numbers stay as they are, times become seconds, hour of day and day of week, times of day
 * become the hour and its place on a circle, and levels become one-hot features. Features that are
 * constant in the fitted rows are left out. Columns are found by name, so their order does not
 * matter.
 */
public final class ClassifierFeatures {
  private final List<ColumnFeatures> columns;
  private final List<String> names;
  private final boolean[] kept;

  private ClassifierFeatures(List<ColumnFeatures> columns, List<String> names, boolean[] kept) {
    this.columns = columns;
    this.names = names;
    this.kept = kept;
  }

  /**
   * Learns medians, levels and constant features from real rows.
   *
   * @param training the real training rows of both classes
   * @param missing what stands where a number is missing
   */
  public static ClassifierFeatures fit(Training training, MissingNumbers missing) {
    return fit(training.rows().features(), missing);
  }

  static ClassifierFeatures fit(Table rows, MissingNumbers missing) {
    List<ColumnFeatures> columns = new ArrayList<>();
    for (Column column : rows.schema().columns()) {
      columns.addAll(ColumnFeatures.fit(column, rows.cells(column.name()), missing));
    }
    List<String> names = new ArrayList<>();
    List<Boolean> varying = new ArrayList<>();
    for (ColumnFeatures column : columns) {
      double[][] features = column.encode(rows.cells(column.column()));
      for (int i = 0; i < features.length; i++) {
        varying.add(varies(features[i]));
        if (varying.getLast()) {
          names.add(column.names().get(i));
        }
      }
    }
    boolean[] kept = new boolean[varying.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = varying.get(i);
    }
    return new ClassifierFeatures(columns, List.copyOf(names), kept);
  }

  /** Returns whether a feature takes two values at least, of which NaN may be one. */
  private static boolean varies(double[] values) {
    for (double value : values) {
      if (Double.compare(value, values[0]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns what was learned, for {@link #fromJson}. */
  ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    ArrayNode each = json.putArray("columns");
    columns.forEach(column -> each.add(column.toJson()));
    ArrayNode flags = json.putArray("kept");
    for (boolean flag : kept) {
      flags.add(flag);
    }
    return json;
  }

  /** Reads what {@link #toJson} wrote. */
  static ClassifierFeatures fromJson(JsonFields json) {
    List<ColumnFeatures> columns =
        json.list("columns").stream()
            .map(each -> ColumnFeatures.fromJson(new JsonFields(each)))
            .toList();
    List<String> all = columns.stream().flatMap(column -> column.names().stream()).toList();
    List<JsonNode> flags = json.list("kept");
    if (flags.size() != all.size()) {
      throw new IllegalArgumentException("'kept' has another size than the features");
    }
    boolean[] kept = new boolean[flags.size()];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = flags.get(i).asBoolean();
      if (kept[i]) {
        names.add(all.get(i));
      }
    }
    return new ClassifierFeatures(columns, List.copyOf(names), kept);
  }

  /** Returns the names of the features, in order. */
  public List<String> names() {
    return names;
  }

  /** Returns the column that each feature comes from, in order. */
  List<String> columns() {
    List<String> all = new ArrayList<>();
    int position = 0;
    for (ColumnFeatures column : columns) {
      for (int i = 0; i < column.names().size(); i++) {
        if (kept[position++]) {
          all.add(column.column());
        }
      }
    }
    return all;
  }

  /**
   * Encodes rows.
   *
   * @param rows rows with the fitted columns, in any order; further columns are not looked at
   * @throws IllegalArgumentException if a fitted column is not there
   */
  public FeatureMatrix encode(Table rows) {
    double[][] encoded = new double[names.size()][];
    int position = 0;
    int next = 0;
    for (ColumnFeatures column : columns) {
      for (double[] feature : column.encode(rows.cells(column.column()))) {
        if (kept[position++]) {
          encoded[next++] = feature;
        }
      }
    }
    return new FeatureMatrix(names, encoded, rows.rowCount());
  }

  /**
   * Encodes the real rows followed by the synthetic ones.
   *
   * <p>Each part is encoded by itself, so that the real part can be shared between arms that add
   * different rows to it.
   */
  public FeatureMatrix encode(Augmented rows) {
    return encode(rows.real().rows().features()).followedBy(encode(rows.synthetic().rows()));
  }
}
