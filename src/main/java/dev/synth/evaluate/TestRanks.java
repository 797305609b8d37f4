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
 * The classifiers' rankings of the test rows of one split at random, arm by arm. The interval of a
 * difference between two arms is computed from them, long after the test rows were opened.
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
   * @param classifier the first-listed classifier, whose ranks they are where an arm names none
   * @param arms one an arm and classifier
   * @param losses what it costs to miss each rare row, in their order; null where no costs are
   *     given
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
      int rows = BitPacking.count(arm.ranks);
      if (rows != units.length) {
        throw new IllegalArgumentException(
            PlainText.of("%d ranks of %d test rows", rows, units.length));
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

  /** Returns the first-listed classifier. */
  @JsonProperty("classifier")
  public String classifier() {
    return classifier;
  }

  /** Returns the ranks of each arm with each classifier. */
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

  /** Returns whether it is known how an arm's classifier ranks the rows. */
  public boolean knows(Arm arm, String classifier) {
    return find(arm, classifier).isPresent();
  }

  /** Returns the classifier whose ranks an arm's are. */
  public String classifierOf(OfArm arm) {
    return Objects.requireNonNullElse(arm.classifier, classifier);
  }

  /**
   * Returns each row's rank among the distinct scores of an arm's classifier, the lowest first and
   * from 0; empty where that is not known.
   */
  public Optional<int[]> ranks(Arm arm, String classifier) {
    return find(arm, classifier).map(OfArm::unpacked);
  }

  /**
   * Returns which rows raise an alert at the threshold of an arm's classifier; empty where its
   * ranks are not known.
   */
  public Optional<BitSet> alerts(Arm arm, String classifier) {
    return find(arm, classifier).map(found -> found.from(found.alertsFrom));
  }

  /**
   * Returns which rows raise an alert at the threshold that costs least on validation rows. Empty
   * where that threshold is the one of {@link #alerts(Arm, String)}, or the ranks are not known.
   */
  public Optional<BitSet> cheapestAlerts(Arm arm, String classifier) {
    return find(arm, classifier)
        .flatMap(found -> Optional.ofNullable(found.cheapestFrom).map(found::from));
  }

  private Optional<OfArm> find(Arm arm, String classifier) {
    return arms.stream()
        .filter(each -> each.arm.equals(arm) && classifierOf(each).equals(classifier))
        .findFirst();
  }

  /** Returns how many rows of a class raise an alert at the arm's threshold. */
  public int alerts(OfArm arm, boolean ofRare) {
    int alerts = 0;
    int[] ranks = arm.unpacked();
    for (int row = 0; row < ranks.length; row++) {
      alerts += rare.get(row) == ofRare && ranks[row] >= arm.alertsFrom ? 1 : 0;
    }
    return alerts;
  }

  /** Returns the same with the ranks of one arm, by all classifiers, under another's name too. */
  public TestRanks under(Arm arm, Arm other) {
    List<OfArm> all = new ArrayList<>(arms);
    for (OfArm each : arms) {
      if (each.arm.equals(arm)) {
        all.add(new OfArm(other, each.classifier, each.ranks, each.alertsFrom, each.cheapestFrom));
      }
    }
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

  /** The ranks of one arm by one classifier, kept packed. */
  public static final class OfArm {
    private final Arm arm;
    private final @Nullable String classifier;
    private final String ranks;
    private final int alertsFrom;
    private final @Nullable Integer cheapestFrom;

    private OfArm(
        Arm arm,
        @Nullable String classifier,
        String ranks,
        int alertsFrom,
        @Nullable Integer cheapestFrom) {
      this.arm = arm;
      this.classifier = classifier;
      this.ranks = ranks;
      this.alertsFrom = alertsFrom;
      this.cheapestFrom = cheapestFrom;
    }

    /**
     * Ranks rows.
     *
     * @param classifier whose scores; null for the first-listed classifier
     * @param scores one a row
     * @param threshold the score from which a row raises an alert
     * @param cheapest the one that costs least on validation rows; null where no costs are given,
     *     or where it is {@code threshold}
     */
    public static OfArm of(
        Arm arm,
        @Nullable String classifier,
        double[] scores,
        double threshold,
        @Nullable Double cheapest) {
      int[] ranks = Ranking.ranks(scores);
      return new OfArm(
          arm,
          classifier,
          BitPacking.pack(ranks),
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

    /**
     * Reads ranks back.
     *
     * @param classifier null for the first-listed one, and in older files, which have no other
     */
    @JsonCreator
    static OfArm of(
        @JsonProperty("arm") Arm arm,
        @JsonProperty("classifier") @Nullable String classifier,
        @JsonProperty("ranks") String ranks,
        @JsonProperty("alerts_from") int alertsFrom,
        @JsonProperty("cheapest_from") @Nullable Integer cheapestFrom) {
      return new OfArm(arm, classifier, ranks, alertsFrom, cheapestFrom);
    }

    private int[] unpacked() {
      return BitPacking.unpack(ranks);
    }

    /** The rows of a rank or a higher one. */
    private BitSet from(int rank) {
      BitSet rows = new BitSet();
      int[] all = unpacked();
      for (int row = 0; row < all.length; row++) {
        rows.set(row, all[row] >= rank);
      }
      return rows;
    }

    /** Returns the arm. */
    @JsonProperty("arm")
    public Arm arm() {
      return arm;
    }

    @JsonProperty("classifier")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable String classifier() {
      return classifier;
    }

    @JsonProperty("ranks")
    String packedRanks() {
      return ranks;
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
          && Objects.equals(classifier, more.classifier)
          && ranks.equals(more.ranks)
          && alertsFrom == more.alertsFrom
          && Objects.equals(cheapestFrom, more.cheapestFrom);
    }

    @Override
    public int hashCode() {
      return Objects.hash(arm, classifier, ranks, alertsFrom, cheapestFrom);
    }

    @Override
    public String toString() {
      return arm.name();
    }
  }
}
