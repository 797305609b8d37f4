/** The scores of the Python library SDMetrics, by its definitions, for comparison with others. */
@NullMarked
package dev.synth.internal.validate.sdmetrics;

import org.jspecify.annotations.NullMarked;
