package dev.synth.internal.report.monitor;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.monitor.Duel;
import dev.synth.internal.report.format.Numbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.format.Texts;
import java.util.ArrayList;
import java.util.List;

/** The outcome of a retraining in words. */
public final class RetrainText {
  private RetrainText() {}

  /**
   * Returns the outcome.
   *
   * @param period the days that both were measured on
   * @param promoted the sentence on what was done
   */
  public static String of(Duel duel, String period, String promoted) {
    List<String> lines = new ArrayList<>();
    for (String sentence : List.of(measured(duel, period), verdict(duel), promoted)) {
      lines.addAll(Texts.wrapped(sentence, TextGrid.WIDTH));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String measured(Duel duel, String period) {
    return PlainText.of(
        "On %s rows %s, which neither model saw, with %s rare ones and %s alerts for each: the"
            + " model in use finds %s of them, the challenger %s.",
        Numbers.count(duel.rows()),
        period,
        Numbers.count(duel.rare()),
        Numbers.count(duel.alerts()),
        share(duel.champion()),
        share(duel.challenger()));
  }

  private static String share(double value) {
    return PlainText.of("%.1f %%", 100 * value);
  }

  private static String verdict(Duel duel) {
    String word =
        switch (duel.verdict()) {
          case UPLIFT -> "Uplift";
          case HARM -> "Harm";
          case EQUIVALENT -> "Equivalent";
          case UNDECIDED -> "Undecided";
        };
    return PlainText.of(
        "%s: %s in recall (95 %% interval %s to %s; p %s, level %.4f); %d days show a change"
            + " from %s on.",
        word,
        Numbers.signed(duel.challenger() - duel.champion()),
        Numbers.signed(duel.low()),
        Numbers.signed(duel.high()),
        duel.p() < 0.001 ? "< 0.001" : "= " + Numbers.probability(duel.p()),
        duel.alpha(),
        duel.days(),
        Numbers.plain(duel.detectable()));
  }
}
