/** Rows that are too many to be held, judged by samples of them and by sums over all. */
@org.jspecify.annotations.NullMarked
package dev.synth.internal.experiment.judging;
