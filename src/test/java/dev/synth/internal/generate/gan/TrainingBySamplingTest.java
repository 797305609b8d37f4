package dev.synth.internal.generate.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.gan.LevelConditions;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainingBySamplingTest {
  private static final int DRAWS = 20_000;

  /** Four standard errors of a share of ½: 4 · √(.25 / 20,000). */
  private static final double ERROR = .015;

  private static final EncodedLayout LAYOUT =
      new EncodedLayout(
          List.of(
              new Span.OneHot("colour", 0, 3),
              new Span.Scalar("amount", 3, Span.Scalar.ALWAYS),
              new Span.OneHot("constant", 4, 2)));

  /**
   * Seven rows of the first colour, one of the second, none of the third; amounts tell them apart.
   */
  private static final double[][] ROWS = new double[8][];

  static {
    for (int i = 0; i < 8; i++) {
      ROWS[i] = new double[] {i < 7 ? 1 : 0, i < 7 ? 0 : 1, 0, i == 3 ? 1 : i + 10, 1, 0};
    }
  }

  private final RandomStream stream = new Seeds(1).stream("draws");

  @Test
  void drawsRareCasesMoreOftenThanTheyOccur() {
    TrainingBySampling rows = new TrainingBySampling(LAYOUT, ROWS, true);
    int second = 0;
    for (int i = 0; i < DRAWS; i++) {
      int position = rows.drawCase(stream);
      assertThat(position).isIn(0, 1); // "constant" leaves no choice
      second += position;
    }
    // ln 2 against ln 8: 1 : 3, where the rows are 1 : 7.
    assertThat(second / (double) DRAWS).isCloseTo(.25, within(ERROR));
  }

  @Test
  void drawsRowsThatHaveTheCase() {
    TrainingBySampling rows = new TrainingBySampling(LAYOUT, ROWS, true);
    int first = 0;
    for (int i = 0; i < DRAWS; i++) {
      double[] row = rows.drawRow(0, stream);
      assertThat(row[0]).isEqualTo(1);
      first += row[3] == 10 ? 1 : 0;
    }
    assertThat(first / (double) DRAWS).isCloseTo(1 / 7.0, within(ERROR));
    assertThat(rows.drawRow(1, stream)).isSameAs(ROWS[7]);
  }

  @Test
  void asksForNothingWhereThereIsNoChoice() {
    for (TrainingBySampling rows :
        List.of(
            new TrainingBySampling(LAYOUT, ROWS, false),
            new TrainingBySampling(LAYOUT, new double[][] {ROWS[7]}, true))) {
      assertThat(rows.drawCase(stream)).isEqualTo(LevelConditions.NONE);
    }
    TrainingBySampling rows = new TrainingBySampling(LAYOUT, ROWS, false);
    int last = 0;
    for (int i = 0; i < DRAWS; i++) {
      last += rows.drawRow(LevelConditions.NONE, stream)[3] == 17 ? 1 : 0;
    }
    assertThat(last / (double) DRAWS).isCloseTo(1 / 8.0, within(ERROR));
  }

  @Test
  void countsCasesAndNotNumbersThatHappenToBeOne() {
    assertThat(new TrainingBySampling(LAYOUT, ROWS, true).counts())
        .containsExactly(7, 1, 0, 0, 8, 0);
  }

  @Test
  void aDrawerByCountDrawsAsOftenAsCasesOccur() {
    int[] counts = {7, 1, 0, 0, 8, 0};
    LevelSampler drawer = new LevelSampler(LAYOUT, counts, count -> count);
    int second = 0;
    for (int i = 0; i < DRAWS; i++) {
      second += drawer.draw(stream);
    }
    assertThat(second / (double) DRAWS).isCloseTo(1 / 8.0, within(ERROR));
  }
}
