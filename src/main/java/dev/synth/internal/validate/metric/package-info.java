/** The definition of a metric, its results, and the samples that it compares. */
@NullMarked
package dev.synth.internal.validate.metric;

import org.jspecify.annotations.NullMarked;
