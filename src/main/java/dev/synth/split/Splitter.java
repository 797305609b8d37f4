package dev.synth.split;

import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.table.selection.PartColumn;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a data set into rows to learn from, rows to choose by and rows to measure on.
 *
 * <p>Rows with equal modelled features, the label left aside, stay on one side of a random split,
 * as do the rows of a group. A time split drops the later copies. Where all columns have few
 * values, equal rows are the nature of the data, and are left where they fall.
 */
public final class Splitter {
  /** Fewer rare rows in one of several test parts say nothing of it. */
  static final int FEWEST_RARE_AT_AN_ORIGIN = 20;

  private static final int SIDES = 3;

  private final LabelledTable rows;
  private final SplitOptions options;
  private final Table features;
  private final EqualRows equal;
  private final boolean leaveEqual;

  private Splitter(LabelledTable rows, SplitOptions options) {
    this.rows = rows;
    this.options = options;
    this.features = modelled(rows);
    this.equal = EqualRows.of(features);
    this.leaveEqual = EqualRows.areTheNatureOf(features);
  }

  /**
   * Splits rows; the parts hold the modelled columns alone. A random split keeps the table's order
   * of rows, a time split puts them in the order of time.
   *
   * @param rows all rows, with identifiers
   * @param timeColumn the timestamp or number that orders the rows, or null; a time split needs it
   * @param groupColumn the column whose equal values stay on one side of a random split, or null.
   *     Time splits let a group recur, as it does in use, and make it a block of test rows. Splits
   *     by a column that part a group are refused
   * @param seeds the numbers of this repeat
   * @throws Problem if a column that the method needs is not there, or if a part has too few rows
   *     of a class. That is fewer than 8 rare ones to learn from, or fewer than 4 for validation or
   *     test
   */
  public static Split split(
      LabelledTable rows,
      SplitOptions options,
      @Nullable String timeColumn,
      @Nullable String groupColumn,
      Seeds seeds) {
    Splitter splitter = new Splitter(rows, options);
    return switch (options.method()) {
      case TIME -> splitter.byTime(timeColumn, groupColumn, options.origins());
      case GROUP -> splitter.atRandom(splitter.sides(seeds), required(rows, "group", groupColumn));
      case RANDOM ->
          splitter.atRandom(
              splitter.sides(seeds),
              groupColumn == null ? null : required(rows, "group", groupColumn));
      case COLUMN -> splitter.byColumn(groupColumn);
    };
  }

  /**
   * Splits rows at random so that given numbers of them serve to learn and to choose, and all
   * others to measure on. This is how an experiment with few rare rows uses a table with many.
   *
   * @param rows all rows, with identifiers
   * @param learning how many rows are learned from and chosen by
   * @param seeds the numbers of this repeat
   * @throws Problem if a part has too few rows of a class, as {@link #split(LabelledTable,
   *     SplitOptions, String, String, Seeds)}
   */
  public static Split split(LabelledTable rows, LearningRows learning, Seeds seeds) {
    return new Splitter(rows, SplitOptions.defaults())
        .atRandom(learning.sides(rows, seeds.stream("split")), null);
  }

  /**
   * Splits rows by time at one of several origins: no row is tested twice, and what one origin
   * tests, later ones learn from.
   *
   * @param rows all rows, with identifiers
   * @param options of method {@code time}
   * @param timeColumn the timestamp or number that orders the rows; null is the user's mistake
   * @param groupColumn the column whose equal values are one block of test rows, or null
   * @param origin the origin, from 1 to {@code options.origins()}, the earliest first
   * @throws Problem as {@link #split}; with several origins, also if a test part has fewer than
   *     {@value #FEWEST_RARE_AT_AN_ORIGIN} rare rows
   */
  public static Split splitAt(
      LabelledTable rows,
      SplitOptions options,
      @Nullable String timeColumn,
      @Nullable String groupColumn,
      int origin) {
    if (options.method() != SplitOptions.Method.TIME || origin < 1 || origin > options.origins()) {
      throw new IllegalArgumentException(PlainText.of("origin %d of %s", origin, options));
    }
    Split split = new Splitter(rows, options).byTime(timeColumn, groupColumn, origin);
    int rare = split.test().rareCount();
    if (options.origins() > 1 && rare < FEWEST_RARE_AT_AN_ORIGIN) {
      throw Problem.data(
          "the test rows of origin %d of %d have %d rare rows; at least %d are needed: choose fewer"
              + " split.origins or a larger split.test",
          origin, options.origins(), rare, FEWEST_RARE_AT_AN_ORIGIN);
    }
    return split;
  }

  /**
   * Rows before the test rows of a time split, cut forward in time.
   *
   * @param all the rows, training and validation rows and what stands between them
   * @param folds each learns from the rows before its own, and before the split's gap
   * @param test the test rows
   */
  public record Forward(Training all, List<Folds.Fold> folds, HeldOut<HeldOut.Test> test) {
    public Forward {
      folds = List.copyOf(folds);
    }
  }

