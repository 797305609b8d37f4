package dev.synth.benchmarks.uplift;

import dev.synth.classify.ClassifierOptions;
import dev.synth.classify.ExtraTreesOptions;
import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.classify.MlpOptions;
import dev.synth.classify.RandomForestOptions;
import dev.synth.classify.XgboostOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A way to teach a student, as {@code STUDENT/TEACHER/ROWS}: {@code b} alone has no teacher, {@code
 * b/bfel} learns from as many soft rows as there are others, {@code r/bfelr-equal/vae-3+self} from
 * three times as many and from the real rows with labels that were made without them, and {@code
 * teacher/bfel} is the teacher itself.
 *
 * @param id the text
 * @param student the letter of a classifier, or {@code teacher}
 * @param teacher who labels rows; empty where none do
 * @param rows what is labelled
 */
record SweepRecipe(String id, String student, Optional<Blend> teacher, Rows rows) {
  /** The student that is the teacher itself. */
  static final String TEACHER = "teacher";

  private static final XgboostOptions REGULARISED = XgboostOptions.regularised();

  private static final XgboostOptions DEEP =
      XgboostOptions.defaults()
          .withMaximumDepth(8)
          .withRowShare(0.6)
          .withNodeFeatureShare(0.5)
          .withMinimumChildWeight(0.1);

  /** The classifiers of letters: students and members of teachers. */
  static final Map<Character, ClassifierOptions> LETTERS =
      Map.ofEntries(
          Map.entry('b', XgboostOptions.defaults()),
          Map.entry('s', XgboostOptions.stock()),
          Map.entry('r', REGULARISED),
          Map.entry('w', REGULARISED.withTrees(600)),
          Map.entry('d', REGULARISED.withMaximumDepth(6).withLearningRate(0.06)),
          Map.entry('D', REGULARISED.withMaximumDepth(6).withTrees(600)),
          Map.entry('x', DEEP),
          Map.entry('f', RandomForestOptions.defaults()),
          Map.entry('e', ExtraTreesOptions.defaults()),
          Map.entry('l', LogisticRegressionOptions.defaults()),
          Map.entry('m', MlpOptions.defaults()));

  /** The share of the drawn rows that stays where the nearest to the boundary are kept. */
  static final double NEAR_SHARE = 1.0 / 3;

  SweepRecipe {
    if (!student.equals(TEACHER)) {
      options(student.charAt(0));
    } else if (teacher.isEmpty()) {
      throw new IllegalArgumentException("a teacher has members, as in teacher/bfel");
    }
  }

  /**
   * A teacher.
   *
   * @param members the letters of its members
   * @param ways how they are blended: {@code equal} weights, {@code pull1} towards equal weights in
   *     place of 5, {@code drop} those that lose, {@code platt} probabilities
   */
  record Blend(List<Character> members, List<String> ways) {
    private static final String PULL = "pull";
    private static final double USUAL_PULL = 5;

    Blend {
      members = List.copyOf(members);
      ways = List.copyOf(ways);
      members.forEach(SweepRecipe::options);
    }

    static Blend of(String text) {
      List<String> parts = Arrays.asList(text.split("-", -1));
      List<Character> members = parts.getFirst().chars().mapToObj(letter -> (char) letter).toList();
      return new Blend(members, parts.subList(1, parts.size()));
    }

    boolean has(String way) {
      return ways.contains(way);
    }

    /** Returns the nats that pull the weights towards equal ones. */
    double pull() {
      return ways.stream()
          .filter(way -> way.startsWith(PULL))
          .mapToDouble(way -> Double.parseDouble(way.substring(PULL.length())))
          .findFirst()
          .orElse(USUAL_PULL);
    }
  }

  /**
   * The rows that are labelled.
   *
   * @param ratio how many rows of the autoencoder, in rows of the other class
   * @param near whether of these the third that is nearest to the teacher's boundary is kept
   * @param self whether the real rows join once more, with labels made without them
   */
  record Rows(double ratio, boolean near, boolean self) {
    private static final String VAE = "vae-";
    private static final String NEAR = "-near";

    static Rows of(String text) {
      List<String> parts = Arrays.asList(text.split("\\+", -1));
      Optional<String> drawn = parts.stream().filter(part -> part.startsWith(VAE)).findFirst();
      boolean near = drawn.isPresent() && drawn.get().endsWith(NEAR);
      return new Rows(
          drawn
              .map(part -> part.substring(VAE.length()).replace(NEAR, ""))
              .map(Double::parseDouble)
              .orElse(0.0),
          near,
          parts.contains("self"));
    }
  }

  /** Reads a recipe. */
  static SweepRecipe of(String id) {
    String[] parts = id.split("/", -1);
    return new SweepRecipe(
        id,
        parts[0],
        parts.length > 1 ? Optional.of(Blend.of(parts[1])) : Optional.empty(),
        Rows.of(parts.length > 2 ? parts[2] : "vae-1"));
  }

  static ClassifierOptions options(char letter) {
    ClassifierOptions options = LETTERS.get(letter);
    if (options == null) {
      throw new IllegalArgumentException("there is no classifier of the letter " + letter);
    }
    return options;
  }
}
