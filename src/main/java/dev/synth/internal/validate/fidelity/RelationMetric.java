package dev.synth.internal.validate.fidelity;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.internal.stats.Quantiles;
import dev.synth.internal.validate.metric.BrokenRelation;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason.Cause;
import dev.synth.validate.ValidationReport.PartReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Shares of rows that keep, or break, what holds in all training rows of both classes: relations
 * between columns, and that a column of codes has known values alone.
 *
 * <p>In [0, 1]. The floor is of real rows that no generator saw, drawn with replacement; without
 * any, it is what training rows say, which keep everything.
 */
public final class RelationMetric implements Metric {
  private static final int MINIMUM_ROWS = 1;
  private static final int PARTS_SHOWN = 20;

  private final Description description;
  private final Definition definition;
  private final Predicate<BrokenRelation> counted;
  private final boolean ofKept;

  private RelationMetric(
      Description description,
      Definition definition,
      Predicate<BrokenRelation> counted,
      boolean ofKept) {
    this.description = description;
    this.definition = definition;
    this.counted = counted;
    this.ofKept = ofKept;
  }

  /** The share of rows that keep every relation. */
  public static RelationMetric kept() {
    return new RelationMetric(
        new Description(
            "relations_kept",
            "share of rows that keep every relation of the training rows",
            Goal.HIGHER,
            0,
            1,
            "own; relations are found as docs/rules.md says",
            "set relations: on, or add the relations that are named to 'rules'"),
        new Definition(
            "The share of synthetic rows that keep every relation between columns, such as `net +"
                + " fee == amount`. The relations are those that hold in all training rows of both"
                + " classes. 1: every row keeps all of them. The share of each relation is listed,"
                + " the worst first.",
            "A relation with a missing cell is not broken, unless it is of missing cells. Left out"
                + " where the training rows have no relation, or where `relations: off` asks for"
                + " none. The floor is of rare real rows that no generator saw, drawn with"
                + " replacement; without any, it is 1."),
        mark -> !mark.isOfCodes(),
        true);
  }

  /** The share of rows with a code that no training row has. */
  public static RelationMetric inventedCodes() {
    return new RelationMetric(
        new Description(
            "invented_codes",
            "share of rows with a code that no real row has",
            Goal.LOWER,
            0,
            1,
            "own; columns of codes are found as docs/rules.md says",
            "set data.types of the named columns to categorical"),
        new Definition(
            "The share of synthetic rows in which a column of codes has a value that no training"
                + " row of either class has. Codes are numbers that repeat and leave gaps:"
                + " merchant categories, postcodes, states of a server. 0: every code is known. The"
                + " share of each column is listed, the worst first.",
            "A missing cell is no code. Left out where no column holds codes. The floor is of rare"
                + " real rows that no generator saw, drawn with replacement; without any, it is"
                + " 0."),
        BrokenRelation::isOfCodes,
        false);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.ALL_ROWS, MINIMUM_ROWS, Integer.MAX_VALUE)
        .showing(PARTS_SHOWN);
  }

  @Override
  public boolean applies(Sample real, Sample synthetic) {
    return synthetic.marks().stream().anyMatch(counted);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    List<BrokenRelation> marks = synthetic.marks().stream().filter(counted).toList();
    if (marks.isEmpty()) {
      return MetricOutcome.Skipped.because(Cause.NO_RELATION);
    }
    Sample unseen = real.unseen();
    List<BrokenRelation> ofUnseen =
        unseen == null ? List.of() : unseen.marks().stream().filter(counted).toList();
    int rows = unseen == null || ofUnseen.isEmpty() ? 0 : unseen.rowCount();
    RandomStream stream = context.seeds().stream("unseen");
    BitSet any = any(ofUnseen);
    List<Double> floor = new ArrayList<>();
    List<PartReading> parts = new ArrayList<>();
    double[] shares = draws(any, rows, synthetic.rowCount(), stream);
    Arrays.stream(shares).forEach(floor::add);
    for (BrokenRelation mark : marks) {
      double[] ofPart =
          ofUnseen.stream()
              .filter(each -> each.rule().equals(mark.rule()))
              .map(each -> draws(each.broken(), rows, synthetic.rowCount(), stream))
              .findFirst()
              .orElse(new double[] {share(0, 1), share(0, 1)});
      Arrays.sort(ofPart);
      parts.add(
          new PartReading(
              mark.isOfCodes() ? mark.column() : mark.rule(),
              share(mark.broken().cardinality(), synthetic.rowCount()),
              Quantiles.of(ofPart, 0.5),
              Quantiles.of(ofPart, 0.975)));
    }
    parts.sort(Comparator.comparingDouble(part -> ofKept ? part.value() : -part.value()));
    return new MetricOutcome.Tested(
        share(any(marks).cardinality(), synthetic.rowCount()), floor, parts, List.of());
  }

  private static BitSet any(List<BrokenRelation> marks) {
    BitSet any = new BitSet();
    marks.forEach(mark -> any.or(mark.broken()));
    return any;
  }

  /** Shares among as many rows as are judged, or as there are, drawn with replacement. */
  private double[] draws(BitSet broken, int rows, int judged, RandomStream stream) {
    double[] shares = new double[MetricProtocol.DRAWS];
    int drawn = Math.min(rows, judged);
    for (int draw = 0; draw < shares.length; draw++) {
      int count = 0;
      for (int i = 0; i < drawn; i++) {
        count += broken.get(stream.nextInt(rows)) ? 1 : 0;
      }
      shares[draw] = share(count, Math.max(1, drawn));
    }
    return shares;
  }

  private double share(int broken, int rows) {
    double share = (double) broken / rows;
    return ofKept ? 1 - share : share;
  }
}
