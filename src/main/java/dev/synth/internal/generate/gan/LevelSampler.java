package dev.synth.internal.generate.gan;

import dev.synth.base.RandomStream;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.gan.LevelConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Draws the case that a row is to have: first a one-hot span, each as likely as any other, then one
 * of its cases by weight. A span in which all rows agree leaves no choice and is never drawn.
 */
final class LevelSampler {
  private final List<LevelWeights> choices = new ArrayList<>();

  /** A span's cases by position in an encoded row, and their weights added up. */
  private record LevelWeights(int offset, List<Double> sums) {}

  /**
   * A drawer of the cases that occur.
   *
   * @param counts for each position of an encoded row how many rows have that case
   * @param weight how likely a case is, up to a factor, by the number of rows that have it; asked
   *     for counts from 1
   */
  LevelSampler(EncodedLayout layout, int[] counts, IntToDoubleFunction weight) {
    for (Span span : layout.spans()) {
      switch (span) {
        case Span.OneHot choice -> add(choice, counts, weight);
        case Span.Scalar scalar -> {}
      }
    }
  }

  private LevelSampler(int position) {
    choices.add(new LevelWeights(position, List.of(1.0)));
  }

  /** A drawer of one case, given by its position in an encoded row. */
  static LevelSampler always(int position) {
    return new LevelSampler(position);
  }

  private void add(Span.OneHot span, int[] counts, IntToDoubleFunction weight) {
    List<Double> sums = new ArrayList<>();
    int occurring = 0;
    double sum = 0;
    for (int k = 0; k < span.width(); k++) {
      int count = counts[span.offset() + k];
      if (count > 0) {
        occurring++;
        sum += weight.applyAsDouble(count);
      }
      sums.add(sum);
    }
    if (occurring > 1) {
      choices.add(new LevelWeights(span.offset(), sums));
    }
  }

  /** Returns the position of a case in an encoded row, or {@link LevelConditions#NONE}. */
  int draw(RandomStream stream) {
    if (choices.isEmpty()) {
      return LevelConditions.NONE;
    }
    LevelWeights choice = choices.get(stream.nextInt(choices.size()));
    List<Double> sums = choice.sums;
    double drawn = stream.nextDouble() * sums.getLast();
    int low = 0;
    int high = sums.size() - 1;
    while (low < high) { // the first case whose sum exceeds what was drawn
      int middle = (low + high) >>> 1;
      if (sums.get(middle) > drawn) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return choice.offset + low;
  }
}
