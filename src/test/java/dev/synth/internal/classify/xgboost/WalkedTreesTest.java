package dev.synth.internal.classify.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.Targets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WalkedTreesTest {
  private static final int MODELS = 200;

  /** Each of XGBoost's margins, bit by bit, over models of many shapes and rows with holes. */
  @Test
  void givesTheMarginsOfXgboost() {
    for (int model = 0; model < MODELS; model++) {
      RandomStream stream = new Seeds(model).stream("walked");
      int width = 1 + stream.nextInt(6);
      FeatureMatrix rows = rows(120, width, stream);
      BoostedTrees trees =
          BoostedTrees.fit(rows, targets(rows, stream), parameters(stream), 1 + stream.nextInt(12));
      WalkedTrees walked = WalkedTrees.of(trees);
      FeatureMatrix others = rows(200, width, stream);
      assertThat(bits(walked.margins(others)))
          .as("model %d", model)
          .isEqualTo(bits(trees.margins(others)));
      assertThat(bits(walked.margins(rows))).isEqualTo(bits(trees.margins(rows)));
    }
  }

  @Test
  void aModelThatIsCutOffIsToldByOneSentence() {
    RandomStream stream = new Seeds(1).stream("walked");
    FeatureMatrix rows = rows(120, 3, stream);
    byte[] bytes = BoostedTrees.fit(rows, targets(rows, stream), parameters(stream), 3).bytes();
    assertThatThrownBy(() -> UniversalBinaryJson.read(Arrays.copyOf(bytes, bytes.length / 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> UniversalBinaryJson.read(new byte[] {'[', ']'}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, Object> parameters(RandomStream stream) {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", 1 + stream.nextInt(8));
    parameters.put("eta", 0.05 + stream.nextDouble());
    parameters.put("min_child_weight", stream.nextDouble());
    parameters.put("subsample", 0.6 + 0.4 * stream.nextDouble());
    parameters.put("scale_pos_weight", 1 + 20 * stream.nextDouble());
    parameters.put("seed", stream.nextInt(1000));
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    return parameters;
  }

  /** Some columns are missing now and then, some have few values, some are very large or small. */
  private static FeatureMatrix rows(int count, int width, RandomStream stream) {
    double[][] rows = new double[count][width];
    for (double[] row : rows) {
      for (int feature = 0; feature < width; feature++) {
        double value = stream.nextGaussian();
        row[feature] =
            switch (feature % 4) {
              case 0 -> value;
              case 1 -> stream.nextDouble() < 0.3 ? Double.NaN : value * 1e9;
              case 2 -> Math.rint(2 * value);
              default -> stream.nextDouble() < 0.05 ? 1e300 : value * 1e-9;
            };
      }
    }
    return FeatureMatrix.ofRows(rows);
  }

  private static Targets targets(FeatureMatrix rows, RandomStream stream) {
    BitSet rare = new BitSet();
    for (int row = 0; row < rows.rowCount(); row++) {
      rare.set(row, row == 0 || (row > 1 && rows.column(0)[row] + stream.nextGaussian() > 1.5));
    }
    return Targets.of(rare, rows.rowCount());
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }
}
