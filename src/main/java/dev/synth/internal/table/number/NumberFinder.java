package dev.synth.internal.table.number;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.number.NumberReading.Doubt;
import dev.synth.table.NumberForm;
import dev.synth.table.NumberForm.Place;
import dev.synth.table.NumberForm.Separators;
import dev.synth.table.NumberScale;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the form of a column of numbers.
 *
 * <p>A column has one form. Each way of reading separators is tried on every different text, and
 * the one that reads the most rows is taken. The sign's place may differ from cell to cell.
 */
public final class NumberFinder {
  /** Fewer different numbers with a unit are rather levels, such as {@code 36 months}. */
  private static final int FEWEST_WITH_UNIT = 20;

  /** Fewer different numbers beside a limit are rather levels: {@code 0}, {@code 1}, {@code 2+}. */
  private static final int FEWEST_BESIDE_LIMITS = 10;

  private final List<String> texts;
  private final int[] counts;
  private final @Nullable NumberForm given;
  private final int fewestWithUnit;
  private final @Nullable NumberShape[] shapes;
  private final double[] words;
  private final @Nullable String[] marks;
  private List<NumberScale> scales = List.of();

  private NumberFinder(
      List<String> texts, int[] counts, @Nullable NumberForm given, int fewestWithUnit) {
    this.texts = texts;
    this.counts = counts;
    this.given = given;
    this.fewestWithUnit = fewestWithUnit;
    this.shapes = new NumberShape[texts.size()];
    this.words = new double[texts.size()];
    this.marks = new String[texts.size()];
    takeApart();
  }

  /**
   * Reads a column's texts as numbers, if that is what they are.
   *
   * @param texts the different texts
   * @param counts how many rows each has
   * @param habit how other columns write decimals; asked where a separator leaves two readings
   */
  public static NumberReading find(List<String> texts, int[] counts, Supplier<DecimalHabit> habit) {
    return new NumberFinder(texts, counts, null, FEWEST_WITH_UNIT).found(habit);
  }

  /**
   * Reads the texts of a column that holds numbers.
   *
   * @param texts the different texts
   * @param counts how many rows each has
   * @param known the form that an equal column has elsewhere, which wins where it fits; or null
   * @param habit how other columns write decimals; asked where a separator leaves two readings
   */
  public static NumberReading findLike(
      List<String> texts, int[] counts, @Nullable NumberForm known, Supplier<DecimalHabit> habit) {
    NumberFinder finder = new NumberFinder(texts, counts, known, 1);
    if (known != null && finder.hasMarkOf(known)) {
      SeparatorChoice.SeparatorReading same =
          new SeparatorChoice(finder.shapes, counts).like(known.separators());
      if (same != null) {
        return finder.reading(same, null);
      }
    }
    return finder.found(habit);
  }

  /**
   * Reads a column's texts as numbers of a form.
   *
   * @param form its separators are those of the texts, and its currency, percent sign or unit,
   *     where it has one; the fraction and the signs may differ
   */
  public static NumberReading readAs(List<String> texts, int[] counts, NumberForm form) {
    NumberFinder finder = new NumberFinder(texts, counts, form, 1);
    double[] values = new double[texts.size()];
    for (int i = 0; i < values.length; i++) {
      NumberShape shape = finder.shapes[i];
      String mark = shape == null ? "" : mark(shape);
      boolean isOther = !markOf(form).isEmpty() && !mark.isEmpty() && !mark.equals(markOf(form));
      values[i] =
          shape == null || isOther ? Double.NaN : SeparatorChoice.value(shape, form.separators());
    }
    return finder.reading(new SeparatorChoice.SeparatorReading(form.separators(), values), null);
  }

  /**
   * Returns the form that the text of one number shows, as a config gives it.
   *
   * @return empty where the text is no number, or can be read in two ways
   */
  public static Optional<NumberForm> byExample(String text) {
    NumberShape shape = NumberShape.of(text);
    if (shape == null) {
      return Optional.empty();
    }
    NumberForm any =
        new NumberForm(
            shape.before(),
            shape.after(),
            Separators.POINT,
            NumberForm.Fraction.SHORTEST,
            NumberForm.Signs.MINUS);
    NumberReading reading =
        new NumberFinder(List.of(text), new int[] {1}, any, 1).found(() -> DecimalHabit.UNKNOWN);
    return reading.doubt() == null && reading.reads(0)
        ? Optional.of(reading.form())
        : Optional.empty();
  }

  private NumberReading found(Supplier<DecimalHabit> habit) {
    SeparatorChoice.Chosen chosen = new SeparatorChoice(shapes, counts).choose(mark(), habit);
    SeparatorChoice.SeparatorReading other = chosen.other();
    Doubt doubt =
        other == null
            ? null
            : new Doubt(
                FormOf.learn(shapes, counts, other, scales),
                chosen.reason(),
                texts.get(chosen.example()));
    return reading(chosen.taken(), doubt);
  }

