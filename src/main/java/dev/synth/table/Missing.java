package dev.synth.table;

import java.util.BitSet;

/** Sets of missing rows, picked and joined. */
final class Missing {
  private Missing() {}

  static BitSet rows(BitSet missing, int[] rows) {
    BitSet picked = new BitSet();
    if (!missing.isEmpty()) {
      for (int i = 0; i < rows.length; i++) {
        if (missing.get(rows[i])) {
          picked.set(i);
        }
      }
    }
    return picked;
  }

  static BitSet join(BitSet first, int firstSize, BitSet second) {
    BitSet all = (BitSet) first.clone();
    for (int row = second.nextSetBit(0); row >= 0; row = second.nextSetBit(row + 1)) {
      all.set(firstSize + row);
    }
    return all;
  }
}
