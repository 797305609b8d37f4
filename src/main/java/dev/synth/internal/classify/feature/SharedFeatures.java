package dev.synth.internal.classify.feature;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.split.Augmented;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The features of one set of real training rows, fitted and encoded once for all classifiers and
 * arms that learn from them; safe for use by several threads.
 *
 * <p>It keeps the encoded real training rows and the first tables that are scored, which are
 * validation and test rows in an experiment. For models that add features up, it keeps their scaled
 * numbers too. Synthetic rows, which are new in every arm, and tables that are scored once are
 * encoded where they are needed and not kept.
 */
public final class SharedFeatures {
  private final Training training;
  private final Map<MissingNumbers, Fitted> fitted = new EnumMap<>(MissingNumbers.class);

  private SharedFeatures(Training training) {
    this.training = training;
  }

  /** Returns features that will be fitted on real training rows when they are first asked for. */
  public static SharedFeatures of(Training training) {
    return new SharedFeatures(training);
  }

  /**
   * Returns the fitted features.
   *
   * @param rows what is learned from; its real rows are those that these features are of
   * @param missing what stands where a number is missing
   * @throws IllegalArgumentException if the real rows are others
   */
  public Fitted fitted(Augmented rows, MissingNumbers missing) {
    if (rows.real() != training) {
      throw new IllegalArgumentException("the features are of other training rows");
    }
    synchronized (fitted) {
      return fitted.computeIfAbsent(
          missing, kind -> new Fitted(ClassifierFeatures.fit(training, kind), training));
    }
  }

  static ObjectNode json(ClassifierFeatures features, @Nullable FeatureScaler scaler) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.set("features", features.toJson());
    json.set("scale", scaler == null ? NullNode.getInstance() : scaler.toJson());
    return json;
  }

  /** Fitted features, and what has been encoded by them. */
  public static final class Fitted implements RowEncoder {
    /** Training, validation and test rows, and one more. */
    private static final int MOST_KEPT = 4;

    private final ClassifierFeatures features;
    private final Training training;

    private final IdentityHashMap<Table, FeatureMatrix> encoded = new IdentityHashMap<>();
    private final IdentityHashMap<Table, double[][]> scaled = new IdentityHashMap<>();
    private @Nullable FeatureScaler scaler;

    private Fitted(ClassifierFeatures features, Training training) {
      this.features = features;
      this.training = training;
    }

    @Override
    public int width() {
      return features.names().size();
    }

    @Override
    public List<String> columns() {
      return features.columns();
    }

    /** Returns the real training rows, encoded. */
    public FeatureMatrix real() {
      return encode(training.rows().features());
    }

    /** Returns the real rows followed by the synthetic ones, encoded. */
    public FeatureMatrix encode(Augmented rows) {
      return real().followedBy(features.encode(rows.synthetic().rows()));
    }

    /**
     * Returns rows, encoded; the very same table is encoded once if it is among the first {@value
     * #MOST_KEPT}, the real training rows included.
     */
    @Override
    public FeatureMatrix encode(Table rows) {
      synchronized (encoded) {
        if (encoded.containsKey(rows) || encoded.size() < MOST_KEPT) {
          return encoded.computeIfAbsent(rows, features::encode);
        }
      }
      return features.encode(rows);
    }

    /**
     * Returns the real rows followed by the synthetic ones, encoded and brought to the scale of the
     * real ones ({@link FeatureScaler}), row by row; not to be changed, since the real ones are
     * shared.
     */
    public double[][] scaled(Augmented rows) {
      double[][] real = scaled(training.rows().features());
      double[][] synthetic = scaler().rows(features.encode(rows.synthetic().rows()));
      double[][] all = Arrays.copyOf(real, real.length + synthetic.length);
      System.arraycopy(synthetic, 0, all, real.length, synthetic.length);
      return all;
    }

    /**
     * Returns rows, encoded and scaled, row by row; the very same table is scaled once if it is
     * among the first {@value #MOST_KEPT}. Not to be changed.
     */
    @Override
    public double[][] scaled(Table rows) {
      synchronized (scaled) {
        if (scaled.containsKey(rows) || scaled.size() < MOST_KEPT) {
          return scaled.computeIfAbsent(rows, table -> scaler().rows(encode(table)));
        }
      }
      return scaler().rows(encode(rows));
    }

    /** The scale is among what is stored where a classifier has asked for it. */
    @Override
    public ObjectNode toJson() {
      synchronized (scaled) {
        return json(features, scaler);
      }
    }

    private FeatureScaler scaler() {
      synchronized (scaled) {
        FeatureScaler known = scaler;
        if (known == null) {
          known = FeatureScaler.fit(real());
          scaler = known;
        }
        return known;
      }
    }
  }
}
