package dev.synth.internal.classify.smile.tree;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import smile.math.random.UniversalGenerator;

/**
 * Finds the cut of one feature that lowers the weighted Gini impurity of a node most.
 *
 * <p>Not thread-safe: holds the counts of the node under search, which are zeros between searches.
 */
final class CutSearch {
  /** The number of codes per occurring one above which sorting is less work, as deep in a tree. */
  private static final int FEW = 8;

  private final ForestRows rows;
  private final int minimumLeafRows;
  private final @Nullable UniversalGenerator cuts;

  /** The number of times each row was drawn, and how many rare rows that makes. */
  private final int[] samples;

  private final double[] drawnShares;

  /** By code, how many rows were drawn and how many rare ones. */
  private final int[] drawn;

  private final double[] drawnRare;
  private final int[] occurring;

  /**
   * A cut between two codes.
   *
   * @param code the largest code on the lower side
   * @param rowsAtMost how many drawn rows are on the lower side
   * @param gain how much weighted impurity the cut takes away, at least 0
   */
  record Cut(int code, int rowsAtMost, double gain) {}

  /**
   * A search.
   *
   * @param samples how often each row was drawn
   * @param seed where random cuts come from
   */
  CutSearch(ForestRows rows, TreeOptions options, int[] samples, long seed) {
    this.rows = rows;
    this.cuts =
        switch (options.cuts()) {
          case BEST -> null; // a generator's seeding takes as long as a small tree
          case RANDOM -> new UniversalGenerator(seed);
        };
    this.samples = samples;
    this.drawnShares = new double[samples.length];
    double[] shares = rows.shares();
    for (int row = 0; row < samples.length; row++) {
      drawnShares[row] = samples[row] * shares[row];
    }
    this.minimumLeafRows = options.minimumLeafRows();
    int most = rows.codes().mostCodes();
    this.drawn = new int[most];
    this.drawnRare = new double[most];
    this.occurring = new int[most];
  }

  /** Returns how many rare rows a node has, by expectation. */
  double rareRows(NodeRows own) {
    double sum = 0;
    for (int i = own.rareFrom(); i < own.rareTo(); i++) {
      sum += drawnShares[own.rare()[i]];
    }
    return sum;
  }

  /**
   * Searches a feature.
   *
   * @return the best cut, the lowest of equals, or null if there is none that leaves enough rows
   */
  @Nullable Cut best(int feature, CutTree.Leaf node, NodeRows own) {
    int codes = rows.codes().count(feature);
    int found = count(rows.codes().codes(feature), own);
    if (FEW * found < codes) {
      Arrays.sort(occurring, 0, found);
      Cut best = best(node, occurring, found, codes);
      for (int i = 0; i < found; i++) {
        drawn[occurring[i]] = 0;
        drawnRare[occurring[i]] = 0;
      }
      return best;
    }
    int ascending = 0;
    for (int code = 0; code < codes; code++) {
      occurring[ascending] = code;
      ascending += drawn[code] > 0 ? 1 : 0;
    }
    Cut best = best(node, occurring, ascending, codes);
    Arrays.fill(drawn, 0, codes, 0);
    Arrays.fill(drawnRare, 0, codes, 0);
    return best;
  }

  /** Searches the codes that occur, in ascending order. */
  private @Nullable Cut best(CutTree.Leaf node, int[] ascending, int count, int codes) {
    double whole = spread(node);
    int below = 0;
    double rareBelow = 0;
    int bestCode = -1;
    int bestBelow = 0;
    double bestGain = 0;
    for (int i = 0; i < count && ascending[i] < codes - 1; i++) {
      int code = ascending[i];
      below += drawn[code];
      rareBelow += drawnRare[code];
      int above = node.size() - below;
      if (above < minimumLeafRows || above == 0) {
        break;
      }
      if (below < minimumLeafRows) {
        continue;
      }
      double gain = gain(whole, node, below, rareBelow);
      if (bestCode < 0 || gain > bestGain) {
        bestCode = code;
        bestBelow = below;
        bestGain = Math.max(gain, 0);
      }
    }
    return bestCode < 0 ? null : new Cut(bestCode, bestBelow, bestGain);
  }

