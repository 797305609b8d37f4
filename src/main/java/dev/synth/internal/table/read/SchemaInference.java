package dev.synth.internal.table.read;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.DateOrder;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides what kind of values a column holds where the user did not say.
 *
 * <p>It decides kinds alone. Ranges, levels and decimals are learned later, on training rows.
 */
final class SchemaInference {
  /** Below so many rows nothing is called an identifier: too few to tell. */
  private static final int FEWEST_ROWS = 50;

  /** The share of different values from which whole numbers with an identifier's name are one. */
  private static final double NEARLY_UNIQUE = 0.95;

  /** Above so many levels the user is told. */
  private static final int MANY_LEVELS = 100;

  private static final Set<String> THING_NAMES = Set.of("id", "ids", "uuid", "guid", "key", "ref");
  private static final Set<String> NUMBER_NAMES =
      Set.of(
          "no", "nr", "num", "number", "code", "zip", "account", "iban", "phone", "ssn", "index");
  private static final Set<String> CLOCK_NAMES =
      Set.of(
          "time",
          "timestamp",
          "date",
          "day",
          "days",
          "hour",
          "minute",
          "second",
          "seconds",
          "year");
  private static final Pattern CODE = Pattern.compile("[+-]?(0\\d+|\\d{16,})");
  private static final Pattern SEPARATED = Pattern.compile("[+-]?\\d+([.,' ]\\d+){2,}");
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+");

  private final ReadNotes notes;

  SchemaInference(ReadNotes notes) {
    this.notes = notes;
  }

  /**
   * Infers a column of numbers: numeric, or an identifier.
   *
   * @param numbers one a row, NaN where missing
   * @param declared what is known of them
   */
  ColumnType ofNumbers(String name, double[] numbers, ColumnType.Numeric declared) {
    double[] present = Arrays.stream(numbers).filter(value -> !Double.isNaN(value)).toArray();
    boolean isName = named(name, THING_NAMES);
    int distinct = distinctIfWhole(present);
    if (distinct == 0) {
      return declared;
    }
    boolean mayBeNamed = isName || named(name, NUMBER_NAMES);
    boolean numbersRows =
        distinct == present.length
            && !named(name, CLOCK_NAMES)
            && (rises(present) || dense(present));
    boolean unique = mayBeNamed && distinct >= NEARLY_UNIQUE * present.length;
    if (present.length >= FEWEST_ROWS && (unique || numbersRows)) {
      return identifier(name, distinct, present.length, "numeric");
    }
    if (isName && distinct >= FEWEST_ROWS) {
      notes.say(
          PlainText.of(
              "'%s' is named like an identifier but its values repeat, so it is modelled as"
                  + " numeric; exclude it if it only names things",
              name));
    }
    return declared;
  }

  /**
   * Infers a column of texts.
   *
   * @param column the texts, cleaned
   * @param isClock whether the user said that the column orders the rows
   */
  ColumnType ofTexts(String name, Dictionary column, boolean isClock) {
    List<String> values = column.values();
    if (values.isEmpty()) {
      return new ColumnType.Categorical();
    }
    List<DateOrder> orders = DateOrder.fitting(values);
    if (orders.size() == 1) {
      return new ColumnType.Timestamp(false);
    }
    if (orders.size() > 1) {
      notes.say(
          PlainText.of(
                  "'%s' holds dates whose order, %s or %s, can't be told, so they are not read as"
                      + " times;",
                  name, orders.get(0).words(), orders.get(1).words())
              + " write them like 2024-01-31");
    }
    if (areNumbers(values)) {
      if (values.stream().noneMatch(text -> CODE.matcher(text).matches())) {
        double[] numbers = values.stream().mapToDouble(ColumnReader::number).toArray();
        return isClock
            ? ColumnType.Numeric.UNBOUNDED
            : ofNumbers(name, column.mapped(numbers), ColumnType.Numeric.UNBOUNDED);
      }
      notes.say(
          PlainText.of(
              "'%s' holds numbers with leading zeros or more than 15 digits, so they are read as"
                  + " codes; to read numbers, say `types: {%s: numeric}`",
              name, name));
    }
    return ofWords(name, column);
  }

  private ColumnType ofWords(String name, Dictionary column) {
    int distinct = column.values().size();
    int present = column.present();
    if (column.values().stream().allMatch(text -> THOUSANDS.matcher(text).matches())) {
      notes.say(
          PlainText.of(
              "'%s' looks like numbers, but whether a comma parts thousands or decimals can't be"
                  + " told; write them with a point or without a comma",
              name));
    }
    if (distinct >= FEWEST_ROWS && distinct > present / 2) {
      return identifier(name, distinct, present, "categorical");
    }
    if (distinct > MANY_LEVELS) {
      notes.say(PlainText.of("'%s' has %d different values in %d rows", name, distinct, present));
    }
    return new ColumnType.Categorical();
  }

  private ColumnType identifier(String name, int distinct, int present, String otherwise) {
    notes.say(
        PlainText.of(
            "'%s' looks like an identifier (%d different values in %d rows), so it is neither"
                + " modelled nor written; to model it, say `types: {%s: %s}`",
            name, distinct, present, name, otherwise));
    return new ColumnType.Identifier();
  }

  /** Says how to write a number whose separators can't be told; empty for any other text. */
  static String howToWrite(String text) {
    if (THOUSANDS.matcher(text).matches()) {
      return "; its comma may part thousands or decimals: write it without a comma, or decimals"
          + " with a point";
    }
    return SEPARATED.matcher(text).matches()
        ? "; write it without thousands separators, and decimals with a point"
        : "";
  }

  /** Returns whether all texts are numbers, with a point or with a decimal comma. */
  static boolean areNumbers(List<String> values) {
    boolean comma = values.stream().anyMatch(text -> text.indexOf(',') >= 0);
    if (comma) {
      boolean sure =
          values.stream()
              .anyMatch(text -> text.indexOf(',') >= 0 && !THOUSANDS.matcher(text).matches());
      boolean point = values.stream().anyMatch(text -> text.indexOf('.') >= 0);
      if (!sure || point) {
        return false;
      }
    }
    return values.stream()
        .allMatch(text -> NumberText.parse(NumberText.withPoint(text)).isPresent());
  }

  /** Returns how many different numbers there are if all are whole and none negative, else 0. */
  private static int distinctIfWhole(double[] present) {
    for (double value : present) {
      if (value < 0 || value != Math.rint(value)) {
        return 0;
      }
    }
    double[] sorted = present.clone();
    Arrays.sort(sorted);
    int distinct = sorted.length == 0 ? 0 : 1;
    for (int i = 1; i < sorted.length; i++) {
      distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
    }
    return distinct;
  }

  private static boolean rises(double[] present) {
    for (int i = 1; i < present.length; i++) {
      if (present[i] <= present[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether unique whole numbers leave hardly a gap, as a numbering does. */
  private static boolean dense(double[] present) {
    double min = Arrays.stream(present).min().orElse(0);
    double max = Arrays.stream(present).max().orElse(0);
    return max - min + 1 <= present.length / NEARLY_UNIQUE;
  }

  /**
   * Returns whether a name begins or ends with one of the words: {@code policy_number}, {@code Id}.
   */
  private static boolean named(String name, Set<String> words) {
    String parted = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    List<String> parts =
        Arrays.stream(parted.split("[^a-z]+")).filter(part -> !part.isEmpty()).toList();
    return !parts.isEmpty()
        && (words.contains(parts.getFirst()) || words.contains(parts.getLast()));
  }
}
