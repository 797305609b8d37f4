package dev.synth.internal.validate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.stats.RocArea;
import dev.synth.internal.validate.NoiseFloor;
import dev.synth.internal.validate.RareTables;
import dev.synth.internal.validate.ShadowFit;
import dev.synth.internal.validate.Shadows;
import dev.synth.internal.validate.metric.MetricOutcome.Tested;
import dev.synth.internal.validate.privacy.AttributeInference;
import dev.synth.internal.validate.privacy.MembershipInference;
import dev.synth.internal.validate.privacy.NearCopies;
import dev.synth.internal.validate.privacy.NearestNeighbourMetric;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import dev.synth.validate.Finding;
import dev.synth.validate.SkipReason;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The metrics of privacy on copies, on a few copies among good rows, and on fresh rows. */
final class PrivacyMetricsTest {
  private static final int ROWS = 120;
  private static final Table REAL = RareTables.draw(ROWS, 1);
  private static final Table UNSEEN = RareTables.draw(ROWS, 2);
  private static final Table FRESH = RareTables.draw(ROWS, 3);
  private static final Table COPIES = RareTables.noisyCopies(REAL, ROWS, 4);

  private static final List<Metric> WITH_REFERENCE =
      List.of(
          NearestNeighbourMetric.closerToTraining(),
          NearestNeighbourMetric.neighbourRatio(),
          new AttributeInference());

  @Test
  void freshRowsLieInTheNoise() {
    for (Metric metric : WITH_REFERENCE) {
      Tested tested = tested(metric, FRESH);
      assertThat(percentile(tested)).as(metric.description().id()).isBetween(0.01, 0.99);
    }
    assertThat(percentile(tested(new NearCopies(), FRESH))).isBetween(0.01, 0.99);
  }

  @Test
  void copiesWithNoiseLieFarOutside() {
    assertThat(tested(NearestNeighbourMetric.closerToTraining(), COPIES).value())
        .isGreaterThan(0.95);
    assertThat(tested(NearestNeighbourMetric.neighbourRatio(), COPIES).value()).isLessThan(0.3);
    assertThat(tested(new NearCopies(), COPIES).value()).isGreaterThan(0.9);
    Tested inference = tested(new AttributeInference(), COPIES);
    assertThat(inference.value()).isGreaterThan(0.6);
    assertThat(inference.value()).isGreaterThan(Collections.max(inference.floor()) + 0.3);
    assertThat(inference.parts()).hasSize(10);
    assertThat(inference.parts().getFirst().value()).isGreaterThan(0.8);
  }

  @Test
  void aTenthOfCopiesIsSeenThoughTheMedianIsGood() {
    int[] most = IntStream.range(0, 108).toArray();
    int[] few = IntStream.range(0, 12).toArray();
    Tested tested = tested(new NearCopies(), FRESH.rows(most).followedBy(COPIES.rows(few)));
    assertThat(tested.value()).isBetween(0.07, 0.13);
    assertThat(percentile(tested)).isEqualTo(1);
  }

  @Test
  void withoutUnseenRowsTheySayWhatIsMissing() {
    SampleSpace space = SampleSpace.of(REAL, List.of(FRESH));
    for (Metric metric : WITH_REFERENCE) {
      assertThat(metric.compute(space.sample(REAL), space.sample(FRESH), Context.quiet(1)))
          .isEqualTo(new MetricOutcome.Skipped(new SkipReason.TooFewUnseen(10)));
    }
    assertThat(
            MembershipInference.ofRareRows()
                .compute(space.sample(REAL), space.sample(FRESH), Context.quiet(1)))
        .isInstanceOf(MetricOutcome.Skipped.class);
  }

  @Test
  void membershipShowsWhereTheGeneratorCopiesAndNotWhereItDraws() {
    Tested copier =
        attacked(
            (half, rows, context) ->
                Synthetic.external(
                    RareTables.noisyCopies(half.rare(), rows, context.seeds().root())));
    assertThat(copier.value()).isGreaterThan(0.8);
    assertThat(copier.value()).isGreaterThan(Collections.max(copier.floor()));
    Tested drawer =
        attacked(
            (half, rows, context) ->
                Synthetic.external(RareTables.draw(rows, context.seeds().root())));
    assertThat(percentile(drawer)).isBetween(0.01, 0.99);
    assertThat(drawer.value()).isBetween(0.4, 0.6);
    assertThat(drawer.findings()).anyMatch(finding -> finding instanceof Finding.FewNonMembers);
  }

  /** The attack finds the class whose rows a generator repeats, and no other. */
  @Test
  void membershipIsAskedOfEachClassByItself() {
    ShadowFit copiesOthers =
        (half, rows, context) ->
            Synthetic.external(RareTables.noisyCopies(others(half), rows, context.seeds().root()));
    Tested others = attackedOf(MembershipInference.ofOtherRows(), copiesOthers);
    assertThat(others.value()).isGreaterThan(0.8);
    assertThat(others.value()).isGreaterThan(Collections.max(others.floor()));
    Tested rare = attackedOf(MembershipInference.ofRareRows(), copiesOthers);
    assertThat(percentile(rare)).isBetween(0.01, 0.99);

    ShadowFit copiesRare =
        (half, rows, context) ->
            Synthetic.external(RareTables.noisyCopies(half.rare(), rows, context.seeds().root()));
    Tested unseen = attackedOf(MembershipInference.ofOtherRows(), copiesRare);
    assertThat(percentile(unseen)).isBetween(0.01, 0.99);
    assertThat(unseen.value()).isBetween(0.4, 0.6);
  }

