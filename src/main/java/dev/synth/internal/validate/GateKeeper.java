package dev.synth.internal.validate;

import dev.synth.internal.validate.metric.BadSide;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.validate.GateRule.AboveFloor;
import dev.synth.validate.GateRule.AtLeast;
import dev.synth.validate.GateRule.AtMost;
import dev.synth.validate.GateRule.BelowFloor;
import dev.synth.validate.GateRule.Off;
import dev.synth.validate.GateRule.WithinNoise;
import dev.synth.validate.Goal;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.GateReason;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.Reading;
import org.jspecify.annotations.Nullable;

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
      return unjudged(GateStatus.OFF);
    }
    NoiseFloor trainingFloor = training.floor();
    if (metric.lowMeansCopies() && trainingFloor != null) {
      double value = atFloorSize(training.reading());
      double least = trainingFloor.inside(BadSide.BOTH, sharedTail).low();
      if (value < least) {
        return copies(training.reading(), value, least);
      }
    }
    NoiseFloor floor = deciding.floor();
    Floor shown = deciding.reading().floor();
    return floor == null || shown == null
        ? unjudged(GateStatus.NOT_COMPUTED)
        : judge(deciding.reading(), floor, shown);
  }

  private GateResult judge(Reading reading, NoiseFloor floor, Floor shown) {
    ClosedInterval noise = floor.inside(gate.badSide(metric), tail());
    ClosedInterval allowed = allowed(floor, noise);
    boolean relative = gate.rule() instanceof WithinNoise;
    double atFloorSize = atFloorSize(reading);
    double value = relative || reading.value() == null ? atFloorSize : reading.value();
    if (allowed.contains(value)) {
      boolean blind = isToFloor() && allowed.contains(worst(allowed));
      return blind
          ? result(
              GateStatus.CANNOT_TELL, reading, value, allowed, because(GateReason.ANYTHING_PASSES))
          : result(GateStatus.PASSED, reading, value, allowed, Because.NOTHING);
    }
    if (!relative && noise.contains(atFloorSize)) {
      Long enough = enough(shown, noise.beyond(allowed, value), allowed.limit(value));
      return result(
          GateStatus.CANNOT_TELL,
          reading,
          value,
          allowed,
          new Because(GateReason.TOO_FEW_ROWS, enough, null));
    }
    return result(
        GateStatus.FAILED,
        reading,
        value,
        allowed,
        new Because(null, null, metric.description().remedy()));
  }

  /** The parts of a result beside its status. */
  private record Because(
      @Nullable GateReason reason, @Nullable Long rowsNeeded, @Nullable String remedy) {
    static final Because NOTHING = new Because(null, null, null);
  }

  private static Because because(GateReason reason) {
    return new Because(reason, null, null);
  }

  /** The share of the floor's bad tail beyond which no real row is expected. */
  private double tail() {
    boolean own = gate.rule() instanceof WithinNoise && !gate.ofPreset();
    return own ? 1 - ((WithinNoise) gate.rule()).band() : sharedTail;
  }

  private ClosedInterval allowed(NoiseFloor floor, ClosedInterval noise) {
    return switch (gate.rule()) {
      case AtMost atMost -> new ClosedInterval(Double.NEGATIVE_INFINITY, atMost.limit());
      case AtLeast atLeast -> new ClosedInterval(atLeast.limit(), Double.POSITIVE_INFINITY);
      case AboveFloor above ->
          new ClosedInterval(Double.NEGATIVE_INFINITY, floor.median() + above.margin());
      case BelowFloor below ->
          new ClosedInterval(floor.median() - below.margin(), Double.POSITIVE_INFINITY);
      case WithinNoise within -> noise;
      case Off off -> new ClosedInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    };
  }

  /** Returns the worst value that there can be. */
  private double worst(ClosedInterval allowed) {
    return Double.isInfinite(allowed.high())
        ? metric.description().minimum()
        : metric.description().maximum();
  }

  /**
   * Returns how many rare rows could tell: those with which the noise, which shrinks with the root
   * of their number, ends where the limit is; null where no number could. The median of a distance
   * shrinks with it, that of an area or a ratio stays.
   */
  private @Nullable Long enough(Floor shown, double noise, double limit) {
    double stays =
        metric.description().goal() == Goal.LOWER && limit > 0 && !isToFloor() ? 0 : shown.median();
    double ratio = (noise - stays) / (limit - stays);
    double rows = 2 * shown.rowsPerSide() * ratio * ratio;
    return ratio > 0 && rows < Integer.MAX_VALUE ? (Long) Math.round(rows) : null;
  }

  /** Returns whether the limit moves with the floor. */
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
    ClosedInterval allowed = new ClosedInterval(least, Double.POSITIVE_INFINITY);
    return result(
        GateStatus.FAILED,
        reading,
        value,
        allowed,
        new Because(GateReason.COPIES, null, COPIES_REMEDY));
  }

  private GateResult result(
      GateStatus status, Reading reading, double value, ClosedInterval allowed, Because because) {
    double nearest = Double.isInfinite(allowed.high()) ? allowed.low() : allowed.high();
    double limit = allowed.contains(value) ? nearest : allowed.limit(value);
    return new GateResult(
        metric.description().id(),
        GateRules.words(gate.rule()),
        status,
        reading.reference(),
        value,
        limit,
        because.reason(),
        because.rowsNeeded(),
        because.remedy());
  }

  private GateResult unjudged(GateStatus status) {
    return new GateResult(
        metric.description().id(), GateRules.words(gate.rule()), status, null, null, null);
  }

  private static double atFloorSize(Reading reading) {
    Double value = reading.atFloorSize();
    return value == null ? Double.NaN : value;
  }
}
