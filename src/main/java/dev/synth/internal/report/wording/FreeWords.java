package dev.synth.internal.report.wording;

import dev.synth.compare.FreeBaselines;
import dev.synth.compare.PairedDifference;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
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
              + listed(open.unbeaten().stream().map(rival -> rival(rival, open)).toList());
    };
  }

  /** The rival's name, with its ratio beside an arm that has none of its own. */
  static String name(PairedDifference rival) {
    return rival.arm().role() == Arm.Role.AUTO
        ? rival.reference().label()
        : rival.reference().name();
  }

  private static String listed(List<String> names) {
    return names.stream().collect(Collectors.joining(" and "));
  }

  /** A rival with its p-value; or by how much the arm is behind it, which says more. */
  private static String rival(PairedDifference rival, FreeBaselines.NotShown open) {
    String name = name(rival);
    if (rival.p() == null || rival.mean() == null) {
      return name;
    }
    if (!(rival.mean() > 0)) {
      return PlainText.of("%s (behind it by %s)", name, VerdictSentence.plain(-rival.mean()));
    }
    return open.correctedP() == null
        ? String.format(Locale.ROOT, "%s (p = %.3f)", name, rival.p())
        : String.format(
            Locale.ROOT,
            "%s (p = %.3f, for all arms together %.3f)",
            name,
            rival.p(),
            open.correctedP());
  }
}
