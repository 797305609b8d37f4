package dev.synth.internal.generate.smote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.generate.Generator;
import dev.synth.generate.SmoteNcOptions;
import dev.synth.generate.SmoteOptions;
import dev.synth.generate.TrainingNote;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.generate.mixed.NeighbourSearch;
import dev.synth.internal.generate.mixed.RowDistance;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SmoteTest {
  private static final double NAN = Double.NaN;

  /** The irrational factor keeps the columns' values from being rounded to few decimals. */
  private static final double FINE = Math.sqrt(2);

  /**
   * The nearest other rows of (0, 0), (1, 0), (0, 2) and (10, 10) are rows 1, 0, 0 and 2: squared
   * distances 1, 1, 4 and 164 (to the others 4, 5, 5 and 181, 200).
   */
  @Test
  void drawsOnTheWayToTheNearestRow() {
    double[][] rows = {{0, 0}, {FINE, 0}, {0, 2 * FINE}, {10 * FINE, 10 * FINE}};
    int[] nearest = {1, 0, 0, 2};
    Table drawn = draw(new SmoteOptions(1, false), Rows.numbers(rows), 4000);
    int[] counts = new int[3];
    double partSum = 0;
    for (int row = 0; row < 4000; row++) {
      double[] point = {Rows.number(drawn, row, 0), Rows.number(drawn, row, 1)};
      if (point[1] == 0) {
        counts[0]++; // between rows 0 and 1, either way
      } else if (point[0] == 0 && point[1] <= 2 * FINE) {
        counts[1]++; // from row 2 to row 0
      } else {
        counts[2]++; // from row 3 to row 2
        double part = 1 - point[0] / rows[3][0];
        partSum += part;
        double height = rows[3][1] + part * (rows[nearest[3]][1] - rows[3][1]);
        assertThat(point[1]).isCloseTo(height, within(1e-12));
      }
    }
    // Each base row has a quarter of 4,000 draws: a standard error of 27, and five of them.
    assertThat(counts[0]).isCloseTo(2000, within(160));
    assertThat(counts[1]).isCloseTo(1000, within(140));
    // A uniform part's mean of 1,000 draws has a standard error of .0092.
    assertThat(partSum / counts[2]).isCloseTo(.5, within(.046));
  }

  @Test
  void drawsOnASegmentBetweenARowAndOneOfItsNeighbours() {
    RandomStream stream = new Seeds(4).stream("rows");
    double[][] rows = new double[40][5];
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = stream.nextGaussian() * Math.pow(10, i - 2);
      }
    }
    for (boolean standardise : new boolean[] {false, true}) {
      Table table = Rows.numbers(rows);
      MixedRows mixed = MixedRows.of(table);
      int[][] neighbours =
          new NeighbourSearch(mixed, RowDistance.fit(mixed, standardise))
              .ofEach(5, Context.quiet(1).cancellation());
      Set<List<Integer>> segments = new HashSet<>();
      MixedRows drawn = MixedRows.of(draw(new SmoteOptions(5, standardise), table, 3000));
      for (int row = 0; row < drawn.count(); row++) {
        segments.add(segment(drawn.numbers(row), rows, neighbours));
      }
      // Most of the 200 directed segments are drawn on (each is missed with e^-15).
      assertThat(segments.size()).isGreaterThan(100);
    }
  }

  /** Returns the one segment that a point lies on. */
  private static List<Integer> segment(double[] point, double[][] rows, int[][] neighbours) {
    for (int base = 0; base < rows.length; base++) {
      for (int other : neighbours[base]) {
        if (isBetween(point, rows[base], rows[other])) {
          return List.of(base, other);
        }
      }
    }
    throw new AssertionError("a point on no segment");
  }

  private static boolean isBetween(double[] point, double[] from, double[] to) {
    double part = (point[0] - from[0]) / (to[0] - from[0]);
    for (int i = 0; i < point.length; i++) {
      double expected = from[i] + part * (to[i] - from[i]);
      if (Math.abs(point[i] - expected) > 1e-9 * Math.abs(to[i] - from[i])) {
        return false;
      }
    }
    return part >= 0 && part <= 1;
  }

  @Test
  void repeatsALonelyRow() {
    Generator smote = fit(new SmoteOptions(5, false), Rows.numbers(new double[] {3, 4}));
    Table drawn = smote.sample(3, Context.quiet(1));
    for (int row = 0; row < 3; row++) {
      assertThat(Rows.number(drawn, row, 0)).isEqualTo(3);
      assertThat(Rows.number(drawn, row, 1)).isEqualTo(4);
    }
    assertThat(smote.trainingLog().notes()).containsExactly(new TrainingNote.FewNeighbours(1, 5));
  }

  @Test
  void takesWhatIsMissingFromTheBaseRow() {
    Table table = Rows.numbers(new double[][] {{0, NAN}, {1, 5}, {2, NAN}, {3, 7}});
    Table drawn = draw(new SmoteOptions(3, false), table, 2000);
    int missing = drawn.cells(1).missingCount();
    assertThat(missing).isCloseTo(1000, within(112)); // a share of 1/2: 5 standard errors
    for (int row = 0; row < 2000; row++) {
      if (!drawn.cells(1).isMissing(row)) {
        assertThat(Rows.number(drawn, row, 1)).isBetween(5.0, 7.0);
      }
    }
  }

  @Test
  void roundsAsTheColumnIsRounded() {
    // All training rows count: the rare rows alone would be whole numbers.
    Table table = Rows.numbers(new double[][] {{0, 0}, {10, 10}, {4, 2.5}});
    Table drawn =
        new SmoteTrainer(SmoteSettings.of(new SmoteOptions(1, false)))
            .fit(Rows.training(table, 2), Context.quiet(1))
            .sample(200, Context.quiet(1));
    Set<Double> tenths = new HashSet<>();
    for (int row = 0; row < 200; row++) {
      assertThat(Rows.number(drawn, row, 0)).isEqualTo(Math.rint(Rows.number(drawn, row, 0)));
      tenths.add(Rows.number(drawn, row, 1) % 1);
      assertThat(Rows.number(drawn, row, 1) * 10)
          .isEqualTo(Math.rint(Rows.number(drawn, row, 1) * 10));
    }
    assertThat(tenths).hasSizeGreaterThan(5);
  }

  @Test
  void keepsTimesToTheirUnit() {
    long minute = 60_000_000L;
    Table table =
        new Table(
            new Schema(List.of(new Column("t", new ColumnType.Timestamp(false)))),
            List.of(
                new Cells.Instants(new long[] {minute, 101 * minute, 50 * minute}, new BitSet())));
    Cells.Instants drawn = (Cells.Instants) draw(new SmoteOptions(2, false), table, 300).cells("t");
    Set<Long> times = new HashSet<>();
    for (int row = 0; row < 300; row++) {
      assertThat(drawn.value(row)).isBetween(minute, 101 * minute);
      assertThat(drawn.value(row) % minute).isZero();
      times.add(drawn.value(row));
    }
    assertThat(times.size()).isGreaterThan(60);
  }

  /**
   * Two numbers with the variances 8/3 and 0 have the median deviation ½·√(8/3), squared 2/3: row 0
   * is nearer to row 2 (16) than to row 1 (4 + 21 · 2/3 = 18).
   */
  @Test
  void letsCategoriesDecideWhoIsNear() {
    String other = "BBBBBBBBBBBBBBBBBBBBB";
    String own = "AAAAAAAAAAAAAAAAAAAAA";
    Table table =
        Rows.sideBySide(
            Rows.numbers(new double[] {0, 1}, new double[] {2, 1}, new double[] {4, 1}),
            Rows.letters(own, other, own));
    MixedRows rows = MixedRows.of(table);
    RowDistance distance = RowDistance.fit(rows, false);
    assertThat(distance.category()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(new NeighbourSearch(rows, distance).nearest(rows, 0, 0, 1)).containsExactly(2);
    Table drawn = draw(new SmoteNcOptions(1, false), table, 100);
    assertThat(Rows.letters(drawn, 0)).isIn(own, other);
  }

  @Test
  void inventsNoPairOfCategories() {
    RandomStream stream = new Seeds(5).stream("rows");
    String[] letters = new String[60];
    double[][] numbers = new double[60][2];
    for (int row = 0; row < letters.length; row++) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < 4; column++) {
        text.append((char) ('A' + stream.nextInt(8)));
      }
      letters[row] = text.toString();
      numbers[row] = new double[] {stream.nextGaussian(), stream.nextGaussian()};
    }
    Table table = Rows.sideBySide(Rows.numbers(numbers), Rows.letters(letters));
    Table drawn = draw(new SmoteNcOptions(5, false), table, 2000);
    Set<String> known = new HashSet<>();
    Set<String> rows = Set.of(letters);
    List.of(letters).forEach(row -> known.addAll(pairs(row)));
    int newRows = 0;
    for (int row = 0; row < 2000; row++) {
      assertThat(known).containsAll(pairs(Rows.letters(drawn, row)));
      newRows += rows.contains(Rows.letters(drawn, row)) ? 0 : 1;
    }
    assertThat(known.size()).isLessThan(6 * 64); // there are pairs to invent
    assertThat(newRows).isPositive(); // and yet rows are not only copied
  }

  private static List<String> pairs(String row) {
    List<String> pairs = new ArrayList<>();
    for (int a = 0; a < row.length(); a++) {
      for (int b = a + 1; b < row.length(); b++) {
        pairs.add("%d%c %d%c".formatted(a, row.charAt(a), b, row.charAt(b)));
      }
    }
    return pairs;
  }

  @Test
  void saysThatATableWithCategoriesIsDrawnAsSmoteNcDrawsIt() {
    Table table =
        Rows.sideBySide(
            Rows.numbers(new double[][] {{1}, {2}, {3}, {4}, {5}, {6}, {9}}),
            Rows.letters("AX", "AX", "BX", "BX", "AY", "AY", "BY"));
    Generator smote = fit(new SmoteOptions(5, false), table);
    assertThat(smote.trainingLog().notes())
        .containsExactly(new TrainingNote.DrawnAsSmoteNc("smote", List.of("c0", "c1")));
    Generator smoteNc = fit(new SmoteNcOptions(5, false), table);
    assertThat(smoteNc.trainingLog().notes()).isEmpty();
    Table drawn = smote.sample(50, Context.quiet(3));
    Table drawnNc = smoteNc.sample(50, Context.quiet(3));
    for (int row = 0; row < 50; row++) {
      assertThat(Rows.letters(drawn, row)).isEqualTo(Rows.letters(drawnNc, row));
      assertThat(Rows.number(drawn, row, 0)).isEqualTo(Rows.number(drawnNc, row, 0));
    }
  }

  private static Table draw(SmoteOptions options, Table rare, int rows) {
    return fit(options, rare).sample(rows, Context.quiet(2));
  }

  private static Table draw(SmoteNcOptions options, Table rare, int rows) {
    return fit(options, rare).sample(rows, Context.quiet(2));
  }

  private static Generator fit(SmoteOptions options, Table rare) {
    return new SmoteTrainer(SmoteSettings.of(options))
        .fit(Rows.training(rare, rare.rowCount()), Context.quiet(1));
  }

  private static Generator fit(SmoteNcOptions options, Table rare) {
    return new SmoteTrainer(SmoteSettings.of(options))
        .fit(Rows.training(rare, rare.rowCount()), Context.quiet(1));
  }
}
