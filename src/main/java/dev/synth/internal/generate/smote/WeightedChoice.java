package dev.synth.internal.generate.smote;

import dev.synth.base.RandomStream;
import dev.synth.internal.base.PlainText;
import java.util.Arrays;

/** Draws positions with chances in proportion to weights. */
final class WeightedChoice {
  private final double[] ends;

  /**
   * A choice.
   *
   * @param weights at least 0 and finite, one of them above 0
   */
  WeightedChoice(double[] weights) {
    ends = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(PlainText.of("weight %d is %s", i, weights[i]));
      }
      sum += weights[i];
      ends[i] = sum;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("no weight is above 0");
    }
  }

  int next(RandomStream stream) {
    double point = stream.nextDouble() * ends[ends.length - 1];
    int found = Arrays.binarySearch(ends, point);
    int position = found < 0 ? -found - 1 : found + 1; // [start, end): an end is the next one's
    while (ends[position] <= point) { // equal ends: positions of weight 0
      position++;
    }
    return position;
  }
}