  /**
   * Cuts off the rows that a time split tests last, and cuts the others into folds. The first half
   * is only learned from, and each fold is scored by what came before it. Where the rows are a
   * sample, shares of them are by what they stand for.
   *
   * @param rows all rows, with identifiers
   * @param options of method {@code time}
   * @param timeColumn the timestamp or number that orders the rows
   * @param count how many folds at most; a fold that has fewer than {@value Folds#FEWEST_RARE} rare
   *     rows before it is left out
   * @throws Problem (data) if that leaves no fold with rows of both classes
   */
  public static Forward forward(
      LabelledTable rows, SplitOptions options, @Nullable String timeColumn, int count) {
    Splitter splitter = new Splitter(rows, options);
    List<EqualRows> copies = splitter.leaveEqual ? List.of() : List.of(splitter.equal);
    String ordering = required(rows, "time", timeColumn);
    TimeCut time = TimeCut.of(rows.features(), ordering, copies).weighted(rows.facts().weights());
    RowTimes times = time.times(options.gap());
    double share = time.shareBeforeTest(options);
    int end = time.gapBefore(time.cutAt(share), options.gap());
    LabelledTable modelled = rows.modelled();
    List<Folds.Fold> folds = new ArrayList<>();
    boolean anyRare = false;
    for (int fold = 0; fold < count; fold++) {
      int from = Math.min(end, time.cutAt(share / 2 * (1 + (double) fold / count)));
      int to =
          fold == count - 1
              ? end
              : Math.min(end, time.cutAt(share / 2 * (1 + (fold + 1.0) / count)));
      Training before = ofRows(modelled, times, time.rows(0, time.gapBefore(from, options.gap())));
      if (from < to && before.rareCount() >= Folds.FEWEST_RARE) {
        folds.add(new Folds.Fold(before, modelled.rows(time.rows(from, to))));
        anyRare |= folds.getLast().heldBack().rareCount() > 0;
      }
    }
    if (!anyRare) {
      throw Problem.data(
          "the rows before the test rows have too few rare ones to choose a threshold forward in"
              + " time: %d in all; at least %d in their first half and one after it are needed",
          modelled.rows(time.rows(0, end)).rareCount(), Folds.FEWEST_RARE);
    }
    int[] test = time.rows(time.cutAt(share), time.size());
    return new Forward(
        ofRows(modelled, times, time.rows(0, end)),
        folds,
        new HeldOut<>(modelled.rows(test), test));
  }

  private static Training ofRows(LabelledTable modelled, RowTimes times, int[] chosen) {
    return new Training(modelled.rows(chosen), chosen, times.of(chosen));
  }

  /**
   * Returns the features that are modelled.
   *
   * @throws Problem (data) if there are none
   */
  static Table modelled(LabelledTable rows) {
    Schema modelled = rows.features().schema().modelled();
    if (modelled.columns().isEmpty()) {
      throw Problem.data("no column is left to learn from: all are excluded or identifiers");
    }
    return rows.features().select(modelled);
  }

  /**
   * Returns the name of a column that a setting needs.
   *
   * @throws Problem (usage) if the setting is left out, or the column is not there
   */
  static String required(LabelledTable rows, String setting, @Nullable String column) {
    if (column == null) {
      throw Problem.usage("split.method: %s needs data.%s", setting, setting);
    }
    if (rows.features().schema().find(column).isEmpty()) {
      String hint = Spelling.hint(column, rows.features().schema().names());
      throw Problem.usage("data.%s: there is no column '%s'%s", setting, column, hint);
    }
    return column;
  }

  private StratifiedSides sides(Seeds seeds) {
    double training = 1 - options.validation() - options.test();
    double[] shares = {training, options.validation(), options.test()};
    return new StratifiedSides(rows, shares, seeds.stream("split"));
  }

  private Split atRandom(StratifiedSides stratified, @Nullable String groupColumn) {
    Cells groups = groupColumn == null ? null : rows.features().cells(groupColumn);
    Components components = Components.together(features, equal, groups);
    int[] sides = stratified.choose(rows, components);
    int[][] parts = new int[SIDES][];
    for (int side = 0; side < SIDES; side++) {
      int wanted = side;
      parts[side] = IntStream.range(0, sides.length).filter(r -> sides[r] == wanted).toArray();
    }
    int[] blocks = components.all();
    TooFewRare reason = new TooFewRare(rows, equal);
    return split(
        parts,
        blocks,
        null,
        new SplitCounts(equal.copies(), leaveEqual, 0, 0, 0),
        () -> reason.inBlocks(blocks, groupColumn));
  }

