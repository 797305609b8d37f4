package dev.synth.internal.report.wording;

import dev.synth.compare.FreeBaselines;
import dev.synth.compare.PairedDifference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A few words on whether an arm beats what costs nothing. */
public final class FreeWords {
  private FreeWords() {}

  /** Returns a clause that follows "it is", such as {@code better than each of …}. */
  public static String of(FreeBaselines free) {
    return switch (free) {
      case FreeBaselines.NotAsked asked -> "not compared with " + listed(asked.missing());
      case FreeBaselines.NoUplift none -> "no uplift against none to begin with";
      case FreeBaselines.Better better ->
          "better than each of " + String.join(", ", better.rivals());
      case FreeBaselines.NotShown open ->
          "not shown to be better than "
              + listed(open.unbeaten().stream().map(FreeWords::rival).toList());
    };
  }

  private static String listed(List<String> names) {
    return names.stream().collect(Collectors.joining(" and "));
  }

  private static String rival(PairedDifference rival) {
    return rival.p() == null
        ? rival.reference().name()
        : String.format(Locale.ROOT, "%s (p = %.3f)", rival.reference().name(), rival.p());
  }
}
