package dev.synth.internal.report.wording;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.wording.metric.SkipSentence;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.GateReason;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The outcome of a metric's gate, in plain words and without a full stop. */
public final class GateSentence {
  private GateSentence() {}

  /** Returns the sentence, with the likeliest remedy where the gate failed. */
  public static String of(MetricReport metric) {
    GateResult gate = metric.gate();
    return switch (gate.status()) {
      case OFF -> PlainText.of("%s has no gate", gate.metric());
      case NOT_COMPUTED ->
          PlainText.of("%s was not computed: %s", gate.metric(), whyNone(metric.readings()));
      case PASSED -> PlainText.of("%s, %s", found(gate), real(floor(metric)));
      case CANNOT_TELL -> cannotTell(gate, floor(metric));
      case FAILED -> failed(gate, floor(metric));
    };
  }

  private static String whyNone(List<Reading> readings) {
    return readings.stream()
        .map(SkipSentence::of)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("there is no value");
  }

  private static String cannotTell(GateResult gate, @Nullable Floor floor) {
    String rows =
        floor == null ? "so few rows" : PlainText.of("%d rows a side", floor.rowsPerSide());
    return gate.reason() == GateReason.ANYTHING_PASSES
        ? PlainText.of("%s; %s would pass anything: %s", found(gate), rows, real(floor))
        : PlainText.of(
            "%s, but %s cannot tell: %s%s", broken(gate), rows, real(floor), enough(gate));
  }

  private static String failed(GateResult gate, @Nullable Floor floor) {
    String told =
        gate.reason() == GateReason.COPIES
            ? PlainText.of(
                "copies: %s, below the %s that real rows say of each other: the synthetic rows"
                    + " repeat training rows",
                found(gate), number(gate.limit()))
            : PlainText.of("%s (%s)", broken(gate), real(floor));
    return gate.remedy() == null ? told : told + ". Likeliest remedy: " + gate.remedy();
  }

  private static String found(GateResult gate) {
    return PlainText.of("%s is %s", gate.metric(), number(gate.value()));
  }

  private static String broken(GateResult gate) {
    boolean above = gate.value() != null && gate.limit() != null && gate.value() > gate.limit();
    return PlainText.of(
        "%s, %s the limit of %s", found(gate), above ? "above" : "below", number(gate.limit()));
  }

  /** Returns how many rows could tell; nothing in runs that did not record it. */
  private static String enough(GateResult gate) {
    if (gate.reason() != GateReason.TOO_FEW_ROWS) {
      return "";
    }
    return gate.rowsNeeded() == null
        ? "; no number of rows could"
        : String.format(Locale.ROOT, "; about %,d rare real rows could", gate.rowsNeeded());
  }

  /** The floor of the real rows that decided. */
  private static @Nullable Floor floor(MetricReport metric) {
    return metric.readings().stream()
        .filter(reading -> reading.reference() == metric.gate().reference())
        .map(Reading::floor)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String real(@Nullable Floor floor) {
    return floor == null
        ? "real rows among themselves are unknown"
        : PlainText.of(
            "real rows among themselves: %s to %s", number(floor.low()), number(floor.high()));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "none" : SignSentence.number(value);
  }
}
