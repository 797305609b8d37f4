package dev.synth.internal.validate.metric;

import java.util.BitSet;

/**
 * The rows of a generator that learned from half of the rows.
 *
 * @param members the rows that it learned from, as indices of the rare training rows
 * @param synthetic the rows that it gave
 */
public record Shadow(BitSet members, Sample synthetic) {
  public Shadow {
    members = (BitSet) members.clone();
  }

  /** Returns a copy of the set of rows that the generator learned from. */
  @Override
  public BitSet members() {
    return (BitSet) members.clone();
  }
}
