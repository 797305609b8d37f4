package dev.synth.internal.validate.metric;

import dev.synth.validate.Finding;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport.PartReading;
import java.util.List;

/** The result of computing a metric; that it could not be computed is a result too. */
public sealed interface MetricOutcome {
  /** A value that is no finite number, as where numbers are too large to be added up. */
  final class NotFinite extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NotFinite(double value) {
      super("a metric's value is " + value);
    }
  }

  /**
   * A value, and what it is made of.
   *
   * @param value in the metric's range, finite
   * @param parts the values by column or by pair of columns, in the table's order; may be empty
   */
  record Value(double value, List<Part> parts) implements MetricOutcome {
    public Value {
      if (!Double.isFinite(value)) {
        throw new NotFinite(value);
      }
      parts = List.copyOf(parts);
    }

    /** A value that is not made of parts. */
    public static Value of(double value) {
      return new Value(value, List.of());
    }
  }

  /**
   * A value that brings its own noise floor, where half the rows against the other half would not
   * be one: what it would be if no row had been learned from.
   *
   * @param value in the metric's range, finite
   * @param floor what it is in many draws without any effect, at least 2
   * @param parts the values by column, the worst first; may be empty
   * @param findings what a value alone can't say
   */
  record Tested(double value, List<Double> floor, List<PartReading> parts, List<Finding> findings)
      implements MetricOutcome {
    public Tested {
      if (!Double.isFinite(value)) {
        throw new NotFinite(value);
      }
      floor = List.copyOf(floor);
      parts = List.copyOf(parts);
      findings = List.copyOf(findings);
    }
  }

  /**
   * The metric does not apply to these rows.
   *
   * @param why the reason
   */
  record Skipped(SkipReason why) implements MetricOutcome {
    /** Returns the outcome for a reason without numbers. */
    public static Skipped because(SkipReason.Cause cause) {
      return new Skipped(new SkipReason.Plain(cause));
    }
  }

  /**
   * The value of one column or of one pair of columns.
   *
   * @param name the column's name, or both names with a slash between
   * @param value in the metric's range
   */
  record Part(String name, double value) {}
}
