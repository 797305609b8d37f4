package dev.synth.split;

import dev.synth.base.Seeds;
import dev.synth.split.SplitOptions.Method;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Splits of tables, and their parts. */
final class SplitParts {
  static final SplitOptions RANDOM = options(Method.RANDOM, Duration.ZERO);

  static final SplitOptions GROUP = options(Method.GROUP, Duration.ZERO);

  static final SplitOptions TIME = options(Method.TIME, Duration.ZERO);

  private SplitParts() {}

  static SplitOptions options(Method method, Duration gap) {
    return new SplitOptions(method, 0.2, 0.2, gap, 1);
  }

  static Split split(LabelledTable rows, SplitOptions options, long seed) {
    return Splitter.split(rows, options, null, null, new Seeds(seed));
  }

  /** The three parts: training, validation, test. */
  static List<LabelledTable> parts(Split split) {
    return List.of(
        split.training().rows(),
        HeldOut.validationRows(split.validation()),
        HeldOut.openTest(split.test(), new OpeningLog(), "a test of the split"));
  }

  static double[] numbers(LabelledTable part, String column) {
    Cells.Numbers cells = (Cells.Numbers) part.features().cells(column);
    return IntStream.range(0, part.rowCount()).mapToDouble(cells::value).toArray();
  }

  static double[] allNumbers(Split split, String column) {
    return parts(split).stream()
        .flatMapToDouble(part -> Arrays.stream(numbers(part, column)))
        .toArray();
  }

  static LabelledTable distinctRows(int rows, int rare) {
    return Tables.of(rows).number("n", row -> row).rare(row -> row < rare);
  }
}
