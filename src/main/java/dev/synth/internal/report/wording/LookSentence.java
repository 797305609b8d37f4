package dev.synth.internal.report.wording;

import dev.synth.compare.Looks;
import dev.synth.compare.Looks.Look;
import dev.synth.compare.Looks.Standing;
import dev.synth.compare.Protocol;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sentences on how a comparison looked at its repeats, and why no more were added. */
public final class LookSentence {
  /** The smallest part of the level that is not shown as 0. */
  private static final double LEAST_SHOWN = 0.0001;

  private LookSentence() {}

  /** Returns why it stopped where it did, and how the arms stood at each look. */
  public static String of(Looks looks) {
    int last = looks.taken().getLast().repeats();
    return PlainText.of(
        "It stopped after %d repeats, %s. %s",
        last,
        why(looks),
        looks.taken().stream()
            .map(look -> of(look, look.equals(looks.taken().getFirst())))
            .collect(Collectors.joining(" ")));
  }

  private static String why(Looks looks) {
    return switch (looks.stopped()) {
      case DECIDED -> "since every arm is decided";
      case REPEATS_CANNOT_HELP -> "since more of them cannot help with what is undecided";
      case MOST_REPEATS -> "the most that there may be";
      case NOT_STOPPED -> "though more can help";
    };
  }

  /** Returns that more repeats are added, and for which arms. */
  public static String ofMore(Looks looks, int next) {
    List<String> open = new ArrayList<>();
    for (Standing arm : looks.taken().getLast().arms()) {
      if (arm.state() == Looks.State.OPEN) {
        open.add(ArmTitle.of(arm.arm()));
      }
    }
    return PlainText.of(
        "after %d repeats undecided: %s; going on to %d",
        looks.taken().getLast().repeats(), String.join("; ", open), next);
  }

  /**
   * Such as: After 10, with up to 0.008 of 0.05 spent: 1 uplift, 2 open. The first one explains it.
   */
  private static String of(Look look, boolean isFirst) {
    Map<Looks.State, Integer> counts = new LinkedHashMap<>();
    look.arms().forEach(arm -> counts.merge(arm.state(), 1, Integer::sum));
    double spent =
        look.arms().stream()
            .map(Standing::spent)
            .mapToDouble(own -> own == null ? 0 : own)
            .max()
            .orElse(0);
    return PlainText.of(
        "After %d%s: %s.",
        look.repeats(),
        counts.isEmpty() || spent == 0
            ? ""
            : PlainText.of(
                isFirst
                    ? ", with %s of the %s spent by which all looks together may err"
                    : ", with %s of %s spent",
                spent < LEAST_SHOWN
                    ? "less than " + VerdictSentence.plain(LEAST_SHOWN)
                    : "up to " + VerdictSentence.plain(spent),
                Protocol.ALPHA),
        counts.isEmpty()
            ? "no arm could be judged"
            : counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", ")));
  }

  private static String word(Looks.State state) {
    return switch (state) {
      case UPLIFT -> "uplift";
      case HARM -> "harm";
      case EQUIVALENT -> "equivalent";
      case OUT_OF_REACH -> "out of reach of repeats";
      case EXHAUSTED -> "to which repeats add nothing";
      case OPEN -> "open";
    };
  }
}
