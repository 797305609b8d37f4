package dev.synth.compare;

import dev.synth.internal.base.PlainText;
import dev.synth.split.RareRows;
import dev.synth.split.Split;

/**
 * The numbers of real rows of the three parts of a split.
 *
 * @param trainingRows rows to learn from
 * @param trainingRare the rare ones among them
 * @param validationRows rows to choose by
 * @param validationRare the rare ones among them
 * @param testRows rows to measure on
 * @param testRare the rare ones among them
 */
public record PartSizes(
    int trainingRows,
    int trainingRare,
    int validationRows,
    int validationRare,
    int testRows,
    int testRare) {
  public PartSizes {
    if (trainingRows < 1 || testRows < 1) {
      throw new IllegalArgumentException(
          PlainText.of("%d training and %d test rows", trainingRows, testRows));
    }
  }

  /** Returns the sizes with the rare training rows cut down to a number. */
  public PartSizes withRareTraining(RareRows kept) {
    return switch (kept) {
      case RareRows.All all -> this;
      case RareRows.AtMost some ->
          new PartSizes(
              trainingRows - trainingRare + some.count(),
              some.count(),
              validationRows,
              validationRare,
              testRows,
              testRare);
    };
  }

  /** Returns the sizes of a split. */
  public static PartSizes of(Split split) {
    return new PartSizes(
        split.training().rowCount(),
        split.training().rareCount(),
        split.validation().rowCount(),
        split.validation().rareCount(),
        split.test().rowCount(),
        split.test().rareCount());
  }
}
