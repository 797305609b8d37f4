/** What a metric is, what it returns, and the samples that it compares. */
@NullMarked
package dev.synth.internal.validate.metric;

import org.jspecify.annotations.NullMarked;
