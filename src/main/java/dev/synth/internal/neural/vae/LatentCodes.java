package dev.synth.internal.neural.vae;

/**
 * The codes of rows: for each row and latent dimension a normal distribution.
 *
 * <p>Its arrays are shared with its maker, for hot loops; nobody writes to them.
 *
 * @param means rows × latent dimensions
 * @param deviations standard deviations, rows × latent dimensions, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LatentCodes(double[][] means, double[][] deviations) {}
