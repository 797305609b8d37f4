package dev.synth.internal.table.read;

import dev.synth.internal.table.number.NumberReading;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.table.ColumnType;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.IdentifierSign;
import dev.synth.table.reading.TypeNote;
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

  /** The share of different values from which texts are identifiers, and numbers a numbering. */
  private static final double NEARLY_UNIQUE = 0.95;

  /** Above so many levels the user is told. */
  private static final int MANY_LEVELS = 100;

  private static final Set<String> THING_NAMES =
      Set.of("id", "ids", "rowid", "uuid", "guid", "key", "ref", "unnamed");
  private static final Set<String> NUMBER_NAMES =
      Set.of(
          "no", "nr", "num", "number", "code", "zip", "account", "iban", "phone", "ssn", "index");
  private static final Set<String> VERSION_NAMES = Set.of("version", "ver", "firmware");
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

  /** A form that programs never write: {@code 74e28}. */
  private static final Pattern UNUSUAL_POWER = Pattern.compile("\\d{2,}[eE]\\d+");

  private final ReadNotes notes;

  SchemaInference(ReadNotes notes) {
    this.notes = notes;
  }

  /**
   * Infers a column of plain numbers: numeric, or an identifier. Whole numbers that all differ are
   * one if they have an identifier's name, or hardly a gap.
   *
   * @param numbers one a row, NaN where missing
   * @param declared what is known of them
   */
  ColumnType ofNumbers(String name, double[] numbers, ColumnType.Numeric declared) {
    double[] present = Arrays.stream(numbers).filter(value -> !Double.isNaN(value)).toArray();
    int distinct = distinctIfWhole(present);
    if (distinct == 0) {
      return declared;
    }
    boolean differ = distinct == present.length && distinct >= FEWEST_ROWS;
    boolean isThing = named(name, THING_NAMES);
    boolean isNamed = isThing || named(name, NUMBER_NAMES);
    if (differ && isNamed) {
      return identifier(
          name, new IdentifierSign(IdentifierSign.Kind.NAMED_NUMBERS, distinct, present.length));
    }
    if (differ && !named(name, CLOCK_NAMES) && dense(present)) {
      return identifier(
          name, new IdentifierSign(IdentifierSign.Kind.DENSE_NUMBERS, distinct, present.length));
    }
    boolean nearlyDiffer = isNamed && distinct >= NEARLY_UNIQUE * present.length;
    if ((isThing || nearlyDiffer) && distinct >= FEWEST_ROWS) {
      notes.add(new TypeNote.RepeatingIdentifier(name));
      notes.fact(name, new ColumnFact.RepeatingIdentifier());
    }
    return declared;
  }

  /** Infers a column of words: categorical, or an identifier where they hardly repeat. */
  ColumnType ofWords(String name, Dictionary column) {
    int distinct = column.values().size();
    int present = column.present();
    if (hardlyRepeat(column)) {
      return identifier(name, new IdentifierSign(IdentifierSign.Kind.TEXTS, distinct, present));
    }
    if (distinct > MANY_LEVELS) {
      notes.add(new TypeNote.ManyLevels(name, distinct, present));
    }
    notes.fact(name, new ColumnFact.Levels(distinct));
    return new ColumnType.Categorical();
  }

  /** Returns whether texts are so many different ones that they name things. */
  static boolean hardlyRepeat(Dictionary column) {
    int distinct = column.values().size();
    return distinct >= FEWEST_ROWS && distinct >= NEARLY_UNIQUE * column.present();
  }

  private ColumnType identifier(String name, IdentifierSign sign) {
    notes.add(new TypeNote.LikelyIdentifier(name, sign));
    notes.fact(name, new ColumnFact.LikelyIdentifier(sign));
    return new ColumnType.Identifier();
  }

  /**
   * Returns whether whole numbers are codes, since one of them has a leading zero or more digits
   * than a number holds, or half of them a form that programs never write, {@code 74e28}.
   *
   * @param texts the different texts
   * @param numbers the same, read as numbers
   */
  static boolean areCodes(List<String> texts, NumberReading numbers) {
    return numbers.areWhole() && hasCodes(texts);
  }

  /** Returns whether a name says that 2.10 comes after 2.9. */
  static boolean sayVersion(String name) {
    return named(name, VERSION_NAMES) || name.toLowerCase(Locale.ROOT).equals("release");
  }

  /** Returns whether a text is a code of digits. */
  static boolean hasCodes(List<String> texts) {
    long powers = texts.stream().filter(text -> UNUSUAL_POWER.matcher(text).matches()).count();
    return texts.stream().anyMatch(text -> CODE.matcher(text).matches())
        || (powers > 0 && 2 * powers >= texts.size());
  }

  /** Returns whether a text may be a code of digits, by itself or among others alike. */
  static boolean mayBeCode(String text) {
    return CODE.matcher(text).matches() || UNUSUAL_POWER.matcher(text).matches();
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
