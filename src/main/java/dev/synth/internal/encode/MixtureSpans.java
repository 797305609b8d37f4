package dev.synth.internal.encode;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a mixture in an encoded row: a one-hot span of its cases where there are two or
 * more, then a scalar where there is a continuous rest.
 *
 * @param mixture the quantity
 * @param first cases that stand before the mixture's own in the one-hot span: 1 for missing, or 0
 * @param offset the position of the first number
 * @param outerGate the gate of the scalar where there is no one-hot span
 */
record MixtureSpans(Mixture mixture, int first, int offset, int outerGate) {
  private int cases() {
    return first + mixture.cases();
  }

  private boolean hasOneHot() {
    return cases() >= 2;
  }

  private int scalarOffset() {
    return offset + (hasOneHot() ? cases() : 0);
  }

  List<Span> spans(String column) {
    List<Span> spans = new ArrayList<>();
    if (hasOneHot()) {
      spans.add(new Span.OneHot(column, offset, cases()));
    }
    if (mixture.hasRest()) {
      int gate = hasOneHot() ? offset + cases() - 1 : outerGate;
      spans.add(new Span.Scalar(column, scalarOffset(), gate));
    }
    return spans;
  }

  void encode(double value, double[] row) {
    int mixtureCase = mixture.caseOf(value);
    encodeCase(first + mixtureCase, row);
    if (mixture.hasRest() && mixtureCase == mixture.cases() - 1) {
      row[scalarOffset()] = mixture.score(value);
    }
  }

  /** Marks a case that has no number: missing, or any that fills in where nothing is to be said. */
  void encodeCase(int spanCase, double[] row) {
    if (hasOneHot()) {
      row[offset + spanCase] = 1;
    }
  }

  /** Returns the case, counted with those before the mixture's own. */
  int spanCase(double[] row) {
    return hasOneHot() ? ColumnCodec.largest(row, offset, cases()) : 0;
  }

  boolean isRest(int spanCase) {
    return mixture.hasRest() && spanCase == cases() - 1;
  }

  double value(int spanCase, double[] row) {
    return mixture.value(spanCase - first, isRest(spanCase) ? row[scalarOffset()] : 0);
  }
}
