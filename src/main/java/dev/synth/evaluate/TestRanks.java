package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.synth.internal.base.BitPacking;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.rows.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A classifier's ranking of the test rows of one split at random, arm by arm: what an interval of a
 * difference between two arms is computed from, long after the test rows were opened.
 */
public final class TestRanks {
  private final int[] units;
  private final BitSet rare;
  private final String classifier;
  private final List<OfArm> arms;

  /**
   * Puts ranks together.
   *
   * @param units for each test row the number of the data's first row that must stay with it, from
   *     0
   * @param rare which test rows are rare
   * @param classifier whose ranks
   * @param arms one an arm
   * @throws IllegalArgumentException if an arm ranks another number of rows
   */
  public TestRanks(int[] units, BitSet rare, String classifier, List<OfArm> arms) {
    this.units = units.clone();
    this.rare = (BitSet) rare.clone();
    this.classifier = classifier;
    this.arms = List.copyOf(arms);
    for (OfArm arm : arms) {
      if (arm.ranks.length != units.length) {
        throw new IllegalArgumentException(
            PlainText.of("%d ranks of %d test rows", arm.ranks.length, units.length));
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
    return new TestRanks(BitPacking.unpack(units), rows, classifier, arms);
  }

  @JsonProperty("units")
  String packedUnits() {
    return BitPacking.pack(units);
  }

  @JsonProperty("rare")
  String packedRare() {
    int[] marks = new int[units.length];
    for (int row = 0; row < marks.length; row++) {
      marks[row] = rare.get(row) ? 1 : 0;
    }
    return BitPacking.pack(marks);
  }

  /**
   * Returns for each test row the number of the data's first row that must stay with it; a copy.
   */
  public int[] units() {
    return units.clone();
  }

  /** Returns which test rows are rare; a copy. */
  public BitSet rare() {
    return (BitSet) rare.clone();
  }

  /** Returns the classifier whose ranks they are. */
  @JsonProperty("classifier")
  public String classifier() {
    return classifier;
  }

  /** Returns the ranks of each arm. */
  @JsonProperty("arms")
  public List<OfArm> arms() {
    return arms;
  }

  /**
   * Returns each row's rank among an arm's distinct scores, the lowest first and from 0; empty
   * where that is not known.
   */
  public Optional<int[]> ranks(Arm arm) {
    return arms.stream()
        .filter(each -> each.arm.equals(arm))
        .findFirst()
        .map(each -> each.ranks.clone());
  }

  /**
   * Returns which rows raise an alert at an arm's threshold; empty where its ranks are not known.
   */
  public Optional<BitSet> alerts(Arm arm) {
    return arms.stream().filter(each -> each.arm.equals(arm)).findFirst().map(TestRanks::alerts);
  }

  private static BitSet alerts(OfArm arm) {
    BitSet alerts = new BitSet();
    for (int row = 0; row < arm.ranks.length; row++) {
      alerts.set(row, arm.ranks[row] >= arm.alertsFrom);
    }
    return alerts;
  }

  /** Returns how many rows of a class raise an alert at the arm's threshold. */
  public int alerts(OfArm arm, boolean ofRare) {
    int alerts = 0;
    for (int row = 0; row < arm.ranks.length; row++) {
      alerts += rare.get(row) == ofRare && arm.ranks[row] >= arm.alertsFrom ? 1 : 0;
    }
    return alerts;
  }

  /** Returns the same with the ranks of one arm under another's name as well. */
  public TestRanks under(Arm arm, Arm other) {
    List<OfArm> all = new ArrayList<>(arms);
    arms.stream()
        .filter(each -> each.arm.equals(arm))
        .forEach(each -> all.add(new OfArm(other, each.ranks, each.alertsFrom)));
    return new TestRanks(units, rare, classifier, all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TestRanks more
        && Arrays.equals(units, more.units)
        && rare.equals(more.rare)
        && classifier.equals(more.classifier)
        && arms.equals(more.arms);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(units), rare, classifier, arms);
  }

  /** Tells how many rows of which arms are ranked. */
  @Override
  public String toString() {
    return PlainText.of("ranks of %d rows by %s", units.length, arms);
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

    @JsonProperty("ranks")
    String packedRanks() {
      return BitPacking.pack(ranks);
    }

    /** Returns the lowest rank that raises an alert, at the threshold of validation rows. */
    @JsonProperty("alerts_from")
    public int alertsFrom() {
      return alertsFrom;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OfArm more
          && arm.equals(more.arm)
          && Arrays.equals(ranks, more.ranks)
          && alertsFrom == more.alertsFrom;
    }

    @Override
    public int hashCode() {
      return Objects.hash(arm, Arrays.hashCode(ranks), alertsFrom);
    }

    @Override
    public String toString() {
      return arm.name();
    }
  }
}
