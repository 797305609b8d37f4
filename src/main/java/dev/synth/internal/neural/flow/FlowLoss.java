package dev.synth.internal.neural.flow;

/**
 * A flow model's losses on some rows, at random times.
 *
 * @param velocity squared error of a number's velocity, the mean over numbers; about 1 for a model
 *     that knows the data's scale and no more, and never 0, since many paths pass a point; 0 where
 *     a row has no numbers
 * @param crossEntropy −ln p of a hidden case, in nats, the mean over hidden cases; 0 where none was
 *     hidden
 * @param total what is minimised: both, summed over a row's numbers and hidden cases, the mean over
 *     rows
 */
public record FlowLoss(double velocity, double crossEntropy, double total) {}
