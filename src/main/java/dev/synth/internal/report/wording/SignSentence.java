package dev.synth.internal.report.wording;

import dev.synth.internal.base.PlainText;
import dev.synth.validate.Sign;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures that real rows seldom have, in plain words and without a full stop. */
final class SignSentence {
  /** More of them say no more. */
  private static final int MOST_NAMED = 6;

  private SignSentence() {}

  /** Returns the figures with their bands; at least one is given. */
  static String of(List<Sign> signs) {
    String named =
        signs.stream().limit(MOST_NAMED).map(SignSentence::of).collect(Collectors.joining(", "));
    int more = signs.size() - MOST_NAMED;
    return more > 0 ? PlainText.of("%s and %d more", named, more) : named;
  }

  private static String of(Sign sign) {
    return PlainText.of(
        "%s of %s (real rows: %s)",
        sign.metric(), number(sign.value()), band(sign.low(), sign.high()));
  }

  private static String band(@Nullable Double low, @Nullable Double high) {
    if (low == null) {
      return high == null ? "any" : "at most " + number(high);
    }
    return high == null ? "at least " + number(low) : number(low) + " to " + number(high);
  }

  /** Three decimals; what rounds to zero has no sign. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.equals("-0.000") ? "0.000" : text.replace('-', '−');
  }
}
