package dev.synth.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.BlockRanks;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.Results;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Threshold;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.Pairing;
import dev.synth.internal.report.wording.VerdictSentence;
import dev.synth.internal.stats.Moments;
import dev.synth.split.RareRows;
import dev.synth.split.SplitOptions;
import dev.synth.split.TestBlocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Comparisons of splits by time: two windows, three refits each. */
final class ByTimeTest {
  private static final Protocol TIME =
      new Protocol("random-forest", SplitOptions.Method.TIME, "max-f1", 0.01);

  private static final int ROWS_A_DAY = 40;

  @Test
  void aClearGainIsAnUplift() {
    PrimaryContrast contrast = contrast(7, 2.5);
    PairedDifference estimate = contrast.estimate();
    assertThat(contrast.word()).isEqualTo("uplift");
    assertThat(estimate.blocks()).isEqualTo(new TimeBlocks(2, 3, 14, TestBlocks.Unit.DAY));
    assertThat(estimate.differences()).hasSize(6);
    assertThat(estimate.mean()).isCloseTo(Moments.mean(estimate.differences()), within(1e-12));
    assertThat(VerdictSentence.of(contrast))
        .contains("with random-forest over 14 test days in 2 windows, 3 refits each");
  }

  @Test
  void noGainIsUndecidedAndTellsHowManyDaysWouldDo() {
    PrimaryContrast contrast = contrast(7, 0);
    assertThat(contrast.word()).isEqualTo("undecided");
    Detectable detectable = Objects.requireNonNull(contrast.detectable());
    assertThat(detectable.blocksNeeded()).isGreaterThan(14);
    assertThat(detectable.repeatsNeeded()).isNull();
    assertThat(VerdictSentence.of(contrast))
        .contains("0.010 is not reachable by repeats; it needs about", "test days (here 14).");
  }

  @Test
  void fewDaysAreDescriptiveOnly() {
    PrimaryContrast contrast = contrast(3, 2.5);
    assertThat(contrast.word()).isEqualTo("undecided");
    assertThat(contrast.estimate().mean()).isPositive();
    assertThat(contrast.estimate().p()).isNull();
    assertThat(contrast.detectable()).isNull();
    assertThat(VerdictSentence.of(contrast))
        .endsWith("3 refits each; 6 test days are descriptive only, a verdict takes 8.");
  }

  @Test
  void aWindowWithFewRareRowsIsDescriptiveOnly() {
    List<RepeatResult> repeats = repeats(new int[] {12, 2}, 2.5);
    assertThat(VerdictSentence.of(only(repeats)))
        .contains("16 rare rows in a test window are descriptive only, a verdict takes 20");
  }

  @Test
  void otherFiguresGetNoInterval() throws IOException {
    List<RepeatResult> repeats = repeats(new int[] {7, 7}, 2.5);
    PairedDifference recall =
        new Pairing(TIME, new RepeatTable(repeats))
            .toReference(EvaluationMetric.RECALL, Results.VAE, "random-forest");
    assertThat(recall.mean()).isPositive();
    assertThat(recall.low()).isNull();
    assertThat(recall.note()).isEqualTo(new Untested.OtherMeasure());
    Comparison comparison = Comparer.compare(TIME, repeats);
    Comparison read = Json.mapper().readValue(Json.write(comparison), Comparison.class);
    assertThat(read.primary()).isEqualTo(comparison.primary());
  }

  /** {@code none} on 16 rare rows knows nothing, on all of them it sees clearly. */
  @Test
  void worthHasNoInterval() {
    RandomStream stream = new Seeds(2).stream("by time");
    List<RepeatResult> repeats = new ArrayList<>();
    Arm few = Arm.NONE.withRareRows(new RareRows.AtMost(16));
    Arm vae = Results.VAE.withRareRows(new RareRows.AtMost(16));
    for (int repeat = 1; repeat <= 3; repeat++) {
      double[] luck = luck(14, stream);
      repeats.add(
          new RepeatResult(
              repeat,
              Results.SIZES,
              List.of(),
              List.of(
                  evaluation(few, repeat, 1, scores(luck, 0, stream)),
                  evaluation(vae, repeat, 1, scores(luck, 1.5, stream)),
                  evaluation(Arm.NONE, repeat, 1, scores(luck, 3, stream)),
                  evaluation(Results.VAE, repeat, 1, scores(luck, 3, stream)))));
    }
    DoseResponse response = Objects.requireNonNull(Comparer.compare(TIME, repeats).doseResponse());
    RealRowEquivalent worth = response.realRowEquivalents().getFirst();
    assertThat(worth.realRowEquivalent()).isBetween(20.0, 200.0);
    assertThat(worth.low()).isNull();
    assertThat(worth.note()).isEqualTo(new Untested.NoIntervalByTime());
  }

  private static PrimaryContrast contrast(int days, double advantage) {
    return only(repeats(new int[] {days, days}, advantage));
  }

  private static PrimaryContrast only(List<RepeatResult> repeats) {
    return Comparer.compare(TIME, repeats).primary().getFirst();
  }

  /** Days have luck of their own in each arm; a fifth of their rows are rare. */
  private static List<RepeatResult> repeats(int[] daysOfWindow, double advantage) {
    RandomStream stream = new Seeds(1).stream("by time");
    List<RepeatResult> repeats = new ArrayList<>();
    for (int window = 1; window <= daysOfWindow.length; window++) {
      int days = daysOfWindow[window - 1];
      double[] none = luck(days, stream);
      double[] vae = luck(days, stream);
      for (int refit = 0; refit < 3; refit++) {
        int repeat = repeats.size() + 1;
        repeats.add(
            new RepeatResult(
                repeat,
                Results.SIZES,
                List.of(),
                List.of(
                    evaluation(Arm.NONE, repeat, window, scores(none, 0, stream)),
                    evaluation(Results.VAE, repeat, window, scores(vae, advantage, stream)))));
      }
    }
    return repeats;
  }

  private static double[] luck(int days, RandomStream stream) {
    return IntStream.range(0, days).mapToDouble(day -> stream.nextGaussian()).toArray();
  }

  private static double[] scores(double[] luck, double advantage, RandomStream stream) {
    return IntStream.range(0, luck.length * ROWS_A_DAY)
        .mapToDouble(
            row -> {
              double signal = row % 5 == 0 ? 1 + advantage + luck[row / ROWS_A_DAY] : 0;
              return 1 / (1 + StrictMath.exp(-signal - stream.nextGaussian()));
            })
        .toArray();
  }

  private static Evaluation evaluation(Arm arm, int repeat, int window, double[] scores) {
    BitSet rare = new BitSet();
    IntStream.range(0, scores.length).filter(row -> row % 5 == 0).forEach(rare::set);
    int[] blockOf = IntStream.range(0, scores.length).map(row -> row / ROWS_A_DAY).toArray();
    return Results.scored(arm, "random-forest", new Threshold(0.5, "fixed 0.5", null))
        .measuredOn(repeat, new ScoredRows(scores, rare))
        .with(
            new BlockRanks(window, TestBlocks.Unit.DAY, BlockRanks.steps(blockOf, rare, scores)),
            Map.of());
  }
}
