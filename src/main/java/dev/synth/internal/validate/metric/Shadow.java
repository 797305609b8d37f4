package dev.synth.internal.validate.metric;

import java.util.BitSet;

/**
 * The rows of a generator that learned from half of the rows.
 *
 * @param members the rare rows that it learned from, as indices of the rare training rows
 * @param others the rows of the other class that it learned from, as indices of {@link
 *     Sample#majority}
 * @param synthetic the rows that it gave
 */
public record Shadow(BitSet members, BitSet others, Sample synthetic) {
  public Shadow {
    members = (BitSet) members.clone();
    others = (BitSet) others.clone();
  }

  /** Returns a copy of the set of rare rows that the generator learned from. */
  @Override
  public BitSet members() {
    return (BitSet) members.clone();
  }

  /** Returns a copy of the set of rows of the other class that the generator learned from. */
  @Override
  public BitSet others() {
    return (BitSet) others.clone();
  }
}