  @Test
  void membershipOfTheOtherClassIsLeftOutWithoutShadowsOrSuchRows() {
    SampleSpace space = SampleSpace.of(REAL, List.of(FRESH));
    Sample real = space.sample(REAL).beside(space.sample(UNSEEN));
    Metric metric = MembershipInference.ofOtherRows();
    Sample fresh = space.sample(FRESH);
    assertThat(metric.applies(real, fresh)).isFalse();
    ShadowSet none = new ShadowSet.Fitted(List.of());
    assertThat(metric.applies(real.besideShadows(none), fresh)).isTrue();
    Sample few = space.sample(REAL).beside(space.sample(UNSEEN.rows(new int[19])));
    assertThat(metric.applies(few.besideShadows(none), fresh)).isFalse();
    assertThat(metric.compute(few.besideShadows(none), fresh, Context.quiet(1)))
        .isEqualTo(new MetricOutcome.Skipped(new SkipReason.TooFewOthers(20)));
  }

  private static Tested attackedOf(MembershipInference metric, ShadowFit fit) {
    Training training = bothClasses();
    SampleSpace space = SampleSpace.of(REAL, List.of(FRESH));
    int[] others = IntStream.range(ROWS, training.rowCount()).toArray();
    Sample real =
        space
            .sample(REAL)
            .beside(space.sample(others(training)))
            .besideShadows(
                new Shadows(training, fit, Context.quiet(5)).fitAll(space, ROWS, others));
    return (Tested) metric.compute(real, space.sample(FRESH), Context.quiet(1));
  }

  /** The rare rows, and twice as many of another class behind them. */
  private static Training bothClasses() {
    BitSet rare = new BitSet();
    rare.set(0, ROWS);
    Table rows = REAL.followedBy(RareTables.draw(2 * ROWS, 6));
    return Training.whole(new LabelledTable(rows, rare, new Label("fraud", "1", "0", 0)));
  }

  private static Table others(Training training) {
    return training
        .rows()
        .features()
        .rows(
            IntStream.range(0, training.rowCount())
                .filter(row -> !training.rows().isRare(row))
                .toArray());
  }

  @Test
  void aShadowFitThatFailsSkipsTheAttackAndSaysWhy() {
    assertThat(skipped((half, rows, context) -> tooFew(half)))
        .isEqualTo(new SkipReason.NotFitted("there are 60 rare rows, and it needs 100."));
    assertThat(skipped((half, rows, context) -> Synthetic.external(RareTables.draw(0, 1))))
        .isEqualTo(new SkipReason.Plain(SkipReason.Cause.NO_ROW_FROM_HALF));
    assertThatThrownBy(
            () ->
                skipped(
                    (half, rows, context) -> {
                      throw Problem.environment("The disk is full.");
                    }))
        .isInstanceOf(Problem.class);
  }

  private static Synthetic tooFew(Training half) {
    throw Problem.data("there are %d rare rows, and it needs 100.", half.rareCount());
  }

  private static SkipReason skipped(ShadowFit fit) {
    SampleSpace space = SampleSpace.of(REAL, List.of(FRESH));
    Sample real =
        space
            .sample(REAL)
            .besideShadows(
                new Shadows(RareTables.training(REAL), fit, Context.quiet(5))
                    .fitAll(space, ROWS, new int[0]));
    return ((MetricOutcome.Skipped)
            MembershipInference.ofRareRows().compute(real, space.sample(FRESH), Context.quiet(1)))
        .why();
  }

  private static Tested attacked(ShadowFit fit) {
    SampleSpace space = SampleSpace.of(REAL, List.of(FRESH));
    ShadowSet.Fitted shadows =
        (ShadowSet.Fitted)
            new Shadows(RareTables.training(REAL), fit, Context.quiet(5))
                .fitAll(space, ROWS, new int[0]);
    assertThat(shadows.shadows()).hasSize(8);
    for (int row = 0; row < ROWS; row++) {
      int member = row;
      assertThat(shadows.shadows().stream().filter(shadow -> shadow.members().get(member)))
          .hasSize(4);
    }
    Sample real = space.sample(REAL).besideShadows(shadows);
    Context own =
        Context.quiet(1).below("membership_inference").below("TRAINING").below("all-rows");
    Tested tested =
        (Tested) MembershipInference.ofRareRows().compute(real, space.sample(FRESH), own);
    MembershipInference.Attacked scores =
        Objects.requireNonNull(MembershipInference.attacked(real, Context.quiet(1)));
    assertThat(RocArea.of(scores.others(), scores.members())) // a chart shows the same attack
        .isCloseTo(tested.value(), within(1e-12));
    return tested;
  }

  private static Tested tested(Metric metric, Table synthetic) {
    SampleSpace space = SampleSpace.of(REAL, List.of(UNSEEN, synthetic));
    Sample real = space.sample(REAL).besideUnseen(space.sample(UNSEEN));
    return (Tested) metric.compute(real, space.sample(synthetic), Context.quiet(1));
  }

  private static double percentile(Tested tested) {
    double[] draws = tested.floor().stream().mapToDouble(Double::doubleValue).toArray();
    return new NoiseFloor(draws, Metric.Band.EMPIRICAL).percentile(tested.value());
  }
}
