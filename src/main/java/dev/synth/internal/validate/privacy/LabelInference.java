package dev.synth.internal.validate.privacy;

import dev.synth.base.Context;
import dev.synth.internal.stats.RocArea;
import dev.synth.internal.validate.distance.GowerSpace;
import dev.synth.internal.validate.distance.NearestRows;
import dev.synth.internal.validate.metric.BadSide;
import dev.synth.internal.validate.metric.LabelledDraws;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A membership-inference attack by soft labels: whether the label of the synthetic row next to a
 * row tells that the teacher learned from the row.
 *
 * <p>A teacher that has memorised its rows calls what lies beside a rare one too rare, and what
 * lies beside another one too common. The attacker's score of a row is the label of its closest
 * synthetic row, with its sign turned for the other class. The value is the area under the ROC
 * curve of training rows against as many rows that nobody learned from (a threshold on the
 * confidence in the true class, Yeom et al. 2018, asked through synthetic rows).
 */
public final class LabelInference implements Metric {
  private static final int MINIMUM_ROWS = 10;
  private static final int MOST_OF_EACH = 1_000;

  private final AttackedClass attacked;

  private LabelInference(AttackedClass attacked) {
    this.attacked = attacked;
  }

  /** The class of the rows that an attacker asks for. */
  private enum AttackedClass {
    RARE("soft_label_inference", "rows", 1) {
      @Override
      Sample learned(Sample real) {
        return real;
      }

      @Override
      @Nullable Sample unseen(Sample real, LabelledDraws draws) {
        return real.unseen();
      }
    },
    OTHERS("majority_soft_label_inference", "rows of the other class", -1) {
      @Override
      @Nullable Sample learned(Sample real) {
        return real.majority();
      }

      @Override
      @Nullable Sample unseen(Sample real, LabelledDraws draws) {
        return draws.unseenOthers();
      }
    };

    private final String id;
    private final String rows;
    private final int sign;

    AttackedClass(String id, String rows, int sign) {
      this.id = id;
      this.rows = rows;
      this.sign = sign;
    }

    abstract @Nullable Sample learned(Sample real);

    abstract @Nullable Sample unseen(Sample real, LabelledDraws draws);
  }

  /** Returns the attack on rare training rows. */
  public static LabelInference ofRareRows() {
    return new LabelInference(AttackedClass.RARE);
  }

  /** Returns the attack on training rows of the other class. */
  public static LabelInference ofOtherRows() {
    return new LabelInference(AttackedClass.OTHERS);
  }

  @Override
  public Description description() {
    return new Description(
        attacked.id,
        "how well soft labels tell "
            + attacked.rows
            + " that a teacher learned from (area under the ROC curve)",
        Goal.CLOSE_TO_FLOOR,
        0,
        1,
        "a threshold on the confidence in the true class, Yeom et al. (2018), through the nearest"
            + " synthetic row",
        NearestNeighbourMetric.REMEDY);
  }

  /** An attacker who guesses worse than by chance was unlucky. */
  @Override
  public BadSide badSide() {
    return BadSide.HIGH;
  }

  @Override
  public Definition definition() {
    String edges =
        "At most 1,000 rows of each side are looked at. The floor calls random halves of them"
            + " training rows. Left out unless `validation.privacy: full` and synthetic rows have"
            + " soft labels. `strict` has a gate on it then.";
    return switch (attacked) {
      case RARE ->
          new Definition(
              "With soft labels: an attacker scores a rare row by how rare its closest synthetic"
                  + " row is called. The value is the area under the ROC curve of training rows"
                  + " against as many that nobody learned from. 0.5: the labels say nothing. Above:"
                  + " the teacher is surer beside rows that it learned from, or the synthetic rows"
                  + " there are rarer, since they lean on them.",
              edges);
      case OTHERS ->
          new Definition(
              "`soft_label_inference` for rows of the other class: a teacher that has memorised"
                  + " them calls what lies beside them too common. Synthetic rows lie where rare"
                  + " rows are, so that only rows near there can be told: it is the weaker of the"
                  + " two.",
              edges + " Distances are in the spread of the rare rows.");
    };
  }

  /** Returns false where no labels were given. */
  @Override
  public boolean applies(Sample real, Sample synthetic) {
    return real.labelled() != null;
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.ALL_ROWS, MINIMUM_ROWS, Integer.MAX_VALUE);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    LabelledDraws draws = real.labelled();
    if (draws == null) {
      return MetricOutcome.Skipped.because(Cause.NO_SOFT_LABELS);
    }
    Sample learned = attacked.learned(real);
    Sample unseen = attacked.unseen(real, draws);
    if (learned == null
        || unseen == null
        || Math.min(learned.rowCount(), unseen.rowCount()) < MINIMUM_ROWS) {
      return NearestNeighbourMetric.needsUnseen();
    }
    Pool pool = Pool.of(learned, unseen, MOST_OF_EACH, context);
    double[] scores = scores(real, pool.rows(), draws, context);
    Pool.Statistic area = training -> RocArea.of(scores, training);
    return new MetricOutcome.Tested(
        pool.value(area), pool.floor(area, context), List.of(), List.of());
  }

  /**
   * The label of the closest synthetic row, for each row; of the other class with its sign turned.
   */
  private double[] scores(Sample real, Sample rows, LabelledDraws draws, Context context) {
    GowerSpace space = new GowerSpace(real);
    NearestRows nearest =
        NearestRows.of(space.rows(rows), space.rows(draws.synthetic()), 1, context.cancellation());
    double[] scores = new double[rows.rowCount()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = attacked.sign * draws.labels()[nearest.row(row, 0)];
    }
    return scores;
  }
}
