package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jspecify.annotations.Nullable;

/**
 * A classifier's ranking of the test rows of one split at random, arm by arm: what an interval of a
 * difference between two arms is computed from, long after the test rows were opened.
 */
public final class TestRanks {
  private final int[] units;
  private final BitSet rare;
  private final String classifier;
  private final List<OfArm> arms;
  private final @Nullable List<Double> losses;

  /**
   * Puts ranks together.
   *
   * @param units for each test row the number of the data's first row that must stay with it, from
   *     0
   * @param rare which test rows are rare
   * @param classifier whose ranks
   * @param arms one an arm
   * @param losses what it costs to miss each rare row, in their order; null where nobody asks
   * @throws IllegalArgumentException if an arm ranks another number of rows, or there are losses of
   *     another number of rare rows
   */
  public TestRanks(
      int[] units,
      BitSet rare,
      String classifier,
      List<OfArm> arms,
      @Nullable List<Double> losses) {
    this.units = units.clone();
    this.rare = (BitSet) rare.clone();
    this.classifier = classifier;
    this.arms = List.copyOf(arms);
    this.losses = losses == null ? null : List.copyOf(losses);
    if (losses != null && losses.size() != rare.cardinality()) {
      throw new IllegalArgumentException(
          PlainText.of("%d losses of %d rare rows", losses.size(), rare.cardinality()));
    }
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
   * @param losses null where no costs are given, and in older files
   */
  @JsonCreator
  static TestRanks of(
      @JsonProperty("units") String units,
      @JsonProperty("rare") String rare,
      @JsonProperty("classifier") String classifier,
      @JsonProperty("arms") List<OfArm> arms,
      @JsonProperty("losses") @Nullable List<Double> losses) {
    BitSet rows = new BitSet();
    int[] marks = BitPacking.unpack(rare);
    for (int row = 0; row < marks.length; row++) {
      rows.set(row, marks[row] == 1);
    }
    return new TestRanks(BitPacking.unpack(units), rows, classifier, arms, losses);
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
   * Returns what it costs to miss each rare row, in their order; null where no costs are given, or
   * the file is older.
   */
  @JsonProperty("losses")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public @Nullable List<Double> losses() {
    return losses;
  }

  /**
   * Returns what an alert on each row saves: the loss of a rare row, less the alert's own cost.
   *
   * @param alertCost what an alert costs, right or wrong
   * @return one number a row; empty where the losses are not known
   */
  public Optional<double[]> savedByAlerts(double alertCost) {
    if (losses == null) {
      return Optional.empty();
    }
    double[] saved = new double[units.length];
    Arrays.fill(saved, -alertCost);
    int row = -1;
    for (double loss : losses) {
      row = rare.nextSetBit(row + 1);
      saved[row] += loss;
    }
    return Optional.of(saved);
  }

  /**
   * Returns each row's rank among an arm's distinct scores, the lowest first and from 0; empty
   * where that is not known.
   */
  public Optional<int[]> ranks(Arm arm) {
    return find(arm).map(found -> found.ranks.clone());
  }

  /**
   * Returns which rows raise an alert at an arm's threshold; empty where its ranks are not known.
   */
  public Optional<BitSet> alerts(Arm arm) {
    return find(arm).map(found -> found.from(found.alertsFrom));
  }

  /**
   * Returns which rows raise an alert at the threshold that costs least on validation rows; empty
   * where an arm has no other one than for {@link #alerts(Arm)}, or its ranks are not known.
   */
  public Optional<BitSet> cheapestAlerts(Arm arm) {
    return find(arm).flatMap(found -> Optional.ofNullable(found.cheapestFrom).map(found::from));
  }

  private Optional<OfArm> find(Arm arm) {
    return arms.stream().filter(each -> each.arm.equals(arm)).findFirst();
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
    find(arm)
        .map(found -> new OfArm(other, found.ranks, found.alertsFrom, found.cheapestFrom))
        .ifPresent(all::add);
    return new TestRanks(units, rare, classifier, all, losses);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TestRanks more
        && Arrays.equals(units, more.units)
        && rare.equals(more.rare)
        && classifier.equals(more.classifier)
        && arms.equals(more.arms)
        && Objects.equals(losses, more.losses);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(units), rare, classifier, arms, losses);
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
    private final @Nullable Integer cheapestFrom;

    private OfArm(Arm arm, int[] ranks, int alertsFrom, @Nullable Integer cheapestFrom) {
      this.arm = arm;
      this.ranks = ranks;
      this.alertsFrom = alertsFrom;
      this.cheapestFrom = cheapestFrom;
    }

    /**
     * Ranks rows.
     *
     * @param scores one a row
     * @param threshold the score from which a row raises an alert
     * @param cheapest the one that costs least on validation rows; null where no costs are given,
     *     or where it is {@code threshold}
     */
    public static OfArm of(Arm arm, double[] scores, double threshold, @Nullable Double cheapest) {
      int[] ranks = Ranking.ranks(scores);
      return new OfArm(
          arm,
          ranks,
          lowest(scores, ranks, threshold),
          cheapest == null ? null : (Integer) lowest(scores, ranks, cheapest));
    }

    /** The lowest rank at or above a threshold. */
    private static int lowest(double[] scores, int[] ranks, double threshold) {
      int from = 0;
      for (int row = 0; row < ranks.length; row++) {
        if (!(scores[row] >= threshold)) {
          from = Math.max(from, ranks[row] + 1);
        }
      }
      return from;
    }

    @JsonCreator
    static OfArm of(
        @JsonProperty("arm") Arm arm,
        @JsonProperty("ranks") String ranks,
        @JsonProperty("alerts_from") int alertsFrom,
        @JsonProperty("cheapest_from") @Nullable Integer cheapestFrom) {
      return new OfArm(arm, BitPacking.unpack(ranks), alertsFrom, cheapestFrom);
    }

    /** The rows of a rank or a higher one. */
    private BitSet from(int rank) {
      BitSet rows = new BitSet();
      for (int row = 0; row < ranks.length; row++) {
        rows.set(row, ranks[row] >= rank);
      }
      return rows;
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

    /**
     * Returns the lowest rank that raises an alert at the threshold that costs least on validation
     * rows, or null.
     */
    @JsonProperty("cheapest_from")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable Integer cheapestFrom() {
      return cheapestFrom;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OfArm more
          && arm.equals(more.arm)
          && Arrays.equals(ranks, more.ranks)
          && alertsFrom == more.alertsFrom
          && Objects.equals(cheapestFrom, more.cheapestFrom);
    }

    @Override
    public int hashCode() {
      return Objects.hash(arm, Arrays.hashCode(ranks), alertsFrom, cheapestFrom);
    }

    @Override
    public String toString() {
      return arm.name();
    }
  }
}
