package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.cell.TimePattern;
import dev.synth.internal.table.number.DecimalHabit;
import dev.synth.internal.table.number.ExponentFinder;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.internal.table.stage.StagedTable;
import dev.synth.table.CellForm;
import dev.synth.table.Cells;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.NumberForm;
import dev.synth.table.NumberForm.Exponent;
import dev.synth.table.reading.ColumnFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Columns of numbers that need no look at each text, and what numbers turn out to be: quantities,
 * codes, or times since an epoch.
 */
final class NumberColumns {
  /** From here on whole numbers are codes: a double does not hold each of them. */
  private static final double TOO_LARGE = 1e15;

  /** A column of numbers has no more different words for missing cells. */
  private static final int MOST_WORDS = 100;

  private final StagedTable staged;
  private final DataOptions options;
  private final Map<String, CellForm> known;
  private final ReadNotes notes;
  private final NumberWarnings warnings;
  private final TimeReader times;
  private final SchemaInference inference;
  private final MissingTokens tokens;
  private final boolean[] arePlain;
  private final SortedMap<Integer, Map<String, Integer>> besideWords;
  private @Nullable DecimalHabit habit;

  /**
   * The numbers of a staged table.
   *
   * @param known the forms that columns have in another file, by their names
   */
  NumberColumns(
      StagedTable staged,
      DataOptions options,
      Map<String, CellForm> known,
      ReadNotes notes,
      TimeReader times) {
    this.staged = staged;
    this.options = options;
    this.known = known;
    this.notes = notes;
    this.warnings = new NumberWarnings(notes);
    this.times = times;
    this.inference = new SchemaInference(notes);
    this.tokens = new MissingTokens(options);
    this.arePlain = staged.texts().arePlainNumbers();
    this.besideWords = staged.texts().wordsBesideNumbers(this::standsForNothing, MOST_WORDS);
  }

  /** Returns the columns of plain numbers and words that stand for missing cells. */
  Set<Integer> besideWords() {
    return besideWords.keySet();
  }

  /** Returns how the table's numbers part decimals; asked once. */
  DecimalHabit habit() {
    DecimalHabit found = habit;
    if (found == null) {
      found = staged.texts().decimalHabit();
      habit = found;
    }
    return found;
  }

  /**
   * Reads texts that all are plain numbers, those for missing cells aside, without looking at each.
   *
   * @return null where they are not, or where a point may part thousands
   */
  @Nullable TypedCells ofPlainTexts(int position, String name, @Nullable ColumnType asked) {
    if (hasOtherForm(name, asked)) {
      return null;
    }
    Map<String, Integer> words = arePlain[position] ? Map.of() : besideWords.get(position);
    List<String> powers =
        words == null ? List.of() : staged.texts().shapesOfPowers(position, tokens.listed());
    boolean mayBeCodes =
        SchemaInference.sayVersion(name) || powers.stream().anyMatch(SchemaInference::mayBeCode);
    if (asked == null && mayBeCodes) {
      return null;
    }
    Exponent exponent = ExponentFinder.find(powers);
    boolean isMeasured = asked == null && !exponent.mark().isEmpty(); // and so no identifier
    TypedCells typed =
        words == null
            ? null
            : read(position, name, isMeasured ? ColumnType.Numeric.UNBOUNDED : asked);
    if (typed != null && words != null) {
      sayWords(name, words);
    }
    return typed != null && typed.type() instanceof ColumnType.Numeric
        ? inForm(position, name, typed, exponent)
        : typed;
  }

  /**
   * Zeros at the end of all cells belong to the form, {@code 12.50} beside {@code 3.25}, as do
   * powers of ten.
   */
  private TypedCells inForm(int position, String name, TypedCells typed, Exponent exponent) {
    NumberForm form =
        exponent.mark().isEmpty()
            ? NumberForm.SHORTEST.withFraction(staged.texts().fraction(position, tokens.listed()))
            : NumberForm.SHORTEST.withExponent(exponent);
    if (form.isPlain() || !(typed.cells() instanceof Cells.Numbers numbers)) {
      notes.fact(name, new ColumnFact.PlainNumbers());
      return typed;
    }
    IntStream rows = IntStream.range(0, numbers.size());
    int first = rows.filter(row -> !numbers.isMissing(row)).findFirst().orElseThrow();
    notes.fact(name, new ColumnFact.Form(form.text(numbers.value(first)), null));
    return new TypedCells(typed.type(), form, numbers);
  }

  private boolean standsForNothing(String text) {
    String word = text.strip();
    return word.isEmpty() || tokens.isMissingInNumbers(word);
  }

  /** Returns whether a point may part thousands, so that a plain number is something else. */
  private boolean hasOtherForm(String name, @Nullable ColumnType asked) {
    boolean isGiven = asked instanceof ColumnType.Numeric numeric && numeric.format() != null;
    boolean isKnown =
        known.get(name) instanceof NumberForm form && form.separators().group().equals(".");
    return isGiven || isKnown;
  }

  private void sayWords(String name, Map<String, Integer> words) {
    Map<String, Integer> unlisted = new TreeMap<>();
    words.forEach(
        (text, rows) -> {
          String word = text.strip();
          if (!word.isEmpty() && !tokens.isMissing(word)) {
            unlisted.merge(word, rows, Integer::sum);
          }
        });
    if (!unlisted.isEmpty()) {
      notes.missingWords(name, TextReader.mostFirst(unlisted));
    }
  }

