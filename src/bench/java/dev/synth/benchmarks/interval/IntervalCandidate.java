package dev.synth.benchmarks.interval;

import dev.synth.benchmarks.interval.IntervalLine.Figure;
import dev.synth.internal.stats.RowSampling;
import dev.synth.internal.stats.StudentT;

/** The candidates for the interval of a mean difference over random splits. */
enum IntervalCandidate {
  /** Nadeau and Bengio's, of test parts a third as large as the training part. */
  NADEAU_BENGIO("Nadeau–Bengio") {
    @Override
    double variance(IntervalLine line) {
      return line.figure(Figure.SPREAD) * (1.0 / REPEATS + 1.0 / 3);
    }

    @Override
    double freedom(IntervalLine line) {
      return REPEATS - 1;
    }
  },

  /** Rows drawn by weights. */
  DRAWN("row bootstrap") {
    @Override
    double variance(IntervalLine line) {
      return line.figure(Figure.DRAWN);
    }
  },

  /** Rows by their derivatives. */
  SLOPES("derivatives") {
    @Override
    double variance(IntervalLine line) {
      return line.figure(Figure.SLOPES);
    }
  },

  /** The same, and what repeats spread beyond it, over their number. */
  SLOPES_REFIT("derivatives + e²/R") {
    @Override
    double variance(IntervalLine line) {
      return line.figure(Figure.SLOPES)
          + refit(line, Figure.SLOPES, Figure.SLOPES_OF_ONE) / REPEATS;
    }
  },

  /** The same, with Nadeau and Bengio's share of the rest. */
  SLOPES_SHARED("derivatives + e²(1/R + 1/3)") {
    @Override
    double variance(IntervalLine line) {
      return line.figure(Figure.SLOPES)
          + refit(line, Figure.SLOPES, Figure.SLOPES_OF_ONE) * (1.0 / REPEATS + 1.0 / 3);
    }
  },

  /** Rows by leaving them out. */
  LEFT_REFIT("left out + e²/R") {
    @Override
    double variance(IntervalLine line) {
      return line.figure(Figure.LEFT) + refit(line, Figure.LEFT, Figure.LEFT_OF_ONE) / REPEATS;
    }
  },

  /** The product's: {@link RowSampling}. */
  ADOPTED("left out·(1 + 1/m) + e²/R, t(1.5·m)") {
    @Override
    double variance(IntervalLine line) {
      double error = test(line).standardError();
      return error * error;
    }

    @Override
    double freedom(IntervalLine line) {
      return test(line).distribution().degreesOfFreedom();
    }
  };

  private static final int REPEATS = 10;

  private final String title;

  IntervalCandidate(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The variance of the mean difference. */
  abstract double variance(IntervalLine line);

  /** The degrees of freedom of the reference. */
  double freedom(IntervalLine line) {
    return line.figure(Figure.FREEDOM);
  }

  StudentT distribution(IntervalLine line) {
    return new StudentT(freedom(line));
  }

  private static double refit(IntervalLine line, Figure rows, Figure ofOne) {
    double alone = (line.figure(ofOne) - line.figure(rows)) * REPEATS / (REPEATS - 1);
    return Math.max(0, line.figure(Figure.SPREAD) - Math.max(0, alone));
  }

  private static RowSampling test(IntervalLine line) {
    return new RowSampling(
        REPEATS,
        line.figure(Figure.MEAN),
        new RowSampling.RowEvidence(
            line.figure(Figure.LEFT),
            line.figure(Figure.LEFT_OF_ONE),
            line.figure(Figure.FREEDOM),
            line.figure(Figure.UNITS)),
        refit(line, Figure.LEFT, Figure.LEFT_OF_ONE),
        0);
  }
}
