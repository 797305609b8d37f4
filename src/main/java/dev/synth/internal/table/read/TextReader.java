package dev.synth.internal.table.read;

import dev.synth.internal.table.number.DecimalHabit;
import dev.synth.internal.table.number.FootnoteMark;
import dev.synth.internal.table.number.NumberFinder;
import dev.synth.internal.table.number.NumberReading;
import dev.synth.internal.table.number.NumberReading.Doubt;
import dev.synth.internal.table.read.problem.ReadProblems;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.table.ColumnType;
import dev.synth.table.NumberForm;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.SeparatorReason;
import dev.synth.table.reading.TypeNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column's texts as numbers, where that is what they are.
 *
 * <p>Where nearly all cells of a column are numbers and some are words, the user must decide what
 * the words are, since nobody else can.
 */
final class TextReader {
  /** From this share on, cells that are numbers make a column of numbers. */
  private static final double NEARLY_ALL = 0.95;

  /** Signs of footnotes are marks where so many cells have none. */
  private static final double SHARE_OF_BARE = 0.1;

  /** Letters and numbers, which may be more, are marks where so many cells have none. */
  private static final double SHARE_BESIDE_LETTERS = 0.5;

  /** More different texts are measurements, whatever the name of their column says. */
  private static final int MOST_VERSIONS = 50;

  private final MissingTokens tokens;
  private final ReadNotes notes;
  private final ReadProblems problems;
  private final Supplier<DecimalHabit> habit;

  /**
   * A reader of texts.
   *
   * @param habit how the file's columns write decimals
   */
  TextReader(
      MissingTokens tokens, ReadNotes notes, ReadProblems problems, Supplier<DecimalHabit> habit) {
    this.tokens = tokens;
    this.notes = notes;
    this.problems = problems;
    this.habit = habit;
  }

  /**
   * A column of numbers.
   *
   * @param values one a row, NaN where missing
   * @param form how they are written
   * @param areMeasured whether a currency, a unit or a separator says that they are no names
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Numbers(double[] values, NumberForm form, boolean areMeasured) {}

  /** The kind of nearly all texts of a column. */
  sealed interface Found {
    /** Numbers, all of them. */
    record OfNumbers(Numbers numbers) implements Found {}

    /** Whole numbers with leading zeros, or with too many digits. */
    record OfCodes() implements Found {}

    /** Something that the user must decide on; it is taken down. */
    record Undecided() implements Found {}

    /** Words. */
    record OfWords() implements Found {}
  }

  /** Returns the texts without those that are missing among numbers and times. */
  Dictionary withoutTokens(Dictionary texts) {
    return texts.values().stream().anyMatch(tokens::isMissingInNumbers)
        ? texts.cleaned(tokens::isMissingInNumbers)
        : texts;
  }

  /** Takes down which words of a column stand for missing cells. */
  void sayTokens(String name, Dictionary texts) {
    Map<String, Integer> words = new TreeMap<>();
    int[] counts = texts.counts();
    for (int i = 0; i < counts.length; i++) {
      String text = texts.values().get(i);
      if (tokens.isMissingInNumbers(text)) {
        words.put(text, counts[i]);
      }
    }
    if (!words.isEmpty()) {
      notes.missingWords(name, mostFirst(words));
    }
  }

  static Map<String, Integer> mostFirst(Map<String, Integer> counts) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /**
   * Finds what a column's texts are.
   *
   * @param texts the column without what is missing among numbers; not empty
   */
  Found find(String name, Dictionary texts) {
    int[] counts = texts.counts();
    int present = IntStream.of(counts).sum();
    NumberReading reading = NumberFinder.find(texts.values(), counts, habit);
    int read = reading.rows(counts);
    Dictionary bare = read < present ? withoutMarks(texts, reading, SHARE_OF_BARE) : null;
    if (bare != null) {
      sayMarks(name, texts, reading);
      return find(name, bare);
    }
    boolean areMany = 2 * read >= present && !reading.areWhole();
    if (read < NEARLY_ALL * present && areMany && SchemaInference.hardlyRepeat(texts)) {
      problems.strays(name, "numbers", texts, reading::reads);
      return new Found.Undecided();
    }
    if (read < NEARLY_ALL * present) {
      TypeNote partly =
          SchemaInference.hasCodes(texts.values())
              ? null
              : problems.partly(name, false, texts, reading::reads);
      if (partly != null) {
        notes.add(partly);
      }
      return new Found.OfWords();
    }
    boolean areFew = texts.values().size() <= MOST_VERSIONS && 2 * texts.values().size() <= present;
    boolean areVersions =
        areFew && SchemaInference.sayVersion(name) && !reading.areMeasured() && !reading.areWhole();
    if (areVersions || SchemaInference.areCodes(texts.values(), reading)) {
      return read == present ? new Found.OfCodes() : new Found.OfWords();
    }
    if (read < present) {
      problems.strays(name, "numbers", texts, reading::reads);
      return new Found.Undecided();
    }
    return isDecided(name, texts, reading)
        ? new Found.OfNumbers(numbers(name, texts, reading))
        : new Found.Undecided();
  }

