package dev.synth.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * What the validation rows of one repeat chose.
 *
 * @param repeat which repeat, from 1
 * @param rareRows to how many real rare rows the training rows were cut down, or null
 * @param arm the generator's arm with the highest average precision on validation rows; of equal
 *     ones the first
 * @param validationAveragePrecision that average precision, with the first-listed classifier
 */
public record Choice(
    int repeat, @Nullable Integer rareRows, Arm arm, double validationAveragePrecision) {}
