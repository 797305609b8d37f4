package dev.synth.benchmarks.uplift;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.evaluate.Baseline;
import dev.synth.internal.base.PlainText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An arm of the benchmark. */
sealed interface UpliftArm {
  /** {@code vae-soft}, {@code vae-hard-0.5}: rows of a generator, its labels and class ratio. */
  Pattern GENERATED = Pattern.compile("(.+)-(hard|soft)(?:-([0-9.]+))?");

  /** The ending of arms whose teacher labels rows whatever its gate says. */
  String ADMITTED = "-admitted";

  /** The beginning of arms with rows of a peer, which come from files. */
  String PEER = "peer:";

  double HARD_RATIO = 0.1;
  double SOFT_RATIO = 1.0;

  /** Returns the arm's name in results. */
  String id();

  /**
   * Whatever {@code synth augment} takes as an arm.
   *
   * @param id the name in results
   * @param name the product's name of the arm
   * @param isAdmitted whether a teacher labels rows whatever its gate says
   */
  record Named(String id, String name, boolean isAdmitted) implements UpliftArm {
    Named(String id, String name) {
      this(id, name, false);
    }
  }

  /** A free rival that adds no rows. */
  record Rival(String id, Baseline baseline) implements UpliftArm {}

  /** The pick of {@code best-free} inside the training rows, soft labels among it. */
  record BestFree(String id) implements UpliftArm {}

  /** The pick of {@code auto} inside the training rows. */
  record Auto(String id) implements UpliftArm {}

  /**
   * Rows of another program.
   *
   * @param id the name in results
   * @param peer the name of the file, without its ending
   * @param plan how many of its rows are taken
   * @param labels what they are called
   */
  record Peer(String id, String peer, AugmentationPlan plan, Labels labels) implements UpliftArm {}

  /** Returns the arm of a name in results. */
  static UpliftArm of(String id) {
    if (id.endsWith(ADMITTED)) {
      String without = id.substring(0, id.length() - ADMITTED.length());
      if (of(without) instanceof Named named) {
        return new Named(id, named.name(), true);
      }
    }
    Matcher matcher = GENERATED.matcher(id);
    if (matcher.matches()) {
      return generated(id, matcher);
    }
    return switch (id) {
      case "auto" -> new Auto(id);
      case "best-free" -> new BestFree(id);
      case "smote", "oversample" -> new Named(id, PlainText.of("%s, ratio %s", id, HARD_RATIO));
      default ->
          Baseline.find(id)
              .filter(baseline -> baseline.sampler().isEmpty())
              .<UpliftArm>map(baseline -> new Rival(id, baseline))
              .orElseGet(() -> new Named(id, id));
    };
  }

  private static UpliftArm generated(String id, Matcher matcher) {
    String name = matcher.group(1);
    boolean soft = matcher.group(2).equals("soft");
    String given = matcher.group(3);
    double ratio = given == null ? soft ? SOFT_RATIO : HARD_RATIO : Double.parseDouble(given);
    if (name.startsWith(PEER)) {
      return new Peer(
          id,
          name.substring(PEER.length()),
          new AugmentationPlan.Ratio(ratio),
          soft ? Labels.SOFT : Labels.HARD);
    }
    return new Named(id, PlainText.of("%s, ratio %s%s", name, ratio, soft ? ", soft labels" : ""));
  }
}
