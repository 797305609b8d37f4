package dev.synth.internal.report.monitor;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.monitor.Duel;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.run.RegisteredModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a retraining in words.
 *
 * @param name the bundle's name
 * @param champion the version of the model that was in use
 * @param challenger the version of the other
 * @param kept where the old bundle is; null where it stays in use
 */
public record RetrainText(String name, String champion, String challenger, @Nullable String kept) {
  /**
   * Returns what was measured, and what was done.
   *
   * @param from the first day that both were measured on
   * @param to the last one
   * @param registered the promoted bundle on a server; null where it is on none
   */
  public String of(Duel duel, String from, String to, @Nullable RegisteredModel registered) {
    String period = PlainText.of("from %s to %s", from, to);
    List<String> sentences = new ArrayList<>(List.of(measured(duel, period), verdict(duel)));
    sentences.add(done());
    if (registered != null) {
      sentences.add(registered(registered));
    }
    List<String> lines = new ArrayList<>();
    for (String sentence : sentences) {
      lines.addAll(LineBreaks.wrapped(sentence, TextGrid.WIDTH));
    }
    return String.join("\n", lines) + "\n";
  }

  private String done() {
    return kept == null
        ? PlainText.of("Kept: %s stays %s.", name, champion)
        : PlainText.of(
            "Promoted: %s is now %s; %s is kept as %s.", name, challenger, champion, kept);
  }

  private static String registered(RegisteredModel model) {
    return PlainText.of(
        "Registered: version %s of '%s' has the alias champion, %s",
        model.version(), model.name(), model.page());
  }

  private static String measured(Duel duel, String period) {
    return PlainText.of(
        "On %s rows %s, which neither model saw, with %s rare ones and %s alerts for each: the"
            + " model in use finds %s of them, the challenger %s.",
        ReportNumbers.count(duel.rows()),
        period,
        ReportNumbers.count(duel.rare()),
        ReportNumbers.count(duel.alerts()),
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
        ReportNumbers.signed(duel.challenger() - duel.champion()),
        ReportNumbers.signed(duel.low()),
        ReportNumbers.signed(duel.high()),
        duel.p() < 0.001 ? "< 0.001" : "= " + ReportNumbers.probability(duel.p()),
        duel.alpha(),
        duel.days(),
        ReportNumbers.plain(duel.detectable()));
  }
}
