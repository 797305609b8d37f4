package dev.synth.internal.validate.privacy;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.ClusteredArea;
import dev.synth.internal.stats.StandardNormal;
import dev.synth.internal.validate.distance.GowerRows;
import dev.synth.internal.validate.distance.GowerSpace;
import dev.synth.internal.validate.distance.NearestRows;
import dev.synth.internal.validate.metric.BadSide;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.Shadow;
import dev.synth.internal.validate.metric.ShadowSet;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A membership-inference attack: whether an attacker who has a row and the synthetic rows can tell
 * that the generator learned from the row.
 *
 * <p>Eight shadow generators learn from halves of the training rows, so that each row is in four of
 * them and out of the other four ({@link Shadow}). The attacker's score of a row against a shadow
 * is how near the shadow's closest synthetic row is (Hilprecht et al. 2019, with the nearest row
 * for a ball), less the mean of that over three other shadows that lack the row: what is near for
 * everyone says nothing (Watson et al. 2022, "On the importance of difficulty calibration"). The
 * value is the area under the ROC curve of all scores, members against non-members. One row's eight
 * scores depend on each other, so the interval is clustered by row ({@link ClusteredArea}).
 *
 * <p>It is asked of the rare rows, and of those of the other class by itself: a generator may learn
 * from them too, though it draws rare rows alone. One figure of both would be that of the majority.
 */
public final class MembershipInference implements Metric {
  private static final int MINIMUM_ROWS = 10;
  private static final int MOST_ROWS = 2_000;
  private static final int MOST_SYNTHETIC = 5_000;

  /** A rate of 1 % of fewer non-members is one of fewer than ten rows. */
  private static final int LEAST_FOR_LOW_RATE = 1_000;

  private final AttackedRows attacks;

  private MembershipInference(AttackedRows attacks) {
    this.attacks = attacks;
  }

  /** Returns the attack on rare training rows. */
  public static MembershipInference ofRareRows() {
    return new MembershipInference(AttackedRows.RARE);
  }

  /** Returns the attack on training rows of the other class. */
  public static MembershipInference ofOtherRows() {
    return new MembershipInference(AttackedRows.OTHERS);
  }

  @Override
  public Description description() {
    String rows =
        switch (attacks) {
          case RARE -> "rows";
          case OTHERS -> "rows of the other class";
        };
    return new Description(
        attacks == AttackedRows.RARE ? "membership_inference" : "majority_membership_inference",
        PlainText.of(
            "how well an attacker tells %s that were learned from (area under the ROC curve)",
            rows),
        Goal.CLOSE_TO_FLOOR,
        0,
        1,
        "shadow generators and calibrated distance, Shokri et al. (2017), Hilprecht et al. (2019),"
            + " Watson et al. (2022)",
        NearestNeighbourMetric.REMEDY);
  }

  /** An attacker who guesses worse than by chance was unlucky. */
  @Override
  public BadSide badSide() {
    return BadSide.HIGH;
  }

  @Override
  public Definition definition() {
    return attacks.definition();
  }

  /** Returns false where no shadow was fitted; {@code membership_inference} says why then. */
  @Override
  public boolean applies(Sample real, Sample synthetic) {
    return switch (attacks) {
      case RARE -> true;
      case OTHERS -> real.shadows() instanceof ShadowSet.Fitted && othersOf(real) != null;
    };
  }

  private static @Nullable Sample othersOf(Sample real) {
    Sample others = real.majority();
    return others == null || others.rowCount() < 2 * MINIMUM_ROWS ? null : others;
  }

