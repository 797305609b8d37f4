package dev.synth.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code synth augment} did, and why: the content of {@code augmentation.json}.
 *
 * @param schemaVersion the version of this format
 * @param sentence what was done, in a sentence
 * @param arm what was done
 * @param chosenBy {@code auto}, or {@code name} where the user named the arm
 * @param rareWeight where the arm is {@code class-weight}, what a rare row weighs against one of
 *     the others; else null
 * @param rows how many rows the file has
 * @param syntheticColumn the file's column that is 1 in synthetic rows and 0 in real ones
 * @param classifier whose average precision chose
 * @param seed the root seed
 * @param candidates how all candidates did in folds of the training rows, {@code none} first; empty
 *     where the arm was named
 * @param warnings what the generator's training warned of
 * @param performance what the arm does on rows that no selection saw, or null
 * @param performanceNote what the figure is worth, or why there is none
 */
public record AugmentationSummary(
    int schemaVersion,
    String sentence,
    Arm arm,
    String chosenBy,
    @Nullable Double rareWeight,
    Rows rows,
    String syntheticColumn,
    String classifier,
    long seed,
    List<CandidateScore> candidates,
    List<String> warnings,
    @Nullable Performance performance,
    String performanceNote) {
  /** The version of the format of {@code augmentation.json}. */
  public static final int SCHEMA_VERSION = 1;

  public AugmentationSummary {
    candidates = List.copyOf(candidates);
    warnings = List.copyOf(warnings);
  }

  /**
   * The rows of the file.
   *
   * @param real real rows, which come first
   * @param realRare the rare ones among them
   * @param synthetic synthetic rows, all of the rare class
   */
  public record Rows(int real, int realRare, int synthetic) {}

  /**
   * Figures on test rows of one split.
   *
   * @param testRows how many rows
   * @param testRare the rare ones among them
   * @param arms {@code none} and the chosen arm, with every classifier
   */
  public record Performance(int testRows, int testRare, List<ArmFigures> arms) {
    public Performance {
      arms = List.copyOf(arms);
    }

    /** Takes the figures out of evaluations of one repeat. */
    public static Performance of(List<Evaluation> evaluations) {
      Confusion counts = evaluations.getFirst().confusion();
      List<ArmFigures> arms =
          evaluations.stream()
              .map(each -> new ArmFigures(each.arm(), each.classifier(), each.figures()))
              .toList();
      return new Performance(counts.rows(), counts.rareRows(), arms);
    }
  }

  /**
   * One arm with one classifier.
   *
   * @param figures every measure on test rows
   */
  public record ArmFigures(Arm arm, String classifier, Map<Measure, Figure> figures) {
    public ArmFigures {
      figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    }
  }

  /** Returns what was done, as a sentence. */
  public static String sentence(Arm arm, Rows rows, @Nullable Double rareWeight, boolean named) {
    String unchanged = "the file holds the %,d real rows alone, unchanged";
    if (rareWeight != null) {
      return String.format(
          Locale.ROOT,
          "No row is added: a rare row weighs %.4g times one of the others (class-weight); "
              + unchanged
              + ".",
          rareWeight,
          rows.real());
    }
    if (rows.synthetic() == 0) {
      return String.format(
          Locale.ROOT,
          "Nothing is added (none)%s; " + unchanged + ".",
          named ? "" : ": no candidate gained clearly more than one standard error",
          rows.real());
    }
    return String.format(
        Locale.ROOT,
        "%,d synthetic rare rows of %s follow the %,d real rows, of which %,d are rare.",
        rows.synthetic(),
        arm.label(),
        rows.real(),
        rows.realRare());
  }
}