  /**
   * Counts the node's rows by code, into arrays of zeros, and lists the codes that occur in no
   * order; returns how many they are.
   */
  private int count(char[] codes, NodeRows own) {
    int[] all = own.all();
    int found = 0;
    for (int i = own.from(); i < own.to(); i++) {
      int row = all[i];
      int code = codes[row];
      if (drawn[code] == 0) {
        occurring[found++] = code;
      }
      drawn[code] += samples[row];
    }
    int[] rare = own.rare();
    for (int i = own.rareFrom(); i < own.rareTo(); i++) {
      drawnRare[codes[rare[i]]] += drawnShares[rare[i]];
    }
    return found;
  }

  /**
   * Weighs one cut of a feature at a number drawn evenly between the node's smallest and largest.
   *
   * <p>Rows that share a code are not parted: the cut is moved to the end of its code.
   *
   * @return the cut, or null where the feature is constant or the cut leaves too few rows
   */
  @Nullable Cut random(int feature, CutTree.Leaf node, NodeRows own) {
    int[] all = own.all();
    int[] ranks = rows.ranks().ranks(feature);
    int lowest = Integer.MAX_VALUE;
    int highest = 0;
    for (int i = own.from(); i < own.to(); i++) {
      int rank = ranks[all[i]];
      lowest = Math.min(lowest, rank);
      highest = Math.max(highest, rank);
    }
    double smallest = rows.ranks().value(feature, lowest);
    double largest = rows.ranks().value(feature, highest);
    if (smallest == largest) {
      return null;
    }
    double number = smallest + requireNonNull(cuts).nextDouble() * (largest - smallest);
    return at(feature, number, node, own);
  }

  /**
   * Weighs a cut behind the number's code where a row of that code is at most the number, or else
   * before it; then no row is between the number and the cut that is not at the cut's code.
   */
  private @Nullable Cut at(int feature, double number, CutTree.Leaf node, NodeRows own) {
    int[] ranks = rows.ranks().ranks(feature);
    int code = rows.codes().code(feature, number);
    int endBefore = rows.ranks().upToCode(feature, code - 1);
    int endWithin = rows.ranks().upToCode(feature, code);
    int end = rows.ranks().upTo(feature, number);
    int before = 0;
    int within = 0;
    int atMost = 0;
    int[] all = own.all();
    for (int i = own.from(); i < own.to(); i++) {
      int row = all[i];
      int rank = ranks[row];
      int times = samples[row];
      before += times & ((rank - endBefore) >> 31);
      within += times & ((rank - endWithin) >> 31);
      atMost += times & ((rank - end) >> 31);
    }
    boolean behind = atMost > before;
    int below = behind ? within : before;
    if (Math.min(below, node.size() - below) < Math.max(1, minimumLeafRows)) {
      return null;
    }
    double rareBelow = rareBelow(ranks, behind ? endWithin : endBefore, own);
    double gain = Math.max(gain(spread(node), node, below, rareBelow), 0);
    return new Cut(behind ? code : code - 1, below, gain);
  }

  private double rareBelow(int[] ranks, int end, NodeRows own) {
    int[] rare = own.rare();
    double sum = 0;
    for (int i = own.rareFrom(); i < own.rareTo(); i++) {
      int isBelow = (ranks[rare[i]] - end) >> 31; // -1 or 0, without a branch
      long bits = Double.doubleToRawLongBits(drawnShares[rare[i]]);
      sum += Double.longBitsToDouble(bits & isBelow);
    }
    return sum;
  }

  private double spread(CutTree.Leaf node) {
    return spread(rows.rareWeight() * node.rareRows(), node.size() - node.rareRows());
  }

  /** Returns how much a cut takes away from a node's weighted impurity, {@code whole}. */
  private double gain(double whole, CutTree.Leaf node, int below, double rareBelow) {
    double weight = rows.rareWeight();
    double rareAbove = node.rareRows() - rareBelow;
    int above = node.size() - below;
    return whole
        - spread(weight * rareBelow, below - rareBelow)
        - spread(weight * rareAbove, above - rareAbove);
  }

  /** Half the Gini impurity of a node, times the node's weight. */
  private static double spread(double rare, double others) {
    return rare * others / (rare + others);
  }
}
