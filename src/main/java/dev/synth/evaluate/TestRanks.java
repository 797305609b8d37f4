package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.synth.internal.base.BitPacking;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.rows.Ranking;
import dev.synth.internal.stats.rows.TestRows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * How a classifier ranks the test rows of one split at random, arm by arm: what an interval of a
 * difference between two arms is computed from, long after the test rows were opened.
 *
 * @param rows the test rows: which are rare, and which belong together
 * @param classifier whose ranks
 * @param arms one an arm
 */
public record TestRanks(@JsonIgnore TestRows rows, String classifier, List<OfArm> arms) {
  public TestRanks {
    arms = List.copyOf(arms);
    for (OfArm arm : arms) {
      if (arm.ranks.length != rows.size()) {
        throw new IllegalArgumentException(
            PlainText.of("%d ranks of %d test rows", arm.ranks.length, rows.size()));
      }
    }
  }

  /**
   * Reads ranks back.
   *
   * @param units the rows' units, packed
   * @param rare 1 for each rare row, packed
   */
  @JsonCreator
  static TestRanks of(
      @JsonProperty("units") String units,
      @JsonProperty("rare") String rare,
      @JsonProperty("classifier") String classifier,
      @JsonProperty("arms") List<OfArm> arms) {
    BitSet rows = new BitSet();
    int[] marks = BitPacking.unpack(rare);
    for (int row = 0; row < marks.length; row++) {
      rows.set(row, marks[row] == 1);
    }
    return new TestRanks(new TestRows(BitPacking.unpack(units), rows), classifier, arms);
  }

  /** Returns the number of each row's unit: the data's first row that must stay with it, from 0. */
  @JsonProperty("units")
  String units() {
    int[] units = new int[rows.size()];
    for (int row = 0; row < units.length; row++) {
      units[row] = rows.unit(row);
    }
    return BitPacking.pack(units);
  }

  /** Returns which rows are rare. */
  @JsonProperty("rare")
  String rare() {
    int[] marks = new int[rows.size()];
    for (int row = 0; row < marks.length; row++) {
      marks[row] = rows.isRare(row) ? 1 : 0;
    }
    return BitPacking.pack(marks);
  }

  /** Returns how an arm ranks the rows; empty where that is not known. */
  public Optional<Ranking> ranking(Arm arm) {
    return arms.stream()
        .filter(each -> each.arm.equals(arm))
        .findFirst()
        .map(each -> Ranking.ofRanks(each.ranks));
  }

  /** Returns how many rows of a class raise an alert at the arm's threshold. */
  public int alerts(OfArm arm, boolean ofRare) {
    int alerts = 0;
    for (int row = 0; row < arm.ranks.length; row++) {
      alerts += rows.isRare(row) == ofRare && arm.ranks[row] >= arm.alertsFrom ? 1 : 0;
    }
    return alerts;
  }

  /** Returns the same with the ranks of one arm under another's name as well. */
  public TestRanks under(Arm arm, Arm other) {
    List<OfArm> all = new ArrayList<>(arms);
    arms.stream()
        .filter(each -> each.arm.equals(arm))
        .forEach(each -> all.add(new OfArm(other, each.ranks, each.alertsFrom)));
    return new TestRanks(rows, classifier, all);
  }

  /** The ranks of one arm. */
  public static final class OfArm {
    private final Arm arm;
    private final int[] ranks;
    private final int alertsFrom;

    private OfArm(Arm arm, int[] ranks, int alertsFrom) {
      this.arm = arm;
      this.ranks = ranks;
      this.alertsFrom = alertsFrom;
    }

    /**
     * Ranks rows.
     *
     * @param scores one a row
     * @param threshold the score from which a row raises an alert
     */
    public static OfArm of(Arm arm, double[] scores, double threshold) {
      int[] ranks = Ranking.ranks(scores);
      int alertsFrom = 0;
      for (int row = 0; row < ranks.length; row++) {
        if (!(scores[row] >= threshold)) {
          alertsFrom = Math.max(alertsFrom, ranks[row] + 1);
        }
      }
      return new OfArm(arm, ranks, alertsFrom);
    }

    @JsonCreator
    static OfArm of(
        @JsonProperty("arm") Arm arm,
        @JsonProperty("ranks") String ranks,
        @JsonProperty("alerts_from") int alertsFrom) {
      return new OfArm(arm, BitPacking.unpack(ranks), alertsFrom);
    }

    /** Returns the arm. */
    @JsonProperty("arm")
    public Arm arm() {
      return arm;
    }

    /** Returns each row's rank among the distinct scores, the lowest first and from 0. */
    @JsonProperty("ranks")
    String ranks() {
      return BitPacking.pack(ranks);
    }

    /** Returns the lowest rank that raises an alert, at the threshold of validation rows. */
    @JsonProperty("alerts_from")
    public int alertsFrom() {
      return alertsFrom;
    }
  }
}
