package dev.synth.internal.neural.classifier;

import dev.synth.base.RandomStream;
import dev.synth.internal.neural.layer.DenseStack;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A network that tells rare rows from others: dense layers with leaky ReLU, and one number at the
 * end, the logit of a row's being rare.
 */
public final class ClassifierNetwork {
  private final DenseStack stack;

  /**
   * An untrained network, which gives about the share of rare rows to any row (the prior of Lin et
   * al., ICCV 2017, section 4.1): else the many other rows would rule the first steps.
   *
   * @param inputs numbers per row, at least 1
   * @param hidden widths of the hidden layers, each at least 1
   * @param rareShare in (0, 1)
   * @param initial where the first weights come from
   */
  public ClassifierNetwork(
      int inputs, List<Integer> hidden, double rareShare, RandomStream initial) {
    this(widths(inputs, hidden), rareShare, initial, DataType.FLOAT);
  }

  ClassifierNetwork(List<Integer> widths, double rareShare, RandomStream initial, DataType type) {
    stack = new DenseStack(widths, type, initial);
    stack.layers().getLast().bias().set(0, Math.log(rareShare / (1 - rareShare)));
  }

  private static List<Integer> widths(int inputs, List<Integer> hidden) {
    List<Integer> widths = new ArrayList<>();
    widths.add(inputs);
    widths.addAll(hidden);
    widths.add(1);
    return widths;
  }

  DenseStack stack() {
    return stack;
  }

  /** Returns what the network computes now, in memory of its own. */
  public LogitScorer scorer() {
    return new LogitScorer(stack.layers());
  }
}
