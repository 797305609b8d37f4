package dev.synth.internal.validate.plot;

import dev.synth.validate.SkipReason;

/**
 * A chart whose data could not be recorded, a bug of ours.
 *
 * @param chart a word for it, such as {@code map}
 * @param why what was thrown, and where
 */
public record BrokenChart(String chart, SkipReason.Broken why) {}
