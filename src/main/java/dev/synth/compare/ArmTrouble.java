package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.generate.TrainingWarning;

/**
 * A failure or warning of an arm in one repeat.
 *
 * @param arm the arm; of a warning, its name alone, since one fitted generator serves all its arms
 * @param cause what went wrong
 */
public record ArmTrouble(Arm arm, Cause cause) {
  /** The trouble of an arm, as facts. In JSON {@code kind} says which it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Failure.class, name = "failure"),
    @JsonSubTypes.Type(value = NothingToSelect.class, name = "nothing_to_select"),
    @JsonSubTypes.Type(value = Warning.class, name = "warning")
  })
  public sealed interface Cause {
    /** Returns whether the arm could not be made; else it was, with a warning. */
    default boolean failed() {
      return switch (this) {
        case Failure failure -> true;
        case NothingToSelect nothing -> true;
        case Warning warning -> false;
      };
    }
  }

  /**
   * An arm that could not be made.
   *
   * @param problem the message of the problem that ended it
   */
  public record Failure(String problem) implements Cause {}

  /** Every generator failed, so that there is none to select. */
  public record NothingToSelect() implements Cause {}

  /**
   * A warning of a generator's training.
   *
   * @param warning what is likely to be wrong
   */
  public record Warning(TrainingWarning warning) implements Cause {}

  /** An arm that could not be made. */
  public static ArmTrouble failure(Arm arm, String problem) {
    return new ArmTrouble(arm, new Failure(problem));
  }

  /** A selection that had nothing to select from. */
  public static ArmTrouble nothingToSelect(Arm selected) {
    return new ArmTrouble(selected, new NothingToSelect());
  }

  /** A warning of a generator's training. */
  public static ArmTrouble warning(Arm arm, TrainingWarning warning) {
    return new ArmTrouble(arm.withPlan(Addition.NOTHING), new Warning(warning));
  }

  /** Returns whether the arm could not be made. */
  public boolean failed() {
    return cause.failed();
  }
}
