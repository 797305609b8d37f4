package dev.synth.internal.classify.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns rows into the numbers that fitted classifiers take; safe for use by several threads. */
public interface RowEncoder {
  /** Returns how many numbers a row has. */
  int width();

  /** Returns the column that each number comes from. */
  List<String> columns();

  /** Returns the rows' numbers. */
  FeatureMatrix encode(Table rows);

  /** Returns the rows' numbers on one scale, row by row; not to be changed. */
  double[][] scaled(Table rows);

  /** Returns what was learned, for {@link #fromJson}. */
  ObjectNode toJson();

  /** Reads what {@link #toJson} wrote; the encoder keeps nothing of the rows that it is given. */
  static RowEncoder fromJson(JsonNode json) {
    JsonFields fields = new JsonFields(json);
    ClassifierFeatures features = ClassifierFeatures.fromJson(fields.object("features"));
    JsonFields scale = fields.objectOrNull("scale");
    FeatureScaler scaler =
        scale == null ? null : FeatureScaler.fromJson(scale, features.names().size());
    return new Read(features, scaler);
  }

  /**
   * A stored encoder.
   *
   * @param scaler the scale; null where no classifier asked for it
   */
  record Read(ClassifierFeatures features, @Nullable FeatureScaler scaler) implements RowEncoder {
    @Override
    public int width() {
      return features.names().size();
    }

    @Override
    public List<String> columns() {
      return features.columns();
    }

    @Override
    public FeatureMatrix encode(Table rows) {
      return features.encode(rows);
    }

    @Override
    public double[][] scaled(Table rows) {
      if (scaler == null) {
        throw new IllegalArgumentException("the encoder has no scale");
      }
      return scaler.rows(features.encode(rows));
    }

    @Override
    public ObjectNode toJson() {
      return SharedFeatures.json(features, scaler);
    }
  }
}
