package dev.synth.internal.report.format;

import dev.synth.compare.Comparison;
import dev.synth.compare.TroubledArm;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.wording.TroubleSentence;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;

/** The failures of arms, for a terminal, a page and a paper. */
public final class Troubles {
  private Troubles() {}

  /** Returns the lines for a terminal, after an empty one; none where nothing went wrong. */
  public static List<String> lines(Comparison comparison, int width) {
    List<String> lines = new ArrayList<>();
    for (TroubledArm trouble : comparison.troubles()) {
      if (lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(LineBreaks.hanging("! " + TroubleSentence.of(trouble), width, 2));
    }
    return lines;
  }

  /** Returns the section of a page; empty where nothing went wrong. */
  public static String section(Comparison comparison) {
    return comparison.troubles().isEmpty()
        ? ""
        : Html.section(
            "What went wrong",
            Html.list(comparison.troubles().stream().map(TroubleSentence::of).toList())
                + Html.note(
                    "An arm that could not be made in every repeat gets no figures and no verdict:"
                        + " the repeats in which it could are not a fair choice. Warnings are those"
                        + " of the generators' training, each kind once; numbers in other repeats"
                        + " may differ."));
  }

  /** Returns the sentences for a table: of the arms that failed, on one number of rare rows. */
  public static List<String> failures(Comparison comparison, RareRows rareRows) {
    return comparison.troubles().stream()
        .filter(TroubledArm::failed)
        .filter(trouble -> trouble.arm().rareRows().equals(rareRows))
        .map(
            trouble ->
                PlainText.of(
                    "%s failed in %d of %d repeats and is left out.",
                    trouble.arm().label(), trouble.repeats(), trouble.of()))
        .toList();
  }
}
