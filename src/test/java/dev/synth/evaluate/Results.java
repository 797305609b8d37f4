package dev.synth.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Results of repeats for tests, with the average precisions that a test asks for. */
public final class Results {
  /** The arm that gets the verdict. */
  public static final Arm VAE = Arm.generator("vae", "ratio 0.1");

  /** A free rival. */
  public static final Arm OVERSAMPLE = Arm.baseline("oversample", "ratio 0.1");

  /** Training, validation and test 3 : 1 : 1, so that n_test / n_train is 1/3. */
  static final PartSizes SIZES = new PartSizes(6000, 294, 2000, 98, 2000, 98);

  private Results() {}

  /** One evaluation; every figure but average precision is one half. */
  static Evaluation evaluation(Arm arm, String classifier, int repeat, double averagePrecision) {
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      figures.put(measure, new Figure.Value(0.5));
    }
    figures.put(Measure.AVERAGE_PRECISION, new Figure.Value(averagePrecision));
    return new Evaluation(
        arm,
        classifier,
        repeat,
        new Threshold(0.5, "max-f1", null),
        new Confusion(49, 10, 49, 1892),
        figures);
  }

  /** Repeats of {@code none} and {@code vae} with a forest, whose differences are given. */
  public static List<RepeatResult> differing(List<Double> differences) {
    List<RepeatResult> repeats = new ArrayList<>();
    for (int i = 0; i < differences.size(); i++) {
      int repeat = i + 1;
      double none = 0.5 + 0.01 * (i % 3);
      repeats.add(
          new RepeatResult(
              repeat,
              SIZES,
              List.of(
                  evaluation(Arm.NONE, "random-forest", repeat, none),
                  evaluation(VAE, "random-forest", repeat, none + differences.get(i)))));
    }
    return repeats;
  }
}
