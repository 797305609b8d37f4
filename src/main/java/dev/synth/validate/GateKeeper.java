package dev.synth.validate;

import dev.synth.validate.GateRule.AboveFloor;
import dev.synth.validate.GateRule.AtLeast;
import dev.synth.validate.GateRule.AtMost;
import dev.synth.validate.GateRule.Off;
import dev.synth.validate.GateRule.WithinNoise;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.GateResult;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.Reading;
import java.util.Locale;

/**
 * Holds a metric's value to its rule.
 *
 * <p>An absolute limit fails a value only where real rows of the same number would not break it
 * too: inside the floor's 95 % band the gate cannot tell. Relative to the floor, a value on the
 * metric's good side is never too good, except where that means copies.
 */
final class GateKeeper {
  private static final String COPIES_REMEDY =
      "train for fewer steps, or draw with more noise (generator.latent_noise)";

  private final Metric metric;
  private final GateRule rule;

  GateKeeper(Metric metric, GateRule rule) {
    this.metric = metric;
    this.rule = rule;
  }

  /** The interval that a value must lie in. */
  private record Bounds(double low, double high) {
    double broken(double value) {
      return value > high ? high : low;
    }
  }

  /**
   * Judges.
   *
   * @param training the measurement against training rows
   * @param deciding the measurement that the rule is held against; may be the same
   */
  GateResult judge(Measurement training, Measurement deciding) {
    if (rule instanceof Off) {
      return unjudged(GateStatus.OFF, "%s has no gate".formatted(id()));
    }
    Floor trainingFloor = training.reading().floor();
    if (metric.lowMeansCopies() && trainingFloor != null) {
      double value = atFloorSize(training.reading());
      if (value < trainingFloor.low()) {
        return copies(training.reading(), value, trainingFloor);
      }
    }
    NoiseFloor floor = deciding.floor();
    Floor shown = deciding.reading().floor();
    if (floor == null || shown == null) {
      return unjudged(
          GateStatus.NOT_COMPUTED,
          "%s was not computed: %s".formatted(id(), deciding.reading().whyNone()));
    }
    return judge(deciding.reading(), floor, shown);
  }

  private GateResult judge(Reading reading, NoiseFloor floor, Floor shown) {
    boolean relative = rule instanceof WithinNoise;
    double atFloorSize = atFloorSize(reading);
    double value = relative || reading.value() == null ? atFloorSize : reading.value();
    Bounds bounds = bounds(floor);
    String found = "%s is %s".formatted(id(), number(value));
    String noise = noise(shown);
    if (value >= bounds.low() && value <= bounds.high()) {
      return result(GateStatus.PASSED, reading, value, bounds, found + ", " + noise);
    }
    String broken =
        "%s, %s the limit of %s"
            .formatted(
                found, value > bounds.high() ? "above" : "below", number(bounds.broken(value)));
    boolean real = value > bounds.high() ? atFloorSize <= shown.high() : atFloorSize >= shown.low();
    if (!relative && real) {
      return result(
          GateStatus.CANNOT_TELL,
          reading,
          value,
          bounds,
          "%s, but %d rows a side cannot tell: %s".formatted(broken, shown.rowsPerSide(), noise));
    }
    String remedy = metric.description().remedy();
    return result(
        GateStatus.FAILED,
        reading,
        value,
        bounds,
        "%s (%s). Likeliest remedy: %s".formatted(broken, noise, remedy));
  }

  private Bounds bounds(NoiseFloor floor) {
    return switch (rule) {
      case AtMost atMost -> new Bounds(Double.NEGATIVE_INFINITY, atMost.limit());
      case AtLeast atLeast -> new Bounds(atLeast.limit(), Double.POSITIVE_INFINITY);
      case WithinNoise within -> {
        double low = floor.quantile((1 - within.band()) / 2);
        double high = floor.quantile((1 + within.band()) / 2);
        yield switch (metric.description().goal()) {
          case LOWER -> new Bounds(Double.NEGATIVE_INFINITY, high);
          case HIGHER -> new Bounds(low, Double.POSITIVE_INFINITY);
          case CLOSE_TO_FLOOR -> new Bounds(low, high);
        };
      }
      case AboveFloor above ->
          new Bounds(Double.NEGATIVE_INFINITY, floor.median() + above.margin());
      case Off off -> new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    };
  }

  private GateResult copies(Reading reading, double value, Floor floor) {
    return result(
        GateStatus.FAILED,
        reading,
        value,
        new Bounds(floor.low(), Double.POSITIVE_INFINITY),
        ("copies: %s is %s, below what real rows say of each other (%s): the synthetic rows repeat"
                + " training rows. Likeliest remedy: %s")
            .formatted(id(), number(value), noise(floor), COPIES_REMEDY));
  }

  private GateResult result(
      GateStatus status, Reading reading, double value, Bounds bounds, String message) {
    double limit = Double.isInfinite(bounds.high()) ? bounds.low() : bounds.high();
    if (value < bounds.low()) {
      limit = bounds.low();
    }
    return new GateResult(
        id(), GateRules.words(rule), status, reading.reference(), value, limit, message);
  }

  private GateResult unjudged(GateStatus status, String message) {
    return new GateResult(id(), GateRules.words(rule), status, null, null, null, message);
  }

  private static double atFloorSize(Reading reading) {
    Double value = reading.atFloorSize();
    return value == null ? Double.NaN : value;
  }

  private static String noise(Floor floor) {
    return "real rows among themselves: %s to %s"
        .formatted(number(floor.low()), number(floor.high()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value + 0.0);
  }

  private String id() {
    return metric.description().id();
  }
}