  private void takeApart() {
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = NumberShape.of(texts.get(i));
      words[i] = shapes[i] == null ? infinite(texts.get(i)) : Double.NaN;
    }
    Postings.makeSigns(shapes, given);
    leaveOutOpenEnds();
    for (int i = 0; i < shapes.length; i++) {
      NumberShape shape = shapes[i];
      shapes[i] = shape != null && isMarked(shape) ? shape : null;
    }
    scales = Scales.takeOff(shapes, fewestWithUnit);
    keepOneUnit();
    for (int i = 0; i < shapes.length; i++) {
      NumberShape shape = shapes[i];
      marks[i] = shape == null || isBareZero(shape) ? null : mark(shape);
    }
  }

  /** A plus behind some numbers alone says that there may be more, as in {@code 85+}. */
  private void leaveOutOpenEnds() {
    boolean hasBare =
        given == null
            ? Arrays.stream(shapes).anyMatch(shape -> shape != null && isBarePositive(shape))
            : !given.signs().plus().equals("+") || given.signs().place() != Place.LAST;
    for (int i = 0; i < shapes.length && hasBare; i++) {
      NumberShape shape = shapes[i];
      shapes[i] = shape == null || shape.mayBeOpen() ? null : shape;
    }
  }

  private static boolean isBarePositive(NumberShape shape) {
    return shape.sign() == 0 && !shape.isDash() && !isZero(shape);
  }

  /** Returns a mark of the column; the empty text where it has none. */
  private String mark() {
    for (String mark : marks) {
      if (mark != null && !mark.isEmpty()) {
        return mark;
      }
    }
    return "";
  }

  /** A zero needs no currency and no percent sign. */
  private static boolean isBareZero(NumberShape shape) {
    return mark(shape).isEmpty() && isZero(shape);
  }

  private static boolean isZero(NumberShape shape) {
    return shape.core().chars().noneMatch(c -> c > '0' && c <= '9');
  }

  private static double infinite(String text) {
    OptionalDouble word = NumberText.parse(NumberShape.strip(text));
    return word.isPresent() && Double.isInfinite(word.getAsDouble())
        ? word.getAsDouble()
        : Double.NaN;
  }

  private boolean isMarked(NumberShape shape) {
    if (given != null && isGivens(shape)) {
      return true;
    }
    boolean isWhole = shape.core().chars().allMatch(c -> NumberShape.isDigit((char) c));
    if (isWhole
        && (AffixKind.mayBeOfCode(shape.before()) || AffixKind.mayBeOfCode(shape.after()))) {
      return false;
    }
    return AffixKind.before(shape.before()) != AffixKind.OTHER
        && AffixKind.after(shape.after()) != AffixKind.OTHER;
  }

  private boolean isGivens(NumberShape shape) {
    return given != null
        && NumberShape.strip(given.before()).equals(NumberShape.strip(shape.before()))
        && NumberShape.strip(given.after()).equals(NumberShape.strip(shape.after()));
  }

  /** A unit is one where all numbers have it, and are many; other texts with units are words. */
  private void keepOneUnit() {
    Map<String, Integer> units = new TreeMap<>();
    int numbers = 0;
    int different = 0;
    for (int i = 0; i < shapes.length; i++) {
      NumberShape shape = shapes[i];
      if (shape == null) {
        continue;
      }
      numbers += counts[i];
      if (hasUnit(shape)) {
        String unit = NumberShape.strip(shape.before()) + " " + NumberShape.strip(shape.after());
        units.merge(unit, counts[i], Integer::sum);
        different++;
      }
    }
    if (units.isEmpty()) {
      return;
    }
    boolean isOne =
        units.size() == 1
            && units.values().iterator().next() == numbers
            && different >= fewestWithUnit;
    for (int i = 0; i < shapes.length && !isOne; i++) {
      NumberShape shape = shapes[i];
      if (shape != null && hasUnit(shape)) {
        shapes[i] = null;
      }
    }
  }

  private boolean hasUnit(NumberShape shape) {
    return !isGivens(shape)
        && (AffixKind.after(shape.after()) == AffixKind.UNIT
            || AffixKind.before(shape.before()) == AffixKind.UNIT);
  }

  /** Returns a shape's currency, percent sign or unit; empty where it has none. */
  private static String mark(NumberShape shape) {
    String after = NumberShape.strip(shape.after());
    String before = NumberShape.strip(shape.before());
    boolean isQuoted = !before.isEmpty() && NumberShape.canonical(before.charAt(0)) == '\'';
    String money = isQuoted ? NumberShape.strip(before.substring(1)) : before;
    return money.isEmpty() || after.isEmpty() ? money + after : money + " " + after;
  }

  private boolean hasMarkOf(NumberForm known) {
    return Arrays.asList(marks).contains(markOf(known));
  }

  private static String markOf(NumberForm form) {
    return mark(new NumberShape(0, form.signs().place(), "", form.before(), form.after(), "0"));
  }

  private NumberReading reading(SeparatorChoice.SeparatorReading way, @Nullable Doubt doubt) {
    double[] values = way.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.isInfinite(words[i]) ? words[i] : values[i];
    }
    NumberForm form = FormOf.learn(shapes, counts, way, scales);
    if (scales.isEmpty()) {
      form = form.withExponent(ExponentFinder.find(read(values)));
    }
    LimitTexts limits = new LimitTexts(texts, shapes, way, given);
    form = form.withLimits(limits.find(fewestWithUnit == 1 ? 1 : FEWEST_BESIDE_LIMITS, values));
    return new NumberReading(values, form, marks, doubt);
  }

  private List<String> read(double[] values) {
    return IntStream.range(0, values.length)
        .filter(i -> Double.isFinite(values[i]))
        .mapToObj(texts::get)
        .toList();
  }
}
