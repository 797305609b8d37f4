package dev.synth.internal.report.profile;

import dev.synth.internal.profile.ColumnProfile;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.Foreseen;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.RareProfile;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.SplitAdvice.Reason;
import dev.synth.internal.profile.Suspect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Profiles of 12,000 rows with the facts that a test asks for. */
final class ProfileFacts {
  private ProfileFacts() {}

  /** A label of 98 rare rows, of which so many count. */
  static RareProfile label(int units, int contradictions, RareProfile.LabelSuspect... suspects) {
    return new RareProfile(
        "fraud", "1", "0", 12_000, 98, units, contradictions, 98, 12, List.of(suspects));
  }

  /** A profile of a table with one rare row, which lets nothing be foreseen. */
  static DataProfile ofOneRareRow() {
    return new DataProfile(
        "a.csv",
        12_000,
        0,
        false,
        List.of(),
        List.of(),
        new Guesses(null, null, null),
        new RareProfile("fraud", "1", "0", 12_000, 1, 1, 0, 0, 0, List.of()),
        List.of(),
        null,
        random(),
        List.of());
  }

  /** A random split, without a time and a group. */
  static SplitAdvice random() {
    return new SplitAdvice(false, null, null, 0, 0, List.of(Reason.NO_TIME, Reason.NO_GROUP));
  }

  /** A profile without drift. */
  static DataProfile profile(
      int copies,
      List<ColumnProfile> columns,
      Guesses guesses,
      @Nullable RareProfile label,
      List<Suspect> leaks,
      @Nullable SplitAdvice split) {
    return new DataProfile(
        "a <b>.csv",
        12_000,
        copies,
        false,
        List.of(),
        columns,
        guesses,
        label,
        leaks,
        null,
        split,
        label == null ? List.of() : List.of(new Foreseen(0.2, 20, 20, 0.0625, 0.125)));
  }

  /** A column that is modelled and says nothing but its values. */
  static ColumnProfile column(
      String name, String type, int missing, int distinct, double mostFrequent) {
    return new ColumnProfile(
        name,
        type,
        List.of(),
        true,
        missing,
        distinct,
        mostFrequent,
        null,
        null,
        null,
        List.of(),
        null);
  }
}