  /** A row that equals one of a later part is left out, and test rows never are. */
  private Split byColumn(@Nullable String groupColumn) {
    String name = Objects.requireNonNull(options.column());
    int[] sides = PartColumn.sides(rows.features(), name);
    Cells groups =
        groupColumn == null ? null : rows.features().cells(required(rows, "group", groupColumn));
    if (groups != null) {
      requireWhole(groups, sides);
    }
    int[] last = new int[sides.length]; // of each row's equals, by the first of them
    for (int row = 0; row < sides.length && !leaveEqual; row++) {
      last[equal.first(row)] = Math.max(last[equal.first(row)], sides[row]);
    }
    int[][] parts = new int[SIDES][];
    for (int side = 0; side < SIDES; side++) {
      int wanted = side;
      parts[side] =
          IntStream.range(0, sides.length)
              .filter(row -> sides[row] == wanted)
              .filter(row -> leaveEqual || last[equal.first(row)] == wanted)
              .toArray();
    }
    int kept = parts[0].length + parts[1].length + parts[2].length;
    int[] blocks = Components.together(features, equal, groups).all();
    Split split =
        split(
            parts,
            blocks,
            null,
            new SplitCounts(equal.copies(), leaveEqual, 0, 0, 0, sides.length - kept),
            () -> "");
    TestBlocks tested =
        groups == null
            ? TestBlocks.ofLots(
                blocksOf(parts[2], blocks), contentsOf(parts[2]), split.test().rareCount())
            : TestBlocks.ofGroups(1, groups, parts[2]);
    return new Split(split.training(), split.validation(), split.test(), split.counts(), tested);
  }

  private long[] contentsOf(int[] part) {
    return Arrays.stream(part)
        .mapToLong(row -> EqualRows.mixed(equal.content(row), rows.rareRows().get(row) ? 1 : 0))
        .toArray();
  }

  private static void requireWhole(Cells groups, int[] sides) {
    Components components = new Components(sides.length);
    components.joinGroups(groups);
    for (int row = 0; row < sides.length; row++) {
      int first = components.of(row);
      if (sides[row] != sides[first]) {
        throw Problem.data(
            "split.column: the group '%s' (data.group) has rows in %s and in %s; keep groups whole,"
                + " or leave data.group out",
            PartColumn.text(groups, row),
            PartColumn.PARTS.get(sides[first]),
            PartColumn.PARTS.get(sides[row]));
      }
    }
  }

  /** The last origin has the latest rows for its test; each earlier one those before them. */
  private Split byTime(@Nullable String timeColumn, @Nullable String groupColumn, int origin) {
    String ordering = required(rows, "time", timeColumn);
    List<EqualRows> copies = leaveEqual ? List.of() : List.of(equal);
    TimeCut time = TimeCut.of(rows.features(), ordering, copies);
    double testEnds = 1 - (options.origins() - origin) * options.test();
    int end = origin == options.origins() ? time.size() : time.cutAt(testEnds);
    int testStart = time.testStart(options, testEnds);
    int validationStart = time.validationStart(options, testEnds);
    if (validationStart > testStart) {
      throw Problem.usage(
          "%s.test must be after %s.validation", SplitOptions.Cuts.KEY, SplitOptions.Cuts.KEY);
    }
    int[][] parts = {
      time.rows(0, time.gapBefore(validationStart, options.gap())),
      time.rows(validationStart, time.gapBefore(testStart, options.gap())),
      time.rows(testStart, end)
    };
    int gapRows = end - parts[0].length - parts[1].length - parts[2].length;
    Split split =
        split(
            parts,
            IntStream.range(0, rows.rowCount()).toArray(),
            time.times(options.gap()),
            new SplitCounts(equal.copies(), leaveEqual, time.copies(), gapRows, time.withoutTime()),
            () -> new TooFewRare(rows, equal).inTime(ordering, time.rows(0, end), parts));
    int[] everyTest =
        time.rows(
            time.testStart(options, 1 - (options.origins() - 1) * options.test()), time.size());
    return new Split(
        split.training(),
        split.validation(),
        split.test(),
        split.counts(),
        groupColumn == null
            ? TestBlocks.ofTime(origin, time.cells(), parts[2], everyTest)
            : TestBlocks.ofGroups(
                origin, rows.features().cells(required(rows, "group", groupColumn)), parts[2]));
  }

  private Split split(
      int[][] parts,
      int[] blocks,
      @Nullable RowTimes times,
      SplitCounts counts,
      Supplier<String> tooFewRare) {
    LabelledTable modelled = rows.modelled();
    LabelledTable training = modelled.rows(parts[0]);
    LabelledTable validation = modelled.rows(parts[1]);
    LabelledTable test = modelled.rows(parts[2]);
    TooFewRare.refuse(rows, tooFewRare, training, validation, test);
    return new Split(
        new Training(
            training, blocksOf(parts[0], blocks), times == null ? null : times.of(parts[0])),
        new HeldOut<>(validation, blocksOf(parts[1], blocks)),
        new HeldOut<>(test, blocksOf(parts[2], blocks)),
        counts,
        null);
  }

  private static int[] blocksOf(int[] part, int[] blocks) {
    return Arrays.stream(part).map(row -> blocks[row]).toArray();
  }
}
