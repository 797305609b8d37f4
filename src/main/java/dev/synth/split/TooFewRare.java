package dev.synth.split;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.CellText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of splits that leave a part with too few rows of a class. It says what to do and,
 * where there are enough rare rows, why they are too few there.
 *
 * <p>A reason begins with a semicolon, to go on with a sentence; it is empty where the rare rows
 * are just few.
 */
final class TooFewRare {
  /** The fewest rare rows to learn from, to choose by and to measure on. */
  private static final int[] FEWEST_RARE = {8, LearningRows.FEWEST_TO_CHOOSE_BY, 4};

  private static final List<String> PARTS = List.of("training", "validation", "test");

  /** The number of blocks of rare rows from which on each part can have some. */
  private static final int ENOUGH_BLOCKS = 16;

  /** From this share of the rare rows on, one block of them is the reason. */
  private static final double MOST = 0.5;

  private final LabelledTable rows;
  private final EqualRows equal;
  private final int[] rare;

  /**
   * The reasons for a table.
   *
   * @param equal which rows are equal in what is modelled
   */
  TooFewRare(LabelledTable rows, EqualRows equal) {
    this.rows = rows;
    this.equal = equal;
    this.rare = rows.rareRows().stream().toArray();
  }

  /**
   * Refuses parts with too few rows of a class.
   *
   * @param reason gives why there are too few rare rows
   * @param parts training, validation and test rows
   * @throws Problem (data) if a part has too few
   */
  static void refuse(LabelledTable rows, Supplier<String> reason, LabelledTable... parts) {
    for (int part = 0; part < parts.length; part++) {
      if (parts[part].rareCount() < FEWEST_RARE[part]) {
        throw Problem.data(
            "the split leaves %d rare training rows, %d for validation and %d for test, of %d in"
                + " all; at least %d, %d and %d are needed%s",
            parts[0].rareCount(),
            parts[1].rareCount(),
            parts[2].rareCount(),
            rows.rareCount(),
            FEWEST_RARE[0],
            FEWEST_RARE[1],
            FEWEST_RARE[2],
            reason.get());
      }
    }
    for (int part = 0; part < parts.length; part++) {
      if (parts[part].rareCount() == parts[part].rowCount()) {
        throw Problem.data(
            "the split leaves no %s row of the other class: all %d are rare, of %d in all",
            PARTS.get(part), parts[part].rowCount(), rows.rareCount());
      }
    }
  }

  /**
   * Returns the reason in a random split.
   *
   * @param blocks each row's block, which no cut parts
   * @param groupColumn the column whose equal values stay together, or null
   */
  String inBlocks(int[] blocks, @Nullable String groupColumn) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int row : rare) {
      sizes.merge(blocks[row], 1, Integer::sum);
    }
    int largest = sizes.values().stream().mapToInt(size -> size).max().orElse(0);
    if (largest < 2 || (sizes.size() >= ENOUGH_BLOCKS && largest < MOST * rare.length)) {
      return "";
    }
    int distinct = distinct();
    if (distinct <= sizes.size() || groupColumn == null) {
      return "; "
          + ofAll(distinct, "different rare row", "different rare rows")
          + " in what is modelled, and equal rows stay on one side: add columns that tell them"
          + " apart, or let fewer be left out (data.exclude)";
    }
    return PlainText.of(
        "; the rare rows are of %s of data.group, '%s', and a group stays on one side: name another"
            + " column, or leave data.group out",
        counted(groups(groupColumn), "value", "values"), groupColumn);
  }

  private String ofAll(int number, String one, String many) {
    return PlainText.of("there %s %s", number == 1 ? "is" : "are", counted(number, one, many));
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private String text(String name, int row) {
    int at = rows.features().schema().find(name).orElseThrow();
    Column column = rows.features().schema().columns().get(at);
    return CellText.of(column, rows.features().cells(name), row);
  }

  private int distinct() {
    return (int) Arrays.stream(rare).map(equal::first).distinct().count();
  }

  private int groups(String column) {
    Cells cells = rows.features().cells(column);
    return (int)
        Arrays.stream(rare)
            .mapToObj(row -> cells.isMissing(row) ? String.valueOf(row) : " " + text(column, row))
            .distinct()
            .count();
  }

  /**
   * Returns the reason in a split by time.
   *
   * @param column the column that orders the rows
   * @param ordered the rows that are split, in the order of time
   * @param parts the rows of training, validation and test
   */
  String inTime(String column, int[] ordered, int[][] parts) {
    Cells times = rows.features().cells(column);
    int[] inOrder = Arrays.stream(ordered).filter(rows::isRare).toArray();
    if (inOrder.length < 2) {
      return inOrder.length == rare.length ? "" : leftOut(times);
    }
    String first = text(column, inOrder[0]);
    String last = text(column, inOrder[inOrder.length - 1]);
    if (first.equals(last)) {
      return PlainText.of(
          "; all rare rows are at one time, %s of '%s', and a time is never parted: use"
              + " split.method: random",
          first, column);
    }
    if (2 * inOrder.length < rare.length) {
      return leftOut(times);
    }
    return PlainText.of(
        "; by '%s' the rare rows are from %s to %s, %s: change split.validation and split.test, or"
            + " use split.method: random",
        column, first, last, starts(column, parts));
  }

  private String starts(String column, int[][] parts) {
    return IntStream.range(1, parts.length)
        .filter(part -> parts[part].length > 0)
        .mapToObj(
            part ->
                PlainText.of("%s rows begin at %s", PARTS.get(part), text(column, parts[part][0])))
        .collect(Collectors.joining(" and "));
  }

  private String leftOut(Cells times) {
    long timeless = Arrays.stream(rare).filter(times::isMissing).count();
    return timeless > 0
        ? PlainText.of("; %d rare rows lack their time and are left out", timeless)
        : PlainText.of(
            "; rare rows that repeat an earlier row are left out of a split by time, and %s: add"
                + " columns that tell them apart",
            ofAll(distinct(), "different rare row", "different rare rows"));
  }
}
