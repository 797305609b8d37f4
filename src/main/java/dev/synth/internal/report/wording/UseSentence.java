package dev.synth.internal.report.wording;

import dev.synth.compare.InUse;
import dev.synth.compare.InUse.Change;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.Costs;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The effect of an arm in use, in words for somebody who manages those who look at alerts. */
public final class UseSentence {
  private UseSentence() {}

  /**
   * Returns the sentence, such as: Out of 1,000 rare rows, at the max-f1 threshold, 12 more found
   * (between 3 fewer and 27 more), for 40 more alerts (between 5 fewer and 85 more).
   *
   * <p>It says which of them have no interval, too.
   *
   * @param protocol has the threshold, and the currency of money
   * @param repeats how many were compared
   */
  public static String of(InUse use, Protocol protocol, int repeats) {
    Costs costs = protocol.asked().costs();
    String unit = costs == null || costs.currency() == null ? "" : " " + costs.currency();
    Change saved = use.saved();
    Change found = use.found();
    return PlainText.of(
        "Out of %s rare rows, at the %s threshold, %s found%s, for %s alerts%s%s.%s",
        count(InUse.RARE_ROWS),
        protocol.threshold(),
        amount(found.mean(), "", "fewer"),
        between(found, "", "fewer"),
        amount(use.alerts().mean(), "", "fewer"),
        between(use.alerts(), "", "fewer"),
        saved == null
            ? ""
            : PlainText.of(
                ", with %s saved%s",
                amount(saved.mean(), unit, "less"), between(saved, unit, "less")),
        unsure(use, protocol, repeats));
  }

  /** The figures that could be off by anybody's guess. */
  private static String unsure(InUse use, Protocol protocol, int repeats) {
    List<String> names = new ArrayList<>();
    if (!isSure(use.found(), protocol, repeats)) {
      names.add("the rows found");
    }
    if (!isSure(use.alerts(), protocol, repeats)) {
      names.add("the alerts");
    }
    Change saved = use.saved();
    boolean isPriced = saved != null;
    if (saved != null && !isSure(saved, protocol, repeats)) {
      names.add("the money");
    }
    if (names.isEmpty()) {
      return "";
    }
    boolean isAll = names.size() == (isPriced ? 3 : 2);
    return PlainText.of(
        " No interval says how far off %s may be.", isAll ? "that" : String.join(" and ", names));
  }

  /** A change of nothing at all is sure where it could have varied from repeat to repeat. */
  private static boolean isSure(Change change, Protocol protocol, int repeats) {
    boolean couldVary = !protocol.split().isFixed() && repeats > 1;
    return change.low() != null || (couldVary && change.mean() == 0);
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
