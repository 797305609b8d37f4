package dev.synth.internal.neural.classifier;

import dev.synth.internal.neural.layer.DenseStack;
import dev.synth.internal.neural.layer.HiddenActivation;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained {@link ClassifierNetwork} as plain Java numbers: safe for use by any number of threads.
 *
 * <p>Row by row and not by a product of matrices, whose last bits depend on how many rows it has
 * and where a row stands among them: equal rows are to score the same.
 */
public final class LogitScorer {
  private static final float SLOPE = (float) HiddenActivation.SLOPE;

  private final List<Layer> layers = new ArrayList<>();

  /** One layer's weights, all of an input's beside each other, and its bias. */
  private static final class Layer {
    final int inputs;
    final int outputs;
    final float[] weights;
    final float[] bias;

    Layer(DenseStack.Layer layer) {
      inputs = layer.weights().rows();
      outputs = layer.weights().columns();
      float[] byOutput = new float[inputs * outputs];
      layer.weights().copyTo(byOutput);
      weights = new float[inputs * outputs];
      for (int input = 0; input < inputs; input++) {
        for (int output = 0; output < outputs; output++) {
          weights[input * outputs + output] = byOutput[output * inputs + input];
        }
      }
      bias = new float[outputs];
      layer.bias().copyTo(bias);
    }

    Layer(Weights given) {
      inputs = given.inputs();
      outputs = given.bias().length;
      weights = given.weights();
      bias = given.bias();
    }

    double[] precisely(double[] in) {
      double[] out = new double[outputs];
      for (int output = 0; output < outputs; output++) {
        out[output] = bias[output];
        for (int input = 0; input < inputs; input++) {
          out[output] += in[input] * weights[input * outputs + output];
        }
      }
      return out;
    }

    /** Returns what each input adds to the outputs, weighted. */
    double[] back(double[] byOutput) {
      double[] byInput = new double[inputs];
      for (int input = 0; input < inputs; input++) {
        for (int output = 0; output < outputs; output++) {
          byInput[input] += weights[input * outputs + output] * byOutput[output];
        }
      }
      return byInput;
    }

    float[] apply(float[] in) {
      float[] out = bias.clone();
      for (int input = 0; input < inputs; input++) {
        float value = in[input];
        int offset = input * outputs;
        for (int output = 0; output < outputs; output++) {
          out[output] += value * weights[offset + output];
        }
      }
      return out;
    }
  }

  LogitScorer(List<DenseStack.Layer> stack) {
    stack.forEach(layer -> layers.add(new Layer(layer)));
  }

  private LogitScorer() {}

  /**
   * One layer's numbers.
   *
   * @param inputs how many numbers it takes
   * @param weights all of an input's beside each other
   * @param bias one an output
   */
  @SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
  public record Weights(int inputs, float[] weights, float[] bias) {}

  /** Returns the layers' numbers, copied. */
  public List<Weights> weights() {
    return layers.stream()
        .map(each -> new Weights(each.inputs, each.weights.clone(), each.bias.clone()))
        .toList();
  }

  /** Returns the network of layers that fit together, the last with one output. */
  public static LogitScorer of(List<Weights> layers) {
    LogitScorer scorer = new LogitScorer();
    layers.forEach(each -> scorer.layers.add(new Layer(each)));
    return scorer;
  }

  /**
   * Returns the logit of a row's being rare.
   *
   * @param row as many numbers as the network has inputs
   */
  public double logit(double[] row) {
    float[] values = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      values[i] = (float) row[i];
    }
    for (int layer = 0; layer < layers.size(); layer++) {
      values = layers.get(layer).apply(values);
      if (layer + 1 < layers.size()) {
        activate(values);
      }
    }
    return values[0];
  }

  /**
   * Returns what each number of a row adds to its logit, against a row of zeros: DeepLIFT with the
   * rescale rule (Shrikumar, Greenside and Kundaje, ICML 2017). They add up to the difference of
   * the two logits, but for rounding.
   */
  public double[] contributions(double[] row) {
    List<double[]> slopes = new ArrayList<>();
    double[] own = row;
    double[] zero = new double[row.length];
    for (Layer layer : layers) {
      own = layer.precisely(own);
      zero = layer.precisely(zero);
      slopes.add(activate(own, zero));
    }
    double[] back = {1};
    for (int layer = layers.size() - 1; layer >= 0; layer--) {
      if (layer + 1 < layers.size()) {
        for (int i = 0; i < back.length; i++) {
          back[i] *= slopes.get(layer)[i];
        }
      }
      back = layers.get(layer).back(back);
    }
    for (int i = 0; i < back.length; i++) {
      back[i] *= row[i];
    }
    return back;
  }

  /** Activates the numbers of two rows, and returns the slopes between them. */
  private static double[] activate(double[] own, double[] zero) {
    double[] slopes = new double[own.length];
    for (int i = 0; i < slopes.length; i++) {
      double difference = own[i] - zero[i];
      double slope = own[i] > 0 ? 1 : SLOPE;
      own[i] = own[i] > 0 ? own[i] : SLOPE * own[i];
      zero[i] = zero[i] > 0 ? zero[i] : SLOPE * zero[i];
      slopes[i] = difference == 0 ? slope : (own[i] - zero[i]) / difference;
    }
    return slopes;
  }

  private static void activate(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] > 0 ? values[i] : SLOPE * values[i];
    }
  }
}
