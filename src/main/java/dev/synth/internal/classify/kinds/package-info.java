/** The registry of classifiers and of detectors. */
@NullMarked
package dev.synth.internal.classify.kinds;

import org.jspecify.annotations.NullMarked;
