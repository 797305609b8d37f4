package dev.synth.internal.report.wording.training;

import dev.synth.generate.TrainingWarning;
import dev.synth.internal.base.PlainText;
import java.util.List;
import java.util.Locale;

/** The likely fault of a trained generator, and what may help, in a sentence. */
public final class TrainingWarningSentence {
  /** Columns named in a warning. */
  private static final int NAMED = 5;

  private TrainingWarningSentence() {}

  /** Returns the sentence, without a capital letter and a full stop. */
  public static String of(TrainingWarning warning) {
    return switch (warning) {
      case TrainingWarning.Collapse collapse ->
          PlainText.of(
              "the model has collapsed: its draws have %s of the real rows' variance; a smaller"
                  + " learning_rate or more steps may help",
              percent(collapse.varianceShare()));
      case TrainingWarning.FlatColumns flat ->
          PlainText.of(
              "the draws hardly vary in %s: they have less than a tenth of the real rows'"
                  + " variance",
              named(flat.columns()));
      case TrainingWarning.Memorisation memorised ->
          PlainText.of(
                  "the model has memorised training rows: in %s of comparisons a draw lies nearer"
                      + " to a",
                  percent(memorised.share()))
              + " training row than a held-back real row does (50 % would be usual);"
              + " scope: all, fewer steps or a smaller network may help";
      case TrainingWarning.EmptyCodes codes ->
          String.format(
              Locale.ROOT,
              "the codes say nothing about their rows (%.3f nats a row), so that draws are as if"
                  + " columns were independent; a smaller beta or more steps may help",
              codes.nats());
      case TrainingWarning.OldSentence told -> told.text();
    };
  }

  private static String named(List<String> columns) {
    return columns.size() <= NAMED
        ? String.join(", ", columns)
        : PlainText.of(
            "%s and %d other columns",
            String.join(", ", columns.subList(0, NAMED)), columns.size() - NAMED);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
