package dev.synth.compare;

import dev.synth.evaluate.Arm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A failure or warning of an arm in some repeats.
 *
 * @param arm the arm; of a warning, its name alone
 * @param failed whether it could not be made there: then it has no summary and no verdict, since
 *     repeats in which it could be are not a fair choice; else its training warned
 * @param repeats in how many repeats
 * @param of how many repeats there are
 * @param sentence why, or the warning, as the first of these repeats has it; numbers in others may
 *     differ
 */
public record TroubledArm(Arm arm, boolean failed, int repeats, int of, String sentence) {
  private record Key(Arm arm, boolean failed, String kind) {}

  /** Puts the repeats' troubles together, failures first, each kind of sentence once an arm. */
  public static List<TroubledArm> of(List<RepeatResult> results) {
    Map<Key, String> first = new LinkedHashMap<>();
    Map<Key, Set<Integer>> where = new LinkedHashMap<>();
    for (RepeatResult result : results) {
      for (ArmTrouble trouble : result.troubles()) {
        // an arm that fails for two reasons has failed in the repeats of both
        String kind = trouble.failed() ? "" : trouble.sentence().replaceAll("[0-9.,]+", "#");
        Key key = new Key(trouble.arm(), trouble.failed(), kind);
        first.putIfAbsent(key, trouble.sentence());
        where.computeIfAbsent(key, each -> new LinkedHashSet<>()).add(result.repeat());
      }
    }
    List<TroubledArm> failed = new ArrayList<>();
    List<TroubledArm> warned = new ArrayList<>();
    first.forEach(
        (key, sentence) -> {
          int repeats = where.getOrDefault(key, Set.of()).size();
          (key.failed() ? failed : warned)
              .add(new TroubledArm(key.arm(), key.failed(), repeats, results.size(), sentence));
        });
    failed.addAll(warned);
    return List.copyOf(failed);
  }
}