  /**
   * Reads a column that is said to hold numbers.
   *
   * @param texts the column without what is missing among numbers
   * @param type what is said of it
   * @param known the form that it has elsewhere, or null
   * @return null where a cell is no number, or can be read in two ways; it is taken down
   */
  @Nullable Numbers asked(
      String name, Dictionary texts, ColumnType.Numeric type, @Nullable NumberForm known) {
    int[] counts = texts.counts();
    String example = type.format();
    NumberForm given = example == null ? null : NumberFinder.byExample(example).orElseThrow();
    NumberReading reading =
        given == null
            ? NumberFinder.findLike(texts.values(), counts, known, habit)
            : NumberFinder.readAs(texts.values(), counts, given);
    Dictionary bare =
        given == null && reading.rows(counts) < IntStream.of(counts).sum()
            ? withoutMarks(texts, reading, 0)
            : null;
    if (bare != null) {
      sayMarks(name, texts, reading);
      return asked(name, bare, type, known);
    }
    if (reading.rows(counts) < IntStream.of(counts).sum()) {
      String what = given == null ? "numbers" : "numbers such as '" + example + "'";
      problems.misfits(name, "numeric", what, texts, reading::reads, "");
      return null;
    }
    return isDecided(name, texts, reading) ? numbers(name, texts, reading) : null;
  }

  /**
   * Returns the texts without marks of footnotes behind numbers; null where some are no numbers
   * then, or where hardly a cell is without a mark. All but signs stand in a column with decimals
   * alone, since {@code 12b} is a house and {@code 12 (3)} a share; letters never beside a currency
   * or a unit, since {@code 99p} are pence.
   *
   * @param bare the share of cells without a mark that are enough where all marks are signs; half
   *     of them must have none where some are not
   */
  private @Nullable Dictionary withoutMarks(Dictionary texts, NumberReading reading, double bare) {
    List<String> unmarked = new ArrayList<>();
    boolean areSigns = true;
    boolean hasLetters = false;
    for (int i = 0; i < texts.values().size(); i++) {
      String text = texts.values().get(i);
      String without = reading.reads(i) ? text : FootnoteMark.without(text);
      if (without == null) {
        return null;
      }
      areSigns &= reading.reads(i) || FootnoteMark.isSign(text);
      hasLetters |= !reading.reads(i) && FootnoteMark.isLetter(text);
      unmarked.add(without);
    }
    int[] counts = texts.counts();
    double share = (double) reading.rows(counts) / texts.present();
    boolean areEnough = share >= (areSigns ? bare : SHARE_BESIDE_LETTERS);
    NumberReading again = NumberFinder.find(unmarked, counts, habit);
    boolean areMarks =
        areSigns
            || (Arrays.stream(again.values()).anyMatch(value -> value != Math.rint(value))
                && !(hasLetters && hasUnit(again)));
    return areEnough && areMarks && again.rows(counts) == texts.present()
        ? new Dictionary(unmarked, texts.codes())
        : null;
  }

  private static boolean hasUnit(NumberReading reading) {
    return Arrays.stream(reading.marks())
        .anyMatch(mark -> mark != null && !mark.isEmpty() && !mark.equals("%"));
  }

  private void sayMarks(String name, Dictionary texts, NumberReading reading) {
    int[] counts = texts.counts();
    int first = 0;
    while (reading.reads(first)) {
      first++;
    }
    notes.add(
        new TypeNote.Footnotes(
            name,
            texts.present() - reading.rows(counts),
            ReadProblems.shown(texts.values().get(first))));
  }

  private boolean isDecided(String name, Dictionary texts, NumberReading reading) {
    Map<String, Integer> mixed = reading.mixed(texts.counts());
    if (!mixed.isEmpty()) {
      problems.mixed(name, texts, reading, mostFirst(mixed));
      return false;
    }
    Doubt doubt = reading.doubt();
    if (doubt == null) {
      return true;
    }
    SeparatorReason reason = doubt.reason();
    if (reason == null) {
      problems.doubt(name, reading, doubt);
      return false;
    }
    notes.add(
        new TypeNote.LikelySeparators(
            name,
            NumberReading.example(reading.form()),
            reason,
            doubt.example(),
            NumberReading.example(doubt.other())));
    return true;
  }

  private Numbers numbers(String name, Dictionary texts, NumberReading reading) {
    if (!reading.form().isPlain()) {
      notes.form(name, longest(texts.values()), null);
    }
    String minus = reading.form().signs().minus().strip();
    if (minus.length() > 1) {
      notes.fact(name, new ColumnFact.BelowZero(minus));
    }
    sayLimit(name, reading.form().limits().low());
    sayLimit(name, reading.form().limits().high());
    if (!reading.form().zero().isEmpty()) {
      notes.add(new TypeNote.WrittenZero(name, reading.form().zero()));
    }
    return new Numbers(texts.mapped(reading.values()), reading.form(), reading.areMeasured());
  }

  private void sayLimit(String name, NumberForm.@Nullable Limit limit) {
    if (limit != null) {
      notes.add(new TypeNote.Limit(name, limit.text(), limit.value()));
    }
  }

  private static String longest(List<String> texts) {
    List<String> sorted = new ArrayList<>(texts);
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    return sorted.isEmpty() ? "" : sorted.getFirst();
  }
}