  /** Returns null where the cells turn out not to be numbers, or may be something else. */
  @Nullable TypedCells read(int position, String name, @Nullable ColumnType asked) {
    double[] values = staged.numbers(position);
    boolean areLong = false;
    for (int row = 0; row < values.length; row++) {
      values[row] = tokens.isMissing(values[row]) ? Double.NaN : values[row];
      areLong |= Math.abs(values[row]) >= TOO_LARGE && isCode(position, values[row]);
    }
    if (asked == null && areLong && !times.areTimes(name, values, name.equals(options.time()))) {
      return null;
    }
    boolean isText = staged.kind(position) == StagedTable.Kind.TEXT;
    if (isText && mayBeThousands(values) && habit().sign() == DecimalHabit.DecimalSeparator.COMMA) {
      return null;
    }
    if (asked instanceof ColumnType.Numeric numeric) {
      return finite(name, bare(numeric), CellForm.PLAIN, values);
    }
    if (isText && Arrays.stream(values).allMatch(Double::isNaN)) {
      return null; // an empty column holds numbers no more than it holds anything else
    }
    ColumnType.Numeric declared =
        staged.kind(position) == StagedTable.Kind.WHOLE
            ? new ColumnType.Numeric(0, null, null)
            : ColumnType.Numeric.UNBOUNDED;
    return inferred(name, declared, CellForm.PLAIN, values, isText ? position : -1);
  }

  /**
   * Returns whether the points of all numbers may part thousands: {@code 1.234}, {@code 12.500}.
   */
  private static boolean mayBeThousands(double[] values) {
    int parted = 0;
    int withThirdDigit = 0;
    for (double value : values) {
      double size = Math.abs(value);
      if (Double.isNaN(value) || (size < 1000 && size == Math.rint(size))) {
        continue;
      }
      double thousands = size * 1000;
      if (size < 1 || size >= 1000 || Math.abs(thousands - Math.rint(thousands)) > 1e-6) {
        return false;
      }
      parted++;
      withThirdDigit += Math.rint(thousands) % 10 == 0 ? 0 : 1;
    }
    return withThirdDigit > parted / 2;
  }

  TypedCells inferred(String name, ColumnType.Numeric declared, CellForm form, double[] values) {
    return inferred(name, declared, form, values, -1);
  }

  private TypedCells inferred(
      String name, ColumnType.Numeric declared, CellForm form, double[] values, int position) {
    TimePattern pattern =
        form.equals(CellForm.PLAIN)
            ? times.ofNumbers(name, values, name.equals(options.time()))
            : null;
    if (pattern != null) {
      return TypedCells.of(TimeColumn.of(values, withDigits(position, pattern)));
    }
    ColumnType inferred =
        name.equals(options.time()) ? declared : inference.ofNumbers(name, values, declared);
    return inferred instanceof ColumnType.Identifier
        ? new TypedCells(inferred, texts(values))
        : finite(name, inferred, form, values);
  }

  /** Seconds and days that all have the same number of digits behind the point get them back. */
  private TimePattern withDigits(int position, TimePattern pattern) {
    boolean mayHave =
        pattern.text().equals(TimePattern.EPOCH_SECONDS)
            || (pattern.text().startsWith(TimePattern.EXCEL_DAYS) && pattern.hasTime());
    if (position < 0 || !mayHave) {
      return pattern;
    }
    NumberForm.Fraction fraction = staged.texts().fraction(position, tokens.listed());
    return fraction.wholeIsBare() ? pattern : pattern.withDigits(fraction.digits());
  }

  /** The type that the user gave, without what is the column's form. */
  static ColumnType.Numeric bare(ColumnType.Numeric asked) {
    return new ColumnType.Numeric(asked.decimals(), asked.min(), asked.max());
  }

  private static Cells.Texts texts(double[] values) {
    List<String> texts = new ArrayList<>(values.length);
    BitSet absent = new BitSet();
    for (int row = 0; row < values.length; row++) {
      absent.set(row, Double.isNaN(values[row]));
      texts.add(absent.get(row) ? "" : NumberText.of(values[row]));
    }
    return new Cells.Texts(texts, absent);
  }

  private boolean isCode(int position, double value) {
    return staged.kind(position) != StagedTable.Kind.NUMBER
        && Double.isFinite(value)
        && value == Math.rint(value);
  }

  TypedCells finite(String name, ColumnType type, CellForm form, double[] values) {
    BitSet absent = new BitSet();
    for (int row = 0; row < values.length; row++) {
      if (Double.isInfinite(values[row])) {
        String cell = infinite(name, row, values[row]);
        throw Problem.data(
            "%s: column '%s' holds '%s', which is infinite or beyond 1.8e308, so it can't be"
                + " modelled; write a smaller number, leave the cell empty, or add it to"
                + " data.missing (`missing: [%s]`)",
            staged.where(row), name, cell, YamlText.of(cell));
      }
      if (Double.isNaN(values[row])) {
        absent.set(row);
        values[row] = 0;
      }
    }
    warnings.ofBounds(name, type, values, absent);
    warnings.ofMissing(name, values, absent);
    return new TypedCells(type, form, new Cells.Numbers(values, absent));
  }

  /** Returns the text of an infinite cell as the file has it. */
  private String infinite(String name, int row, double value) {
    int position = staged.names().indexOf(name);
    if (position >= 0 && staged.kind(position) == StagedTable.Kind.TEXT) {
      Dictionary texts = staged.dictionary(position);
      int code = texts.codes()[row];
      return code < 0 ? NumberText.of(value) : texts.values().get(code).strip();
    }
    return NumberText.of(value);
  }
}
