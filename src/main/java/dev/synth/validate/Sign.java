package dev.synth.validate;

import dev.synth.validate.ValidationReport.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A figure outside the band that real rows share: all figures of one question lie inside together
 * for nineteen in twenty samples of real rows.
 *
 * @param metric the metric's id
 * @param reference the real rows that it was measured against
 * @param value the value, at the size of the noise floor
 * @param low the band's lower end, or null where low values are no sign
 * @param high the band's upper end, or null where high values are no sign
 */
public record Sign(
    String metric, Reference reference, double value, @Nullable Double low, @Nullable Double high) {
  public Sign {
    metric = MetricNames.current(metric);
  }
}
