package dev.synth.internal.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes probabilities of scores, by real rows that the classifier had not learned from. The larger
 * of two scores never gets the smaller probability, and no decision depends on it.
 *
 * <p>It is learned at the natural class ratio, whatever was added to the rows of the classifier, so
 * that no class ratio has to be corrected.
 */
public sealed interface Calibration {
  /** The number of rare rows from which on the shape of the curve is left to the rows. */
  int RARE_ROWS_FOR_ISOTONIC = 200;

  /** Returns the name in files. */
  String method();

  /** Returns the probability of the rare class, in [0, 1], of a row with a score in [0, 1]. */
  double probability(double score);

  /** Learns from scored rows of both classes: isotonic where many are rare, else by Platt. */
  static Calibration learn(ScoredRows rows) {
    return rows.rareCount() >= RARE_ROWS_FOR_ISOTONIC ? Isotonic.learn(rows) : Platt.learn(rows);
  }

  /** Returns what was learned, for {@link #fromJson}. */
  default ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode().put("method", method());
    switch (this) {
      case Platt platt -> json.put("slope", platt.slope()).put("intercept", platt.intercept());
      case Isotonic isotonic -> {
        json.set("scores", Json.tree(isotonic.scores()));
        json.set("probabilities", Json.tree(isotonic.probabilities()));
      }
    }
    return json;
  }

  /** Reads what {@link #toJson} wrote. */
  static Calibration fromJson(JsonFields json) {
    String method = json.text("method");
    return switch (method) {
      case Platt.NAME -> new Platt(json.number("slope"), json.number("intercept"));
      case Isotonic.NAME -> new Isotonic(json.numbers("scores"), json.numbers("probabilities"));
      default ->
          throw new IllegalArgumentException(PlainText.of("no calibration is a '%s'", method));
    };
  }

  /**
   * A logistic curve over the log-odds of the score (Platt, "Probabilistic outputs for support
   * vector machines", 1999), with his targets (n₊ + 1)/(n₊ + 2) and 1/(n₋ + 2).
   *
   * @param slope at least 0
   * @param intercept finite
   */
  record Platt(double slope, double intercept) implements Calibration {
    static final String NAME = "platt";

    /** Scores nearer to 0 or 1 are taken for this far, so that log-odds are finite. */
    private static final double NEAREST = 1e-6;

    private static final int STEPS = 100;

    public Platt {
      if (!(slope >= 0 && Double.isFinite(slope) && Double.isFinite(intercept))) {
        throw new IllegalArgumentException(PlainText.of("slope %s, %s", slope, intercept));
      }
    }

    @Override
    public String method() {
      return NAME;
    }

    @Override
    public double probability(double score) {
      return sigmoid(slope * logOdds(score) + intercept);
    }

    private static double logOdds(double score) {
      double inside = Math.clamp(score, NEAREST, 1 - NEAREST);
      return StrictMath.log(inside / (1 - inside));
    }

    private static double sigmoid(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }

    /** Newton's method, whose steps are halved while the loss rises. */
    static Platt learn(ScoredRows rows) {
      Groups groups = Groups.of(rows);
      double[] x = Arrays.stream(groups.scores()).map(Platt::logOdds).toArray();
      double positive = (rows.rareWeight() + 1.0) / (rows.rareWeight() + 2.0);
      double negative = 1.0 / (rows.otherWeight() + 2.0);
      double slope = 0;
      double intercept = StrictMath.log((rows.rareWeight() + 1.0) / (rows.otherWeight() + 1.0));
      double loss = loss(groups, x, positive, negative, slope, intercept);
      for (int step = 0; step < STEPS; step++) {
        double[] sums = sums(groups, x, positive, negative, slope, intercept);
        double determinant = sums[2] * sums[4] - sums[3] * sums[3];
        if (!(determinant > 0)) {
          break;
        }
        double bySlope = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
        double byIntercept = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
        double part = 1;
        double next = Double.POSITIVE_INFINITY;
        while (part > 1e-10 && !(next < loss)) {
          next =
              loss(
                  groups,
                  x,
                  positive,
                  negative,
                  slope - part * bySlope,
                  intercept - part * byIntercept);
          part = next < loss ? part : part / 2;
        }
        if (!(next < loss)) {
          break;
        }
        slope -= part * bySlope;
        intercept -= part * byIntercept;
        loss = next;
      }
      return slope >= 0
          ? new Platt(slope, intercept)
          : new Platt(0, StrictMath.log((rows.rareWeight() + 1.0) / (rows.otherWeight() + 1.0)));
    }

    private static double loss(
        Groups groups, double[] x, double positive, double negative, double a, double b) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        double z = a * x[i] + b;
        double rare = groups.rare()[i];
        double others = groups.others()[i];
        double softplus = Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
        sum += rare * (softplus - positive * z) + others * (softplus - negative * z);
      }
      return sum;
    }

    /** The loss's derivatives: by slope, by intercept, and the second ones. */
    private static double[] sums(
        Groups groups, double[] x, double positive, double negative, double a, double b) {
      double[] sums = {0, 0, 1e-12, 0, 1e-12};
      for (int i = 0; i < x.length; i++) {
        double p = sigmoid(a * x[i] + b);
        double rare = groups.rare()[i];
        double others = groups.others()[i];
        double error = rare * (p - positive) + others * (p - negative);
        double weight = (rare + others) * p * (1 - p);
        sums[0] += error * x[i];
        sums[1] += error;
        sums[2] += weight * x[i] * x[i];
        sums[3] += weight * x[i];
        sums[4] += weight;
      }
      return sums;
    }
  }

  /**
   * The rising curve that is nearest to the rows in squares, by pooling adjacent violators
   * (Zadrozny and Elkan, KDD 2002); straight between the pools.
   *
   * @param scores rising
   * @param probabilities one a score, not falling, in [0, 1]
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Isotonic(double[] scores, double[] probabilities) implements Calibration {
    static final String NAME = "isotonic";

    public Isotonic {
      scores = scores.clone();
      probabilities = probabilities.clone();
      boolean isRight = scores.length > 0 && scores.length == probabilities.length;
      for (int i = 0; isRight && i < scores.length; i++) {
        isRight =
            probabilities[i] >= 0
                && probabilities[i] <= 1
                && (i == 0
                    || (scores[i] > scores[i - 1] && probabilities[i] >= probabilities[i - 1]));
      }
      if (!isRight) {
        throw new IllegalArgumentException("the calibration does not rise");
      }
    }

    @Override
    public String method() {
      return NAME;
    }

    @Override
    public double probability(double score) {
      int found = Arrays.binarySearch(scores, score);
      if (found >= 0) {
        return probabilities[found];
      }
      int above = -found - 1;
      if (above == 0) {
        return probabilities[0];
      }
      if (above == scores.length) {
        return probabilities[scores.length - 1];
      }
      double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
      double low = probabilities[above - 1];
      return Math.min(probabilities[above], low + share * (probabilities[above] - low));
    }

    static Isotonic learn(ScoredRows rows) {
      Groups groups = Groups.of(rows);
      List<double[]> pools = new ArrayList<>(); // lowest score, highest score, rare rows, rows
      for (int i = 0; i < groups.scores().length; i++) {
        double all = groups.rare()[i] + groups.others()[i];
        double[] pool = {groups.scores()[i], groups.scores()[i], groups.rare()[i], all};
        while (!pools.isEmpty() && share(pools.getLast()) >= share(pool)) {
          double[] before = pools.removeLast();
          pool = new double[] {before[0], pool[1], before[2] + pool[2], before[3] + pool[3]};
        }
        pools.add(pool);
      }
      List<Double> scores = new ArrayList<>();
      List<Double> probabilities = new ArrayList<>();
      for (double[] pool : pools) {
        scores.add(pool[0]);
        probabilities.add(share(pool));
        if (pool[1] > pool[0]) {
          scores.add(pool[1]);
          probabilities.add(share(pool));
        }
      }
      return new Isotonic(
          scores.stream().mapToDouble(Double::doubleValue).toArray(),
          probabilities.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double share(double[] pool) {
      return pool[2] / pool[3];
    }
  }

  /**
   * The different scores, rising, with how many rows the rare and the other ones of each stand for.
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Groups(double[] scores, double[] rare, double[] others) {
    static Groups of(ScoredRows rows) {
      List<double[]> falling = new ArrayList<>();
      ScoredRows.Descent descent = rows.descent();
      double rareBefore = 0;
      double othersBefore = 0;
      while (descent.next()) {
        double rare = descent.caughtWeight();
        double others = descent.falseWeight();
        falling.add(new double[] {descent.score(), rare - rareBefore, others - othersBefore});
        rareBefore = rare;
        othersBefore = others;
      }
      List<double[]> rising = falling.reversed();
      return new Groups(column(rising, 0), column(rising, 1), column(rising, 2));
    }

    private static double[] column(List<double[]> rows, int column) {
      return rows.stream().mapToDouble(row -> row[column]).toArray();
    }
  }
}
