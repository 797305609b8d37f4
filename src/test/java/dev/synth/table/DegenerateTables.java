package dev.synth.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Small tables with columns that say nothing, or too much: 400 rows, of which every fifth is rare.
 * The columns {@code a} (whole), {@code b} (a real number), {@code c} (a word), {@code d} (a day)
 * and {@code e} (a real number) are ordinary but for what the table's name says.
 */
public enum DegenerateTables {
  /** The rare rows have one value in each column of numbers. */
  NUMBERS_CONSTANT_IN_RARE_ROWS,
  /** No row has a value in {@code e}. */
  ONE_COLUMN_ALL_MISSING,
  /** The rare rows have one value in {@code b}. */
  ONE_COLUMN_CONSTANT_IN_RARE_ROWS,
  /** The rare rows have no value in {@code b}, {@code c} and {@code d}. */
  COLUMNS_MISSING_IN_RARE_ROWS,
  /** {@code b} is nearly as large as a number can be, of either sign. */
  HUGE_NUMBERS,
  /** {@code b}, {@code c} and {@code d} have one value each. */
  COLUMNS_CONSTANT,
  /** {@code e} equals {@code b}. */
  EQUAL_COLUMNS,
  /** One rare row alone has a value in {@code b}. */
  ONE_RARE_VALUE;

  private static final int ROWS = 400;

  /** Writes the table as CSV; the label is {@code y}, and 1 marks the rare rows. */
  public Path write(Path folder) {
    StringBuilder text = new StringBuilder("a,b,c,d,e,y\n");
    SplittableRandom random = new SplittableRandom(7);
    for (int row = 0; row < ROWS; row++) {
      boolean rare = row % 5 == 0;
      double size = random.nextDouble() + (rare ? 0.5 : 0);
      Object[] cells = {
        random.nextInt(50),
        String.format(Locale.ROOT, "%.4f", size),
        "pqrst".charAt(random.nextInt(5)),
        "2024-01-" + (10 + random.nextInt(20)),
        String.format(Locale.ROOT, "%.3f", random.nextDouble() * 10),
        rare ? 1 : 0
      };
      change(cells, row, rare, size);
      for (int i = 0; i < cells.length; i++) {
        text.append(i == 0 ? "" : ",").append(cells[i]);
      }
      text.append('\n');
    }
    try {
      return Files.writeString(folder.resolve(name().toLowerCase(Locale.ROOT) + ".csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void change(Object[] cells, int row, boolean rare, double size) {
    switch (this) {
      case NUMBERS_CONSTANT_IN_RARE_ROWS -> set(cells, rare, i -> i == 0 ? "5" : "1.5", 0, 1, 4);
      case ONE_COLUMN_ALL_MISSING -> set(cells, true, i -> "", 4);
      case ONE_COLUMN_CONSTANT_IN_RARE_ROWS -> set(cells, rare, i -> "1.5", 1);
      case COLUMNS_MISSING_IN_RARE_ROWS -> set(cells, rare, i -> "", 1, 2, 3);
      case HUGE_NUMBERS -> set(cells, true, i -> (row % 2 == 0 ? "" : "-") + size + "e308", 1);
      case COLUMNS_CONSTANT -> set(cells, true, i -> i == 3 ? "2024-01-31" : "7", 1, 2, 3);
      case EQUAL_COLUMNS -> cells[4] = cells[1];
      case ONE_RARE_VALUE -> set(cells, rare && row > 0, i -> "", 1);
    }
  }

  private static void set(
      Object[] cells, boolean which, IntFunction<String> value, int... columns) {
    for (int column : columns) {
      cells[column] = which ? value.apply(column) : cells[column];
    }
  }
}
