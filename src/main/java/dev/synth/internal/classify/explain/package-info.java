/**
 * The parts of rows that moved their scores: Shapley values of trees, and contributions in general.
 */
@NullMarked
package dev.synth.internal.classify.explain;

import org.jspecify.annotations.NullMarked;
