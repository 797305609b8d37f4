package dev.synth.experiment;

import dev.synth.evaluate.EvaluationOptions;
import java.util.List;
import java.util.Locale;

/** About how long a run takes: counted fits, at the cost that a {@link Pilot} measures. */
final class Estimate {
  private static final double SECONDS_A_MINUTE = 60;

  private Estimate() {}

  /**
   * Returns the estimate of a grid as text.
   *
   * @param rows the first repeat's rows
   * @param jobs how many units are computed at once
   */
  static String of(GridDesign design, FitRows rows, int jobs) {
    EvaluationOptions options = design.options();
    Pilot pilot = new Pilot(rows);
    int times = options.crossFit() ? 1 + CrossFit.FOLDS : 1;
    Pilot.Cost repeat = new Pilot.Cost(0, false);
    for (Source source : design.sources()) {
      repeat = repeat.plus(pilot.generator(source), times);
    }
    for (String classifier : options.classifiers()) {
      repeat = repeat.plus(pilot.classifier(classifier), (double) times * design.arms());
    }
    if (options.auto()) {
      repeat = repeat.plus(picking(pilot, options.classifiers().getFirst()), 1);
    }
    int repeats = design.repeats() * design.budgets().size();
    int units = repeats * design.sources().size();
    Pilot.Cost all =
        new Pilot.Cost(repeat.seconds() * repeats / Math.min(jobs, units), repeat.isLeast());
    return text(all, jobs);
  }

  /** Returns the estimate of a pick alone as text. */
  static String ofPick(FitRows rows, String classifier, int jobs) {
    Pilot.Cost cost = picking(new Pilot(rows), classifier);
    int folds = InnerFolds.FOLDS * AutoChoice.ROUNDS;
    return text(new Pilot.Cost(cost.seconds() / Math.min(jobs, folds), cost.isLeast()), jobs);
  }

  /** Returns the estimate of fitting one generator as text. */
  static String of(Source source, FitRows rows) {
    return text(new Pilot(rows).generator(source), 1);
  }

  /** Folds have all rows but a part, and cost so much less. */
  private static Pilot.Cost picking(Pilot pilot, String classifier) {
    List<Source> candidates = AutoCandidates.all();
    double share = 1 - 1.0 / InnerFolds.FOLDS;
    Pilot.Cost cost = new Pilot.Cost(0, false);
    for (Source source : candidates) {
      double fits = InnerFolds.FOLDS * AutoChoice.ROUNDS * share;
      cost = cost.plus(pilot.generator(source), fits);
    }
    return cost.plus(pilot.classifier(classifier), AutoChoice.fits(candidates) * share);
  }

  /** Such as: about 4 minutes with --jobs 2; rough, …. */
  private static String text(Pilot.Cost cost, int jobs) {
    return "%s %s with --jobs %d; rough: %s"
        .formatted(
            cost.isLeast() ? "at least" : "about",
            duration(cost.seconds()),
            jobs,
            "fits counted, each at its time in a short trial just now");
  }

  /** Two digits at most, since no more are true. */
  static String duration(double seconds) {
    if (seconds < 1.5 * SECONDS_A_MINUTE) {
      return "%d s".formatted(Math.max(1, rounded(seconds)));
    }
    double minutes = seconds / SECONDS_A_MINUTE;
    return minutes < 90
        ? "%d minutes".formatted(rounded(minutes))
        : String.format(Locale.ROOT, "%.1f hours", minutes / 60);
  }

  private static long rounded(double number) {
    return number < 20 ? Math.round(number) : 5 * Math.round(number / 5);
  }
}
