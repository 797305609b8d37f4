package dev.synth.internal.bundle;

/**
 * A model's output for some rows, one entry a row.
 *
 * @param scores in [0, 1], higher for the rare class
 * @param probabilities of the rare class, in [0, 1]
 * @param alerts whether the score is at least the threshold
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
public record Scores(double[] scores, double[] probabilities, boolean[] alerts) {
  /** Returns the number of alerts. */
  public int alertCount() {
    int count = 0;
    for (boolean alert : alerts) {
      count += alert ? 1 : 0;
    }
    return count;
  }
}
