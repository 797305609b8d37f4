package dev.synth.internal.encode;

import dev.synth.internal.base.PlainText;
import dev.synth.table.Decimals;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A quantity as a mixture of atoms (values that many rows share) and a continuous rest.
 *
 * <p>Its cases are the atoms in rising order and then the rest, where there is one. A quantity of
 * one case is constant.
 */
final class Mixture {
  /** A quantity of no more distinct values than this is all atoms. */
  static final int FEW_VALUES = 20;

  /** An atom takes at least this share of the rare rows, or of all rows. */
  static final double ATOM_SHARE = 0.05;

  /** An atom has at least as many rows. */
  static final int ATOM_ROWS = 5;

  static final int MOST_ATOMS = 32;

  /** Quantiles come from the rare rows alone where they have at least as many values. */
  static final int ENOUGH_RARE_VALUES = 40;

  private final double[] atoms;
  private final @Nullable QuantileCurve rest;
  private final Decimals decimals;

  /**
   * A mixture.
   *
   * @param atoms strictly rising, finite; may be empty
   * @param rest the scale of the continuous rest, or null if all values are atoms
   * @param decimals what values are rounded to
   */
  Mixture(double[] atoms, @Nullable QuantileCurve rest, Decimals decimals) {
    for (int i = 0; i < atoms.length; i++) {
      if (!Double.isFinite(atoms[i]) || (i > 0 && !(atoms[i] > atoms[i - 1]))) {
        throw new IllegalArgumentException(
            PlainText.of("atoms must be finite and rise, but number %d is %s", i, atoms[i]));
      }
    }
    this.atoms = atoms.clone();
    this.rest = rest;
    this.decimals = decimals;
  }

  /**
   * Fits a mixture: atoms and bounds from all values, and quantiles as the scope asks.
   *
   * @param rare the values of the rare training rows, without missing ones
   * @param others those of the other training rows
   */
  static Mixture fit(
      double[] rare, double[] others, Decimals decimals, FeatureEncoder.QuantileRows scope) {
    double[] sortedRare = roundedAndSorted(rare, decimals);
    double[] sortedOthers = roundedAndSorted(others, decimals);
    double[] sortedAll = QuantileCurve.joined(sortedRare, sortedOthers);
    ValueCounts tally = ValueCounts.of(sortedAll);
    double[] atoms =
        tally.size() <= FEW_VALUES ? tally.values() : frequent(tally, sortedAll.length, sortedRare);
    if (tally.size() - atoms.length <= 1) {
      return new Mixture(tally.values(), null, decimals);
    }
    return new Mixture(
        atoms, curve(without(sortedRare, atoms), without(sortedOthers, atoms), scope), decimals);
  }

  private static QuantileCurve curve(
      double[] rare, double[] others, FeatureEncoder.QuantileRows scope) {
    if (scope == FeatureEncoder.QuantileRows.ALL && rare.length > 0 && others.length > 0) {
      return QuantileCurve.balanced(rare, others);
    }
    double[] all = QuantileCurve.joined(rare, others);
    boolean fromRare =
        scope == FeatureEncoder.QuantileRows.RARE && rare.length >= ENOUGH_RARE_VALUES;
    return QuantileCurve.fit(fromRare ? rare : all, all[0], all[all.length - 1]);
  }

  private static double[] roundedAndSorted(double[] values, Decimals decimals) {
    return Arrays.stream(values).map(decimals::round).sorted().toArray();
  }

  private static double[] without(double[] sorted, double[] atoms) {
    return Arrays.stream(sorted).filter(value -> Arrays.binarySearch(atoms, value) < 0).toArray();
  }

  /** The values that have an atom's share, the most frequent ones if they are too many. */
  private static double[] frequent(ValueCounts all, int rows, double[] sortedRare) {
    ValueCounts rare = ValueCounts.of(sortedRare);
    double[] shares = new double[all.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] =
          Math.max(share(all.count(i), rows), share(rare.countOf(all.value(i)), sortedRare.length));
    }
    return IntStream.range(0, shares.length)
        .filter(i -> shares[i] >= ATOM_SHARE)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -shares[i]))
        .limit(MOST_ATOMS)
        .mapToDouble(all::value)
        .sorted()
        .toArray();
  }

  private static double share(int count, int of) {
    return count < ATOM_ROWS ? 0 : (double) count / of;
  }

  int cases() {
    return atoms.length + (rest == null ? 0 : 1);
  }

  boolean hasRest() {
    return rest != null;
  }

  /** Returns the case of a value: its atom's, else the rest's, else the nearest atom's. */
  int caseOf(double value) {
    double rounded = decimals.round(value);
    int found = Arrays.binarySearch(atoms, rounded);
    if (found >= 0) {
      return found;
    }
    if (rest != null) {
      return atoms.length;
    }
    int right = -found - 1;
    if (right == 0 || right == atoms.length) {
      return right == 0 ? 0 : right - 1;
    }
    return rounded - atoms[right - 1] <= atoms[right] - rounded ? right - 1 : right;
  }

  /** Returns the score of a value under the rest's case. */
  double score(double value) {
    return curve().score(decimals.round(value));
  }

  /**
   * Returns the value that a case and a score stand for.
   *
   * @param score looked at under the rest's case only
   */
  double value(int caseIndex, double score) {
    return caseIndex < atoms.length ? atoms[caseIndex] : decimals.round(curve().value(score));
  }

  double[] atoms() {
    return atoms.clone();
  }

  @Nullable QuantileCurve rest() {
    return rest;
  }

  Decimals decimals() {
    return decimals;
  }

  private QuantileCurve curve() {
    if (rest == null) {
      throw new IllegalStateException("all values are atoms");
    }
    return rest;
  }
}
