package dev.synth.internal.report.wording;

import dev.synth.compare.InUse;
import dev.synth.compare.InUse.Change;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.Costs;
import dev.synth.internal.base.PlainText;
import dev.synth.split.SplitOptions;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The effect of an arm in use, in words for somebody who manages those who look at alerts. */
public final class UseSentence {
  private UseSentence() {}

  /**
   * Returns the sentence, such as: Out of 1,000 rare rows, 12 more found (between 3 fewer and 27
   * more), for 40 more alerts (between 5 fewer and 85 more).
   *
   * <p>Where there are no intervals, it says that too.
   *
   * @param protocol has the currency of money
   * @param repeats how many were compared
   */
  public static String of(InUse use, Protocol protocol, int repeats) {
    Costs costs = protocol.asked().costs();
    String unit = costs == null || costs.currency() == null ? "" : " " + costs.currency();
    Change saved = use.saved();
    return PlainText.of(
        "Out of %s rare rows, %s found%s, for %s alerts%s%s.%s",
        count(InUse.RARE_ROWS),
        amount(use.found().mean(), "", "fewer"),
        between(use.found(), "", "fewer"),
        amount(use.alerts().mean(), "", "fewer"),
        between(use.alerts(), "", "fewer"),
        saved == null
            ? ""
            : PlainText.of(
                ", with %s saved%s",
                amount(saved.mean(), unit, "less"), between(saved, unit, "less")),
        isSure(use, protocol, repeats) ? "" : " No interval says how far off that may be.");
  }

  /** A change of nothing at all is sure where it could have varied from repeat to repeat. */
  private static boolean isSure(InUse use, Protocol protocol, int repeats) {
    boolean couldVary = protocol.split() != SplitOptions.Method.TIME && repeats > 1;
    return Stream.of(
            Optional.of(use.found()), Optional.of(use.alerts()), Optional.ofNullable(use.saved()))
        .flatMap(Optional::stream)
        .allMatch(change -> change.low() != null || (couldVary && change.mean() == 0));
  }

  private static String between(Change change, String unit, String below) {
    Double low = change.low();
    Double high = change.high();
    return low == null || high == null
        ? ""
        : PlainText.of(" (between %s and %s)", amount(low, unit, below), amount(high, unit, below));
  }

  private static String amount(double value, String unit, String below) {
    long whole = Math.round(value);
    if (whole == 0 && unit.isEmpty()) {
      return "as many";
    }
    return PlainText.of("%s%s %s", count(Math.abs(whole)), unit, whole < 0 ? below : "more");
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
