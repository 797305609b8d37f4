package dev.synth.internal.compare;

import dev.synth.compare.RepeatResult;
import dev.synth.evaluate.TestRanks;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The classifiers' rankings of the test rows of all repeats: the content of {@code ranks.json},
 * from which every interval of a split at random can be computed again.
 *
 * @param schemaVersion the version of this format
 * @param repeats one a repeat, in order
 */
public record RunRanks(int schemaVersion, List<TestRanks> repeats) {
  private static final int SCHEMA_VERSION = 1;

  public RunRanks {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          PlainText.of(
              "the ranks' format is version %d, and this program reads version %d",
              schemaVersion, SCHEMA_VERSION));
    }
    repeats = List.copyOf(repeats);
  }

  /** Returns the ranks of repeats; empty where a repeat has none, as in splits by time. */
  public static Optional<RunRanks> of(List<RepeatResult> results) {
    List<TestRanks> repeats = new ArrayList<>();
    for (RepeatResult result : results) {
      TestRanks ranks = result.ranks();
      if (ranks == null) {
        return Optional.empty();
      }
      repeats.add(ranks);
    }
    return Optional.of(new RunRanks(SCHEMA_VERSION, repeats));
  }
}
