package dev.synth.generate;

import dev.synth.base.RandomStream;
import dev.synth.encode.EncodedLayout;
import dev.synth.encode.Span;
import dev.synth.neural.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Draws the case that a row is to have: first a one-hot span, each as likely as any other, then one
 * of its cases by weight. A span in which all rows agree leaves no choice and is never drawn.
 */
final class CaseDrawer {
  private final List<Choice> choices = new ArrayList<>();

  /** A span's cases by position in an encoded row, and their weights added up. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Choice(int offset, double[] sums) {}

  /**
   * A drawer of the cases that occur.
   *
   * @param counts for each position of an encoded row how many rows have that case
   * @param weight how likely a case is that so many rows have, up to a factor; asked for counts
   *     from 1
   */
  CaseDrawer(EncodedLayout layout, int[] counts, IntToDoubleFunction weight) {
    for (Span span : layout.spans()) {
      switch (span) {
        case Span.OneHot choice -> add(choice, counts, weight);
        case Span.Scalar scalar -> {}
      }
    }
  }

  private CaseDrawer(int position) {
    choices.add(new Choice(position, new double[] {1}));
  }

  /** A drawer of one case, given by its position in an encoded row. */
  static CaseDrawer always(int position) {
    return new CaseDrawer(position);
  }

  private void add(Span.OneHot span, int[] counts, IntToDoubleFunction weight) {
    double[] sums = new double[span.width()];
    int occurring = 0;
    double sum = 0;
    for (int k = 0; k < sums.length; k++) {
      int count = counts[span.offset() + k];
      if (count > 0) {
        occurring++;
        sum += weight.applyAsDouble(count);
      }
      sums[k] = sum;
    }
    if (occurring > 1) {
      choices.add(new Choice(span.offset(), sums));
    }
  }

  /** Returns the position of a case in an encoded row, or {@link Conditions#NONE}. */
  int draw(RandomStream stream) {
    if (choices.isEmpty()) {
      return Conditions.NONE;
    }
    Choice choice = choices.get(stream.nextInt(choices.size()));
    double[] sums = choice.sums;
    double drawn = stream.nextDouble() * sums[sums.length - 1];
    int low = 0;
    int high = sums.length - 1;
    while (low < high) { // the first case whose sum exceeds what was drawn
      int middle = (low + high) >>> 1;
      if (sums[middle] > drawn) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return choice.offset + low;
  }
}
