package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.synth.evaluate.Arm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The looks of a comparison at its repeats: how it was decided whether more were added.
 *
 * <p>An arm that is decided stays so. Whether more repeats are added depends on the arms that are
 * not, and never on how large their differences are.
 *
 * @param most the most repeats that there may be
 * @param taken the looks, in order, at least one
 */
@JsonIgnoreProperties(value = "stopped", allowGetters = true)
public record Looks(int most, List<Look> taken) {
  public Looks {
    taken = List.copyOf(taken);
  }

  /**
   * One look.
   *
   * @param repeats how many repeats there were
   * @param arms the judged arms
   */
  public record Look(int repeats, List<Standing> arms) {
    public Look {
      arms = List.copyOf(arms);
    }

    private boolean isOpen() {
      return arms.stream().anyMatch(arm -> arm.state() == State.OPEN);
    }
  }

  /**
   * The standing of an arm at a look.
   *
   * @param arm the arm
   * @param information the share of the information that the most repeats would have, in (0, 1];
   *     null where nothing is tested
   * @param spent how much of {@link Protocol#ALPHA} was spent by then; null where nothing is tested
   * @param correctedP the p-value of a difference, of all looks until then, after Holm; or null
   * @param equivalenceP the same of equivalence; or null
   * @param state what follows
   */
  public record Standing(
      Arm arm,
      @Nullable Double information,
      @Nullable Double spent,
      @Nullable Double correctedP,
      @Nullable Double equivalenceP,
      State state) {}

  /** The state of an arm: decided or open. */
  public enum State {
    /** It is better. */
    UPLIFT,
    /** It is worse. */
    HARM,
    /** It makes no difference worth having. */
    EQUIVALENT,
    /** Nothing is known, and not even endless repeats could see the effect worth having. */
    OUT_OF_REACH,
    /** Nothing is known, and more repeats bring no information any more. */
    EXHAUSTED,
    /** Nothing is known yet, and more repeats can help. */
    OPEN
  }

  /** The reason why no more repeats were added. */
  public enum Stop {
    /** Every arm is decided. */
    DECIDED,
    /** Some arms are not, and more repeats cannot help with any of them. */
    REPEATS_CANNOT_HELP,
    /** The most repeats were made. */
    MOST_REPEATS,
    /** More were to be added. */
    NOT_STOPPED
  }

  /** Returns why no more repeats were added. */
  @JsonProperty("stopped")
  public Stop stopped() {
    Look last = taken.getLast();
    if (last.isOpen()) {
      return last.repeats() < most ? Stop.NOT_STOPPED : Stop.MOST_REPEATS;
    }
    boolean areDecided =
        !last.arms().isEmpty()
            && last.arms().stream()
                .allMatch(
                    arm ->
                        switch (arm.state()) {
                          case UPLIFT, HARM, EQUIVALENT -> true;
                          case OUT_OF_REACH, EXHAUSTED, OPEN -> false;
                        });
    return areDecided ? Stop.DECIDED : Stop.REPEATS_CANNOT_HELP;
  }
}
