package dev.synth.benchmarks.interval;

import dev.synth.base.RandomStream;
import java.util.Locale;

/** The arms of the interval benchmark; each is compared with {@link #NONE}, or with its twin. */
enum IntervalArm {
  /** The discriminant of all columns. */
  NONE {
    @Override
    CheapLearner fit(IntervalRows training, IntervalPopulation population, RandomStream stream) {
      return plain(training);
    }
  },

  /** A strong ridge: differs persistently. */
  RIDGE {
    @Override
    CheapLearner fit(IntervalRows training, IntervalPopulation population, RandomStream stream) {
      return CheapLearner.discriminant(training, columns(training), 1);
    }
  },

  /** The first half of the columns: differs persistently. */
  FEWER {
    @Override
    CheapLearner fit(IntervalRows training, IntervalPopulation population, RandomStream stream) {
      return CheapLearner.discriminant(training, columns(training) / 2, 0);
    }
  },

  /** Naive Bayes in bins, with many equal scores: differs persistently. */
  BINS {
    @Override
    CheapLearner fit(IntervalRows training, IntervalPopulation population, RandomStream stream) {
      return CheapLearner.bins(training);
    }
  },

  /** Rare rows with noise added to the training rows, twice as many, new ones in each repeat. */
  NOISY {
    @Override
    CheapLearner fit(IntervalRows training, IntervalPopulation population, RandomStream stream) {
      double[][] added = new double[2 * training.rare()][];
      for (int i = 0; i < added.length; i++) {
        added[i] =
            IntervalRows.jittered(training.cells()[stream.nextInt(training.rare())], 1.5, stream);
      }
      return plain(training.plus(added));
    }
  },

  /** A generator that is mostly luck: a few rows of either class, called rare. */
  LUCK {
    @Override
    CheapLearner fit(IntervalRows training, IntervalPopulation population, RandomStream stream) {
      double[][] added = new double[Math.max(4, training.rare() / 3)][];
      for (int i = 0; i < added.length; i++) {
        added[i] =
            IntervalRows.jittered(
                training.cells()[stream.nextInt(training.cells().length)], 2, stream);
      }
      return plain(training.plus(added));
    }
  },

  /** As many real rare rows again, new ones in each repeat: a perfect generator. */
  PLANTED {
    @Override
    CheapLearner fit(IntervalRows training, IntervalPopulation population, RandomStream stream) {
      return plain(training.plus(population.drawUnseenRare(training.rare(), stream)));
    }
  },

  /** Rows with measurement errors, which are the same in all repeats. */
  VIEW {
    @Override
    CheapLearner fit(IntervalRows training, IntervalPopulation population, RandomStream stream) {
      return plain(training);
    }
  },

  /** The same rows with errors of their own: equal to its twin in law, and never equal to it. */
  OTHER_VIEW {
    @Override
    CheapLearner fit(IntervalRows training, IntervalPopulation population, RandomStream stream) {
      return plain(training);
    }
  };

  /** Learns from a repeat's training rows. */
  abstract CheapLearner fit(
      IntervalRows training, IntervalPopulation population, RandomStream stream);

  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns whether rows are seen with errors. */
  boolean isView() {
    return this == VIEW || this == OTHER_VIEW;
  }

  /** Returns what it is compared with; itself, where it is only there to be compared with. */
  IntervalArm reference() {
    return switch (this) {
      case NONE, RIDGE, FEWER, BINS, NOISY, LUCK, PLANTED -> NONE;
      case VIEW, OTHER_VIEW -> VIEW;
    };
  }

  private static int columns(IntervalRows rows) {
    return rows.cells()[0].length;
  }

  private static CheapLearner plain(IntervalRows training) {
    return CheapLearner.discriminant(training, columns(training), 0);
  }
}
