package dev.synth.internal.validate;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.validate.BadSide.Interval;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.validate.GateRule.AboveFloor;
import dev.synth.validate.GateRule.AtLeast;
import dev.synth.validate.GateRule.AtMost;
import dev.synth.validate.GateRule.BelowFloor;
import dev.synth.validate.GateRule.Off;
import dev.synth.validate.GateRule.WithinNoise;
import dev.synth.validate.Goal;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.Reading;
import java.util.Locale;

/**
 * Holds a metric's value to its rule.
 *
 * <p>No value fails that real rows of the same number could have: inside the band that the gates of
 * a preset share, a value that breaks an absolute limit is "cannot tell". Relative to the floor, a
 * value on the metric's good side is never too good, except where that means copies.
 */
final class GateKeeper {
  private static final String COPIES_REMEDY =
      "train for fewer steps, or draw with more noise (generator.latent_noise)";

  private final Metric metric;
  private final Gate gate;
  private final double sharedTail;

  /**
   * A keeper of one gate.
   *
   * @param sharedTail the share of each floor's bad tail that lies outside the preset's common band
   */
  GateKeeper(Metric metric, Gate gate, double sharedTail) {
    this.metric = metric;
    this.gate = gate;
    this.sharedTail = sharedTail;
  }

  /**
   * Judges.
   *
   * @param training the measurement against training rows
   * @param deciding the measurement that the rule is held against; may be the same
   */
  GateResult judge(MetricResult training, MetricResult deciding) {
    if (gate.isOff()) {
      return unjudged(GateStatus.OFF, PlainText.of("%s has no gate", id()));
    }
    NoiseFloor trainingFloor = training.floor();
    if (metric.lowMeansCopies() && trainingFloor != null) {
      double value = atFloorSize(training.reading());
      double least = BadSide.BOTH.inside(trainingFloor, sharedTail).low();
      if (value < least) {
        return copies(training.reading(), value, least);
      }
    }
    NoiseFloor floor = deciding.floor();
    Floor shown = deciding.reading().floor();
    if (floor == null || shown == null) {
      return unjudged(
          GateStatus.NOT_COMPUTED,
          PlainText.of("%s was not computed: %s", id(), deciding.reading().whyNone()));
    }
    return judge(deciding.reading(), floor, shown);
  }

  private GateResult judge(Reading reading, NoiseFloor floor, Floor shown) {
    Interval noise = BadSide.of(metric, gate.rule()).inside(floor, tail());
    Interval allowed = allowed(floor, noise);
    boolean relative = gate.rule() instanceof WithinNoise;
    double atFloorSize = atFloorSize(reading);
    double value = relative || reading.value() == null ? atFloorSize : reading.value();
    String found = PlainText.of("%s is %s", id(), number(value));
    if (allowed.contains(value)) {
      boolean blind = isToFloor() && allowed.contains(worst(allowed));
      String why = PlainText.of("; %d rows a side would pass anything: ", shown.rowsPerSide());
      return blind
          ? result(GateStatus.CANNOT_TELL, reading, value, allowed, found + why + real(shown))
          : result(GateStatus.PASSED, reading, value, allowed, found + ", " + real(shown));
    }
    String broken =
        PlainText.of(
            "%s, %s the limit of %s",
            found, value > allowed.high() ? "above" : "below", number(allowed.limit(value)));
    if (!relative && noise.contains(atFloorSize)) {
      String why =
          PlainText.of(
              ", but %d rows a side cannot tell: %s%s",
              shown.rowsPerSide(),
              real(shown),
              enough(shown, noise.beyond(allowed, value), allowed.limit(value)));
      return result(GateStatus.CANNOT_TELL, reading, value, allowed, broken + why);
    }
    return result(
        GateStatus.FAILED,
        reading,
        value,
        allowed,
        PlainText.of(
            "%s (%s). Likeliest remedy: %s", broken, real(shown), metric.description().remedy()));
  }

  /** The share of the floor's bad tail beyond which no real row is expected. */
  private double tail() {
    boolean own = gate.rule() instanceof WithinNoise && !gate.ofPreset();
    return own ? 1 - ((WithinNoise) gate.rule()).band() : sharedTail;
  }

  private Interval allowed(NoiseFloor floor, Interval noise) {
    return switch (gate.rule()) {
      case AtMost atMost -> new Interval(Double.NEGATIVE_INFINITY, atMost.limit());
      case AtLeast atLeast -> new Interval(atLeast.limit(), Double.POSITIVE_INFINITY);
      case AboveFloor above ->
          new Interval(Double.NEGATIVE_INFINITY, floor.median() + above.margin());
      case BelowFloor below ->
          new Interval(floor.median() - below.margin(), Double.POSITIVE_INFINITY);
      case WithinNoise within -> noise;
      case Off off -> new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    };
  }

  /** Returns the worst value that there can be. */
  private double worst(Interval allowed) {
    return Double.isInfinite(allowed.high())
        ? metric.description().minimum()
        : metric.description().maximum();
  }

  /**
   * Says how many rare rows could tell: those with which the noise, which shrinks with the root of
   * their number, ends where the limit is. The median of a distance shrinks with it, that of an
   * area or a ratio stays.
   */
  private String enough(Floor shown, double noise, double limit) {
    double stays =
        metric.description().goal() == Goal.LOWER && limit > 0 && !isToFloor() ? 0 : shown.median();
    double ratio = (noise - stays) / (limit - stays);
    double rows = 2 * shown.rowsPerSide() * ratio * ratio;
    return ratio > 0 && rows < Integer.MAX_VALUE
        ? String.format(Locale.ROOT, "; about %,d rare real rows could", Math.round(rows))
        : "; no number of rows could";
  }

  /** Whether the limit moves with the floor. */
  private boolean isToFloor() {
    return switch (gate.rule()) {
      case AboveFloor above -> true;
      case BelowFloor below -> true;
      case WithinNoise within -> true;
      case AtMost atMost -> false;
      case AtLeast atLeast -> false;
      case Off off -> false;
    };
  }

  private GateResult copies(Reading reading, double value, double least) {
    Interval allowed = new Interval(least, Double.POSITIVE_INFINITY);
    return result(
        GateStatus.FAILED,
        reading,
        value,
        allowed,
        PlainText.of(
            "copies: %s is %s, below the %s that real rows say of each other: the synthetic rows"
                + " repeat training rows. Likeliest remedy: %s",
            id(), number(value), number(least), COPIES_REMEDY));
  }

  private GateResult result(
      GateStatus status, Reading reading, double value, Interval allowed, String message) {
    double nearest = Double.isInfinite(allowed.high()) ? allowed.low() : allowed.high();
    double limit = allowed.contains(value) ? nearest : allowed.limit(value);
    return new GateResult(
        id(), GateRules.words(gate.rule()), status, reading.reference(), value, limit, message);
  }

  private GateResult unjudged(GateStatus status, String message) {
    return new GateResult(id(), GateRules.words(gate.rule()), status, null, null, null, message);
  }

  private static double atFloorSize(Reading reading) {
    Double value = reading.atFloorSize();
    return value == null ? Double.NaN : value;
  }

  private static String real(Floor floor) {
    return PlainText.of(
        "real rows among themselves: %s to %s", number(floor.low()), number(floor.high()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value + 0.0);
  }

  private String id() {
    return metric.description().id();
  }
}
