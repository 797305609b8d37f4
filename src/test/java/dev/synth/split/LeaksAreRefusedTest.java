package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.ExitCode;
import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.table.Cells;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leaks that Java's types cannot tell from right use: refused, or undone by the split. */
class LeaksAreRefusedTest {
  private static final int ROWS = 400;

  @Test
  void theLabelAmongTheFeatures() {
    Table features = Tables.of(3).number("amount", r -> r).number("fraud", r -> r).table();
    assertThatThrownBy(
            () -> new LabelledTable(features, new BitSet(), new Label("fraud", "1", "0", 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the label 'fraud' is among the features");
  }

  @Test
  void theLabelAmongTheExcludedColumnsWhereItWouldBeTakenForOne() {
    assertThatThrownBy(
            () ->
                new DataOptions(
                    "x.csv",
                    "fraud",
                    List.of("1"),
                    List.of("fraud"),
                    null,
                    null,
                    Map.of(),
                    List.of(),
                    false))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("must not contain the label column");
  }

  @Test
  void anAugmentedTableOfOtherColumns() {
    Training training = split(SplitOptions.Method.RANDOM, null, null).training();
    Synthetic others = new Synthetic(Tables.of(2).number("other", r -> r).table());
    assertThatThrownBy(() -> training.plus(others))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different columns");
  }

  @ParameterizedTest
  @EnumSource(names = {"TIME", "GROUP"})
  void aSplitWithoutTheColumnThatKeepsItHonest(SplitOptions.Method method) {
    String setting = method == SplitOptions.Method.TIME ? "time" : "group";
    assertThatThrownBy(() -> split(method, null, null))
        .isInstanceOf(Problem.class)
        .hasMessage("split.method: %s needs data.%s", setting, setting)
        .extracting(problem -> ((Problem) problem).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aRowThatIsPlantedTwiceStaysOnOneSide() {
    Split split = split(SplitOptions.Method.RANDOM, null, null);
    Set<Double> training = numbers(split.training().rows().features(), "amount");
    Set<Double> heldOut = heldOut(split, "amount");
    assertThat(split.counts().duplicateRows()).isEqualTo(ROWS / 4);
    assertThat(training).isNotEmpty().doesNotContainAnyElementsOf(heldOut);
  }

  @Test
  void aCardThatIsSeenInTrainingIsNotTestedOn() {
    Split split = split(SplitOptions.Method.GROUP, null, "card");
    Set<Double> training = numbers(split.training().rows().features(), "card");
    assertThat(training).isNotEmpty().doesNotContainAnyElementsOf(heldOut(split, "card"));
  }

  @Test
  void noTrainingRowIsLaterThanARowThatItIsMeasuredOn() {
    Split split = split(SplitOptions.Method.TIME, "time", null);
    double latest =
        numbers(split.training().rows().features(), "time").stream()
            .max(Double::compare)
            .orElseThrow();
    assertThat(heldOut(split, "time")).isNotEmpty().allMatch(time -> time > latest);
  }

  /** Rows in no order of time, three quarters of them distinct, forty cards. */
  private static Split split(
      SplitOptions.Method method, @Nullable String time, @Nullable String group) {
    LabelledTable rows =
        Tables.of(ROWS)
            .number("amount", r -> original(r) * 1.5)
            .number("time", r -> original(r) * 7919 % 1009)
            .number("card", r -> original(r) % 40)
            .rare(r -> r % 4 == 0);
    SplitOptions options = new SplitOptions(method, 0.2, 0.2, Duration.ZERO, 1);
    return Splitter.split(rows, options, time, group, new Seeds(3));
  }

  /** The last quarter of the rows repeats the first. */
  private static int original(int row) {
    return row % (ROWS * 3 / 4);
  }

  private static Set<Double> heldOut(Split split, String column) {
    Set<Double> both = numbers(HeldOut.validationRows(split.validation()).features(), column);
    both.addAll(numbers(HeldOut.testFeatures(split.test()), column));
    return both;
  }

  private static Set<Double> numbers(Table table, String column) {
    Set<Double> values = new HashSet<>();
    IntStream.range(0, table.rowCount()).forEach(row -> values.add(number(table, column, row)));
    return values;
  }

  private static double number(Table table, String column, int row) {
    return ((Cells.Numbers) table.cells(column)).value(row);
  }
}
