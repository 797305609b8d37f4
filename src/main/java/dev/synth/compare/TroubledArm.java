package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.synth.evaluate.Arm;
import dev.synth.generate.TrainingWarning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure or warning of an arm in some repeats.
 *
 * @param arm the arm; of a warning, its name alone
 * @param repeats in how many repeats
 * @param of how many repeats there are
 * @param cause what went wrong, as the first of these repeats has it; numbers in others may differ
 */
public record TroubledArm(Arm arm, int repeats, int of, ArmTrouble.Cause cause) {
  /** An arm, and the kind of trouble that it has; null stands for every failure. */
  private record Key(Arm arm, @Nullable TrainingWarning kind) {
    static Key of(ArmTrouble trouble) {
      return switch (trouble.cause()) {
        // an arm that fails for two reasons has failed in the repeats of both
        case ArmTrouble.Failure failure -> new Key(trouble.arm(), null);
        case ArmTrouble.NothingToSelect nothing -> new Key(trouble.arm(), null);
        case ArmTrouble.Warning own -> new Key(trouble.arm(), own.warning().withoutNumbers());
      };
    }
  }

  /**
   * Returns a trouble as a file has it.
   *
   * @param failed whether the arm could not be made
   * @param cause what went wrong; null in runs of earlier versions
   * @param sentence the same in words, as runs of earlier versions have it alone
   */
  @JsonCreator
  static TroubledArm read(
      @JsonProperty("arm") Arm arm,
      @JsonProperty("failed") boolean failed,
      @JsonProperty("repeats") int repeats,
      @JsonProperty("of") int of,
      @JsonProperty("cause") ArmTrouble.@Nullable Cause cause,
      @JsonProperty("sentence") @Nullable String sentence) {
    if (cause != null) {
      return new TroubledArm(arm, repeats, of, cause);
    }
    String told = String.valueOf(sentence);
    return new TroubledArm(
        arm,
        repeats,
        of,
        failed
            ? new ArmTrouble.Failure(told)
            : new ArmTrouble.Warning(new TrainingWarning.OldSentence(told)));
  }

  /**
   * Returns whether the arm could not be made there; else its training warned. An arm that failed
   * has no summary and no verdict, since the other repeats are not a fair choice.
   */
  @JsonProperty
  public boolean failed() {
    return cause.failed();
  }

  /** Puts the repeats' troubles together, failures first, each kind of warning once an arm. */
  public static List<TroubledArm> of(List<RepeatResult> results) {
    Map<Key, ArmTrouble.Cause> first = new LinkedHashMap<>();
    Map<Key, Set<Integer>> where = new LinkedHashMap<>();
    for (RepeatResult result : results) {
      for (ArmTrouble trouble : result.troubles()) {
        Key key = Key.of(trouble);
        first.putIfAbsent(key, trouble.cause());
        where.computeIfAbsent(key, each -> new LinkedHashSet<>()).add(result.repeat());
      }
    }
    List<TroubledArm> failed = new ArrayList<>();
    List<TroubledArm> warned = new ArrayList<>();
    first.forEach(
        (key, cause) -> {
          int repeats = where.getOrDefault(key, Set.of()).size();
          (cause.failed() ? failed : warned)
              .add(new TroubledArm(key.arm(), repeats, results.size(), cause));
        });
    failed.addAll(warned);
    return List.copyOf(failed);
  }
}
