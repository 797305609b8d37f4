package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.generate.TrainingWarning;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of {@code synth augment} and its reasons: the facts of {@code augmentation.json}.
 *
 * @param schemaVersion the version of this format
 * @param arm what was done
 * @param chosenBy {@code auto}, or {@code name} where the user named the arm
 * @param rareWeight where the arm is {@code class-weight}, what a rare row weighs against one of
 *     the others; else null
 * @param rows how many rows the file has
 * @param syntheticColumn the file's column that is 1 in synthetic rows and 0 in real ones
 * @param labelsColumn the file's column that tells how rare synthetic rows are, {@code weight} or
 *     {@code probability}; null where the file has neither
 * @param weightColumn the file's column that tells how many rows each stands for, where the real
 *     rows are a sample; else null
 * @param classifier whose average precision chose
 * @param favoured the candidate that was to be taken unless {@code none} was clearly ahead of it;
 *     null where there was none, and in runs before that rule
 * @param seed the root seed
 * @param candidates how all candidates did in folds of the training rows, {@code none} first; empty
 *     where the arm was named
 * @param warnings what the generator's training warned of
 * @param performance what the arm does on rows that no selection saw, or null
 */
@JsonIgnoreProperties({"sentence", "performance_note"})
public record AugmentationSummary(
    int schemaVersion,
    Arm arm,
    String chosenBy,
    @Nullable Double rareWeight,
    Rows rows,
    String syntheticColumn,
    @Nullable String labelsColumn,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String weightColumn,
    String classifier,
    @Nullable Arm favoured,
    long seed,
    List<CandidateScore> candidates,
    List<TrainingWarning> warnings,
    @Nullable Performance performance) {
  /** The version of the format of {@code augmentation.json}. */
  public static final int SCHEMA_VERSION = 1;

  public AugmentationSummary {
    candidates = List.copyOf(candidates);
    warnings = List.copyOf(warnings);
  }

  /** Returns whether the user named the arm, so that nothing was chosen. */
  public boolean named() {
    return !chosenBy.equals("auto");
  }

  /**
   * The rows of the file.
   *
   * @param real real rows, which come first
   * @param realRare the rare ones among them
   * @param synthetic synthetic rows, each counted once
   */
  public record Rows(int real, int realRare, int synthetic) {}

  /**
   * The columns of the file that the data does not have.
   *
   * @param synthetic 1 in synthetic rows, 0 in real ones
   * @param labels {@code weight} or {@code probability}; null where the file has neither
   * @param weight how many rows each stands for, where the real rows are a sample; else null
   */
  public record Columns(String synthetic, @Nullable String labels, @Nullable String weight) {}

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
  public record ArmFigures(Arm arm, String classifier, Map<EvaluationMetric, MetricValue> figures) {
    public ArmFigures {
      figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    }
  }
}
