package dev.synth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.internal.stats.Circle;
import dev.synth.internal.table.Months;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The times of day, months and offsets that every kind of generator makes. */
public final class ClockTest {
  private static final double HOUR = 3_600e6;
  private static final Circle DAY = new Circle(24);

  /** Rare rows are of 22:00 to 2:00, and the others of the whole day. */
  private static final Training TRAINING = training();

  /** The generator of each kind from seed 1: a fit is the longest part of a test. */
  private static final Map<GeneratorOptions, Generator> FITTED = new HashMap<>();

  @TempDir private Path folder;

  public static Stream<GeneratorOptions> kinds() {
    return GeneratorContractTest.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void drawsAroundMidnightStayAroundMidnight(GeneratorOptions kind) throws IOException {
    Generator generator = fitted(kind);
    Table drawn = generator.sample(1_000, Context.quiet(1));

    double[] hours = hours(drawn);
    // Half of the rare rows lie on either side of midnight: the mean direction is midnight, with a
    // standard error of 1.2 h / √80; generators add their own error.
    assertThat(DAY.way(0, DAY.mean(hours))).isCloseTo(0, within(0.75));
    long atNoon =
        Stream.of(hours)
            .flatMapToDouble(Arrays::stream)
            .filter(hour -> Math.abs(DAY.way(0, hour)) > 6)
            .count();
    // A generator of both classes may take some from the others, but not many.
    assertThat(atNoon).isLessThan(100);
    for (double hour : hours) {
      assertThat(hour).isGreaterThanOrEqualTo(0).isLessThan(24);
    }
    generator.save(folder);
    Generator again = Generators.load(folder);
    assertThat(hours(again.sample(50, Context.quiet(1))))
        .isEqualTo(hours(generator.sample(50, Context.quiet(1))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void drawnMonthsAreMonths(GeneratorOptions kind) {
    Generator generator = fitted(kind);
    Table drawn = generator.sample(300, Context.quiet(2));
    Cells.Instants months = (Cells.Instants) drawn.cells("month");
    for (int row = 0; row < drawn.rowCount(); row++) {
      assertThat(dev.synth.internal.table.Months.isFirst(months.value(row))).isTrue();
    }
  }

  private static Generator fitted(GeneratorOptions kind) {
    return FITTED.computeIfAbsent(
        kind, missing -> Generators.trainer(missing).fit(TRAINING, Context.quiet(1)));
  }

  private static double[] hours(Table table) {
    Cells.Instants times = (Cells.Instants) table.cells("clock");
    double[] hours = new double[times.size()];
    for (int row = 0; row < hours.length; row++) {
      hours[row] = times.value(row) / HOUR;
    }
    return hours;
  }

  private static Training training() {
    RandomStream stream = new Seeds(3).stream("clock");
    int rare = 80;
    int rows = 300;
    long[] clock = new long[rows];
    long[] month = new long[rows];
    double[] amount = new double[rows];
    List<@Nullable String> zone = new ArrayList<>();
    BitSet isRare = new BitSet();
    for (int row = 0; row < rows; row++) {
      isRare.set(row, row < rare);
      double hour =
          row < rare ? DAY.wrapped(4 * stream.nextDouble() - 2) : 24 * stream.nextDouble();
      long minute = (long) (hour * 60);
      clock[row] = minute * 60_000_000;
      month[row] = Months.first(600 + stream.nextInt(40));
      amount[row] = Math.rint(100 * Math.exp(stream.nextGaussian())) / 100;
      zone.add(stream.nextInt(2) == 0 ? "+05:30" : "-05:00");
    }
    BitSet none = new BitSet();
    Schema schema =
        new Schema(
            List.of(
                new Column("clock", new ColumnType.TimeOfDay()),
                new Column("month", new ColumnType.Timestamp(true)),
                new Column("amount", ColumnType.Numeric.UNBOUNDED),
                new Column("zone", new ColumnType.Categorical())));
    Table table =
        new Table(
            schema,
            List.of(
                new Cells.Instants(clock, none),
                new Cells.Instants(month, none),
                new Cells.Numbers(amount, none),
                Cells.Levels.of(zone)));
    return Training.whole(new LabelledTable(table, isRare, new Label("y", "1", "0", 4)));
  }
}
