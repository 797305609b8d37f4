/** Classifiers that tell two samples apart, cross-fitted. */
@NullMarked
package dev.synth.internal.classify.discriminate;

import org.jspecify.annotations.NullMarked;
