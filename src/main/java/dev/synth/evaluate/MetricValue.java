package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.OptionalDouble;

/**
 * One measured number, or why there is none. In JSON {@code {"value": …}} or {@code {"skipped":
 * {"reason": …}}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(MetricValue.Value.class),
  @JsonSubTypes.Type(MetricValue.Skipped.class)
})
public sealed interface MetricValue {
  /**
   * A number.
   *
   * @param value finite
   */
  record Value(double value) implements MetricValue {
    public Value {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("the value is " + value);
      }
    }
  }

  /**
   * No number.
   *
   * @param skipped why
   */
  record Skipped(Unmeasured skipped) implements MetricValue {}

  /** Returns the number, if there is one. */
  default OptionalDouble number() {
    return switch (this) {
      case Value measured -> OptionalDouble.of(measured.value());
      case Skipped skipped -> OptionalDouble.empty();
    };
  }
}
