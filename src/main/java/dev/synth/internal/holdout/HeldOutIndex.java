package dev.synth.internal.holdout;

import dev.synth.internal.table.RowKeys;
import dev.synth.split.HeldOut;
import dev.synth.split.Split;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The held-out rows of a split by their features, to find them where they must not be. */
public final class HeldOutIndex {
  private final Set<String> keys = new HashSet<>();

  private HeldOutIndex() {}

  /** Notes the validation and test rows' features; which test rows are rare stays closed. */
  public static HeldOutIndex of(Split split) {
    HeldOutIndex rows = new HeldOutIndex();
    List<String> columns = split.training().rows().features().schema().names();
    rows.keys.addAll(RowKeys.of(HeldOut.validationRows(split.validation()).features(), columns));
    rows.keys.addAll(RowKeys.of(HeldOut.testFeatures(split.test()), columns));
    return rows;
  }

  /** Returns whether a held-out row has this key ({@link RowKeys}, of the modelled columns). */
  public boolean contain(String key) {
    return keys.contains(key);
  }
}
