package dev.synth.internal.report.wording.metric;

import dev.synth.internal.base.PlainText;
import dev.synth.validate.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The finding of a metric, in plain words and without a full stop. */
public final class FindingSentence {
  private FindingSentence() {}

  /** Returns the sentences, one a finding. */
  public static List<String> all(List<Finding> findings) {
    return findings.stream().map(FindingSentence::of).toList();
  }

  /** Returns the sentence. */
  public static String of(Finding finding) {
    return switch (finding) {
      case Finding.Area test ->
          text(
              "over %,d real and %,d synthetic rows it is %.3f, 95 %% interval %.3f to %.3f, p %s",
              test.realRows(),
              test.syntheticRows(),
              test.area(),
              test.low(),
              test.high(),
              test.p() < 0.0001 ? "below 0.0001" : text("= %.4f", test.p()));
      case Finding.DiscriminatingColumn column ->
          text(
              "%s is a discriminating column: the area falls by %.3f when it is shuffled",
              column.column(), column.fall());
      case Finding.Discrepancy discrepancy ->
          text(
              "over %,d real and %,d synthetic rows it is %.5f, with a standard error of %.5f",
              discrepancy.realRows(),
              discrepancy.syntheticRows(),
              discrepancy.value(),
              discrepancy.standardError());
      case Finding.ScoredColumns columns ->
          PlainText.of("%d of %d columns are scored", columns.scored(), columns.columns());
      case Finding.ScoredPairs pairs ->
          PlainText.of(
              "%d of %d pairs are scored; the others have no strong trend in the real rows",
              pairs.scored(), pairs.pairs());
      case Finding.PairScore pair -> text("%s: %.3f", pair.pair(), pair.score());
      case Finding.DrawnPairs pairs ->
          text(
              "%,d of %,d pairs of columns were drawn, the same in all rows and draws",
              pairs.drawn(), pairs.pairs());
      case Finding.Pattern pattern -> pattern(pattern);
      case Finding.ScoreBand band ->
          text(
              "scored %.1f to %.1f: %.1f %% of the rows",
              band.low(), band.high(), 100 * band.share());
      case Finding.Heartland heartland ->
          text(
              "%,d of %,d rows lie in the majority's heartland (scored %.3f or less, as half of the"
                  + " other class)",
              heartland.inside(), heartland.rows(), heartland.score());
      case Finding.HeartlandRow row ->
          text(
              "row %,d in the heartland, scored %.3f: %s",
              row.row(), row.score(), cells(row.cells()));
      case Finding.Attack attack ->
          text(
              "the attacker's area is %.3f, with 95 %% confidence %.3f to %.3f (rows as clusters)",
              attack.area(), attack.low(), attack.high());
      case Finding.AttackAtOnePercent attack ->
          text(
              "at 1 %% false alarms the attacker finds %.1f %% of the members",
              100 * attack.share());
      case Finding.FewNonMembers few ->
          text(
              "cannot tell how many members are found at 1 %% false alarms: that needs %,d distinct"
                  + " non-members, and there are %,d",
              few.needed(), few.distinct());
      case Finding.SampledRows rows ->
          text(
              "the nearest of all %,d real rows was looked for for %,d synthetic and %,d real rows"
                  + " at random, which leaves an error of about 0.01 in a share",
              rows.realRows(), rows.fromSynthetic(), rows.fromReal());
      case Finding.OldSentence told -> told.text();
    };
  }

  private static String pattern(Finding.Pattern pattern) {
    return text(
        "%.1f %% of the synthetic and %.1f %% of the real rows are of the pattern: %s",
        100 * pattern.syntheticShare(),
        100 * pattern.realShare(),
        pattern.traits().isEmpty()
            ? "all rows"
            : pattern.traits().stream()
                .map(FindingSentence::trait)
                .collect(Collectors.joining(", ")));
  }

  /** Such as: amount about 310 (elsewhere 24); or: place is o in 100 % (elsewhere 0 %). */
  private static String trait(Finding.Trait trait) {
    return trait.share() == null || trait.shareElsewhere() == null
        ? PlainText.of(
            "%s about %s (elsewhere %s)", trait.column(), trait.value(), trait.elsewhere())
        : text(
            "%s is %s in %.0f %% (elsewhere %.0f %%)",
            trait.column(), trait.value(), 100 * trait.share(), 100 * trait.shareElsewhere());
  }

  /** Such as: amount is 12, merchant is books. */
  private static String cells(List<Finding.ShownCell> cells) {
    return cells.stream()
        .map(cell -> cell.column() + " is " + cell.text())
        .collect(Collectors.joining(", "));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
