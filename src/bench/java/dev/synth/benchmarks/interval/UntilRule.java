package dev.synth.benchmarks.interval;

import dev.synth.internal.stats.RowSampling;
import dev.synth.internal.stats.StandardNormal;
import dev.synth.internal.stats.sequential.SequentialTest;
import dev.synth.internal.stats.sequential.Spending;
import java.util.ArrayList;
import java.util.List;

/** The ways to test a difference that is looked at several times. */
enum UntilRule {
  /** The first look alone. */
  FIRST("the first look alone") {
    @Override
    List<Double> bounds(List<Double> shares, double level) {
      List<Double> bounds = never(shares);
      bounds.set(0, bound(level));
      return bounds;
    }
  },

  /** The most repeats at once. */
  LAST("the last look alone") {
    @Override
    List<Double> bounds(List<Double> shares, double level) {
      List<Double> bounds = never(shares);
      bounds.set(shares.size() - 1, bound(level));
      return bounds;
    }
  },

  /** Every look at the whole level. */
  NAIVE("every look at the whole level") {
    @Override
    List<Double> bounds(List<Double> shares, double level) {
      return new ArrayList<>(shares.stream().map(share -> bound(level)).toList());
    }
  },

  /** Every look at an equal part. */
  BONFERRONI("every look at an equal part of it") {
    @Override
    List<Double> bounds(List<Double> shares, double level) {
      double part = level / shares.size();
      return new ArrayList<>(shares.stream().map(share -> bound(part)).toList());
    }
  },

  /** Spending in proportion to the information. */
  EVEN("spent as information grows") {
    @Override
    List<Double> bounds(List<Double> shares, double level) {
      return spent(Spending.EVEN, shares, level);
    }
  },

  /** The product's. */
  LATE("spent late (O'Brien and Fleming's manner)") {
    @Override
    List<Double> bounds(List<Double> shares, double level) {
      return spent(Spending.LATE, shares, level);
    }
  };

  private final String title;

  UntilRule(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The normal deviates that one-sided tests of a level must reach, one a look. */
  abstract List<Double> bounds(List<Double> shares, double level);

  private static double bound(double level) {
    return -StandardNormal.quantile(level);
  }

  private static List<Double> never(List<Double> shares) {
    return new ArrayList<>(shares.stream().map(share -> Double.POSITIVE_INFINITY).toList());
  }

  /** A step that adds too little information is no look. */
  private static List<Double> spent(Spending spending, List<Double> shares, double level) {
    List<Double> tested = new ArrayList<>();
    for (double share : shares) {
      if (tested.isEmpty() || share - tested.getLast() >= SequentialTest.LEAST_GAIN) {
        tested.add(share);
      }
    }
    List<Double> own = new SequentialTest(spending).bounds(tested, level);
    List<Double> bounds = never(shares);
    for (int i = 0; i < own.size(); i++) {
      bounds.set(shares.indexOf(tested.get(i)), own.get(i));
    }
    return bounds;
  }

  /** The shares of the information that the looks have, as each of them says. */
  static List<Double> shares(List<RowSampling> tests) {
    List<Double> shares = new ArrayList<>();
    double share = 0;
    for (RowSampling test : tests) {
      share = Math.max(share, test.informationShare(tests.getLast().repeats()));
      shares.add(share);
    }
    return shares;
  }

  /** The first look that finds the difference larger than {@code least}; −1 for none. */
  static int crossed(List<RowSampling> tests, List<Double> bounds, double least) {
    for (int look = 0; look < tests.size(); look++) {
      if (-StandardNormal.quantile(tests.get(look).above(least)) >= bounds.get(look)) {
        return look;
      }
    }
    return -1;
  }

  /** The first look that finds the difference smaller than {@code most}; −1 for none. */
  static int crossedDown(List<RowSampling> tests, List<Double> bounds, double most) {
    for (int look = 0; look < tests.size(); look++) {
      if (-StandardNormal.quantile(tests.get(look).below(most)) >= bounds.get(look)) {
        return look;
      }
    }
    return -1;
  }
}
