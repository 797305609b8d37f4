package dev.synth.internal.features;

/**
 * The computed features of rows, column by column.
 *
 * @param values by column of the plan, then by row; NaN where missing
 * @param counts how many events came
 * @param untimed how many rows have no time, and so no columns
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
public record FeatureColumns(double[][] values, FeatureMachine.Counts counts, int untimed) {}
