package dev.synth.internal.generate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class TrainingChecksTest {
  private static final EncodedLayout LAYOUT =
      new EncodedLayout(
          List.of(
              new Span.OneHot("colour", 0, 2),
              new Span.Scalar("amount", 2, Span.Scalar.ALWAYS),
              new Span.Scalar("age", 3, Span.Scalar.ALWAYS)));

  @Test
  void isSilentAboutRowsLikeTheRealOnes() {
    assertThat(TrainingChecks.collapse(LAYOUT, rows(1, 60, 1, 1), rows(2, 200, 1, 1))).isEmpty();
    assertThat(TrainingChecks.memorisation(rows(1, 60, 1, 1), rows(2, 20, 1, 1), rows(3, 99, 1, 1)))
        .isEmpty();
  }

  @Test
  void namesTheColumnsThatHardlyVary() {
    assertThat(TrainingChecks.collapse(LAYOUT, rows(1, 60, 1, 1), rows(2, 200, 1, 0.1)))
        .containsExactly(new TrainingWarning.FlatColumns(List.of("age")));
    // Columns that do not vary among the real rows either are no news.
    assertThat(TrainingChecks.collapse(LAYOUT, rows(1, 60, 1, 0), rows(2, 200, 1, 0))).isEmpty();
  }

  @Test
  void saysThatAModelHasCollapsed() {
    double[][] drawn = new double[200][];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = new double[] {1, 0, 0.5, 0.5};
    }
    assertThat(TrainingChecks.collapse(LAYOUT, rows(1, 60, 1, 1), drawn))
        .singleElement(InstanceOfAssertFactories.type(TrainingWarning.Collapse.class))
        .satisfies(collapse -> assertThat(collapse.varianceShare()).isCloseTo(0, within(1e-12)));
    assertThat(TrainingChecks.collapse(LAYOUT, rows(1, 7, 1, 1), drawn)).isEmpty(); // too few rows
  }

  @Test
  void saysThatRowsWereMemorised() {
    double[][] learned = rows(1, 60, 1, 1);
    List<TrainingWarning> warnings =
        TrainingChecks.memorisation(learned, rows(2, 20, 1, 1), learned);
    assertThat(warnings).containsExactly(new TrainingWarning.Memorisation(1));
  }

  @Test
  void countsHowOftenADrawIsNearer() {
    double[][] learned = {{0}, {10}};
    double[][] heldBack = {{1}, {13}}; // squared distances 1 and 9
    double[][] drawn = {{0.5}, {11}, {14}}; // 0.25, 1 and 16: nearer 2, tied 1 and nearer 1, 0 of 2
    assertThat(TrainingChecks.nearerThanReal(learned, heldBack, drawn))
        .isCloseTo((2 + 1.5 + 0) / 6, within(1e-15));
  }

  private static double[][] rows(int seed, int count, double amount, double age) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      int colour = stream.nextInt(2);
      rows[i] =
          new double[] {
            colour, 1 - colour, amount * stream.nextGaussian(), age * stream.nextGaussian()
          };
    }
    return rows;
  }
}
