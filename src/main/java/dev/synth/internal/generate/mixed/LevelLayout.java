package dev.synth.internal.generate.mixed;

import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Encoded rows as {@link MixedRows} and back: the case of each one-hot span is a code, each scalar
 * a number.
 *
 * <p>A code is 0, and a number NaN, where the cell has none: under another case than its gate's, or
 * where a timestamp is missing.
 */
public final class LevelLayout {
  private static final int NONE = -1;

  private final List<Span.OneHot> cases = new ArrayList<>();
  private final List<Integer> caseGates = new ArrayList<>();
  private final List<Span.Scalar> scalars = new ArrayList<>();
  private final List<Integer> scalarGates = new ArrayList<>();
  private final int width;

  public LevelLayout(EncodedLayout layout) {
    width = layout.width();
    for (Span span : layout.spans()) {
      int outer = presence(layout, span);
      switch (span) {
        case Span.OneHot oneHot -> {
          cases.add(oneHot);
          caseGates.add(outer);
        }
        case Span.Scalar scalar -> {
          scalars.add(scalar);
          scalarGates.add(outer);
        }
      }
    }
  }

  /**
   * The position that says that a timestamp is present, for the spans behind it, or −1: alone among
   * the columns, a timestamp with missing rows has a one-hot span of two cases before others.
   */
  private static int presence(EncodedLayout layout, Span span) {
    List<Span> own =
        layout.spans().stream().filter(other -> other.column().equals(span.column())).toList();
    long oneHots = own.stream().filter(Span.OneHot.class::isInstance).count();
    Span first = own.getFirst();
    boolean isInside = oneHots > 1 && first.width() == 2 && span.offset() > first.offset();
    return isInside ? first.offset() + 1 : NONE;
  }

  public int numbers() {
    return scalars.size();
  }

  public int codes() {
    return cases.size();
  }

  /** Returns how many cases a one-hot span has; its codes run from 1 to it. */
  public int caseCount(int code) {
    return cases.get(code).width();
  }

  public MixedRows split(double[][] encoded) {
    double[][] numbers = new double[encoded.length][scalars.size()];
    int[][] codes = new int[encoded.length][cases.size()];
    for (int row = 0; row < encoded.length; row++) {
      for (int i = 0; i < scalars.size(); i++) {
        boolean has = isOn(encoded[row], scalars.get(i).gate(), scalarGates.get(i));
        numbers[row][i] = has ? encoded[row][scalars.get(i).offset()] : Double.NaN;
      }
      for (int i = 0; i < cases.size(); i++) {
        boolean has = isOn(encoded[row], NONE, caseGates.get(i));
        codes[row][i] = has ? code(encoded[row], cases.get(i)) : 0;
      }
    }
    return new MixedRows(numbers, codes);
  }

  private static boolean isOn(double[] row, int gate, int outerGate) {
    return (gate == Span.Scalar.ALWAYS || row[gate] == 1) && (outerGate < 0 || row[outerGate] == 1);
  }

  /** Returns the case that is marked, counted from 1, or 0 where none is. */
  private static int code(double[] row, Span.OneHot span) {
    for (int i = 0; i < span.width(); i++) {
      if (row[span.offset() + i] == 1) {
        return i + 1;
      }
    }
    return 0;
  }

  /**
   * Returns an encoded row.
   *
   * @param numbers one a scalar, looked at where its gate is on
   * @param codes one a one-hot span
   */
  public double[] join(double[] numbers, int[] codes) {
    double[] row = new double[width];
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] > 0) {
        row[cases.get(i).offset() + codes[i] - 1] = 1;
      }
    }
    for (int i = 0; i < numbers.length; i++) {
      if (isOn(row, scalars.get(i).gate(), scalarGates.get(i)) && !Double.isNaN(numbers[i])) {
        row[scalars.get(i).offset()] = numbers[i];
      }
    }
    return row;
  }
}