  @Override
  public int floorRows(Sample real) {
    Sample rows = attacks.rows(real);
    return rows == null ? 0 : rows.rowCount();
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.ALL_ROWS, MINIMUM_ROWS, Integer.MAX_VALUE);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return switch (real.shadows()) {
      case ShadowSet.None none -> new MetricOutcome.Skipped(none.why());
      case ShadowSet.Fitted fitted ->
          attacks == AttackedRows.OTHERS && othersOf(real) == null
              ? new MetricOutcome.Skipped(new SkipReason.TooFewOthers(2 * MINIMUM_ROWS))
              : attack(real, fitted.shadows(), context);
    };
  }

  /**
   * The attacker's scores of rows, each row as often on either side.
   *
   * @param members scores of rows against shadows that learned from them
   * @param others scores of rows against shadows that did not
   * @param times how many scores a row has on either side
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Attacked(double[] members, double[] others, int times) {
    @Override
    public double[] members() {
      return members.clone();
    }

    @Override
    public double[] others() {
      return others.clone();
    }
  }

  /**
   * Returns the scores of rare rows that the metric's value is the area of; null where no shadows
   * were fitted.
   *
   * @param context what all metrics were given
   */
  public static @Nullable Attacked attacked(Sample real, Context context) {
    return switch (real.shadows()) {
      case ShadowSet.None none -> null;
      case ShadowSet.Fitted fitted -> {
        // as the runner of metrics has it
        Context own = context.below(ofRareRows().streamId()).below("TRAINING").below("all-rows");
        AttackerScores scores = ofRareRows().scores(real, fitted.shadows(), own).scores();
        yield new Attacked(
            AttackerScores.flat(scores.members()),
            AttackerScores.flat(scores.others()),
            AttackerScores.TIMES);
      }
    };
  }

  private MetricOutcome attack(Sample real, List<Shadow> shadows, Context context) {
    Looked looked = scores(real, shadows, context);
    AttackerScores scores = looked.scores();
    ClusteredArea found = ClusteredArea.of(scores.members(), scores.others());
    return new MetricOutcome.Tested(
        found.area(), floor(looked.nearness(), context), List.of(), findings(found, scores));
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Looked(double[][] nearness, AttackerScores scores) {}

  private Looked scores(Sample real, List<Shadow> shadows, Context context) {
    Sample asked = Objects.requireNonNull(attacks.rows(real));
    int[] rows =
        Arrays.copyOf(
            context.seeds().stream("rows").permutation(asked.rowCount()),
            Math.min(asked.rowCount(), MOST_ROWS));
    double[][] nearness = nearness(real, asked.rows(rows), shadows, context);
    boolean[][] member = new boolean[rows.length][shadows.size()];
    for (int shadow = 0; shadow < shadows.size(); shadow++) {
      BitSet members = attacks.members(shadows.get(shadow));
      for (int i = 0; i < rows.length; i++) {
        member[i][shadow] = members.get(rows[i]);
      }
    }
    return new Looked(nearness, AttackerScores.of(nearness, member));
  }

  /** Returns minus the distance of each row to each shadow's closest synthetic row. */
  private static double[][] nearness(
      Sample real, Sample asked, List<Shadow> shadows, Context context) {
    GowerSpace space = new GowerSpace(real);
    GowerRows looking = space.rows(asked);
    double[][] nearness = new double[asked.rowCount()][shadows.size()];
    for (int shadow = 0; shadow < shadows.size(); shadow++) {
      context.cancellation().check();
      Sample given = shadows.get(shadow).synthetic();
      int[] first = IntStream.range(0, Math.min(given.rowCount(), MOST_SYNTHETIC)).toArray();
      NearestRows nearest =
          NearestRows.of(looking, space.rows(given.rows(first)), 1, context.cancellation());
      for (int i = 0; i < asked.rowCount(); i++) {
        nearness[i][shadow] = -nearest.distance(i, 0);
      }
    }
    return nearness;
  }

  private static List<Double> floor(double[][] nearness, Context context) {
    RandomStream stream = context.seeds().stream("floor");
    List<Double> floor = new ArrayList<>();
    for (int draw = 0; draw < MetricProtocol.DRAWS; draw++) {
      context.cancellation().check();
      boolean[][] member = new boolean[nearness.length][2 * AttackerScores.TIMES];
      for (boolean[] row : member) {
        for (int shadow :
            Arrays.copyOf(stream.permutation(2 * AttackerScores.TIMES), AttackerScores.TIMES)) {
          row[shadow] = true;
        }
      }
      AttackerScores scores = AttackerScores.of(nearness, member);
      floor.add(ClusteredArea.of(scores.members(), scores.others()).area());
    }
    return floor;
  }

  private static List<Finding> findings(ClusteredArea found, AttackerScores scores) {
    double margin = StandardNormal.quantile(0.975) * found.standardError();
    int distinct = scores.others().length;
    return List.of(
        new Finding.Attack(
            found.area(), Math.max(0, found.area() - margin), Math.min(1, found.area() + margin)),
        distinct < LEAST_FOR_LOW_RATE
            ? new Finding.FewNonMembers(LEAST_FOR_LOW_RATE, distinct)
            : new Finding.AttackAtOnePercent(scores.rateAtOnePercent()));
  }
}
