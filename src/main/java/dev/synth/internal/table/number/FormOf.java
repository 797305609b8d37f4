package dev.synth.internal.table.number;

import dev.synth.table.NumberForm;
import dev.synth.table.NumberForm.Fraction;
import dev.synth.table.NumberForm.Grouping;
import dev.synth.table.NumberForm.Place;
import dev.synth.table.NumberForm.Separators;
import dev.synth.table.NumberForm.Signs;
import dev.synth.table.NumberScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Learns how a column's numbers are written, from all that are. */
final class FormOf {
  private final Map<String, Integer> before = new TreeMap<>();
  private final Map<String, Integer> after = new TreeMap<>();
  private final Map<String, Integer> groups = new TreeMap<>();
  private final Map<Place, Integer> places = new TreeMap<>();
  private final Map<String, Integer> minuses = new TreeMap<>();
  private final Map<String, Integer> pluses = new TreeMap<>();
  private final Map<String, Integer> zeros = new TreeMap<>();
  private final Map<String, Integer> dashes = new TreeMap<>();
  private WrittenDecimals written = new WrittenDecimals(0, 0, 0, 0, false);
  private boolean hasBarePositive;

  /** A sign that a cell below one begins with the separator; beside it, that one begins with 0. */
  private boolean hasBareZero;

  private boolean hasZero;

  private final boolean isScaled;

  /** The most digits behind the decimal separator, by the zeros that a scale stands for. */
  private final Map<Integer, Integer> scaled = new TreeMap<>();

  private FormOf(boolean isScaled) {
    this.isScaled = isScaled;
  }

  /**
   * Returns the form of the texts that are numbers.
   *
   * @param shapes the texts taken apart, null where one is no number
   * @param counts how many rows each has
   * @param way what the separators mean
   * @param scales what was taken off the texts; their zeros are the exponents then
   */
  static NumberForm learn(
      @Nullable NumberShape[] shapes,
      int[] counts,
      SeparatorChoice.SeparatorReading way,
      List<NumberScale> scales) {
    FormOf learned = new FormOf(!scales.isEmpty());
    for (int i = 0; i < shapes.length; i++) {
      NumberShape shape = shapes[i];
      if (shape != null && !Double.isNaN(way.values()[i])) {
        learned.add(shape, way.values()[i], counts[i], way.separators());
      }
    }
    return learned.form(way.separators()).withScales(learned.withDigits(scales));
  }

  private void add(NumberShape shape, double value, int rows, Separators separators) {
    if (value == 0) {
      zeros.merge(shape.isDash() ? shape.mark() : "", rows, Integer::sum);
    }
    if (shape.isDash()) {
      return;
    }
    before.merge(shape.before(), rows, Integer::sum);
    after.merge(shape.after(), rows, Integer::sum);
    char group = separators.group().isEmpty() ? 0 : separators.group().charAt(0);
    for (int i = 0; i < shape.core().length(); i++) {
      char c = shape.core().charAt(i);
      if (group != 0 && NumberShape.canonical(c) == NumberShape.canonical(group)) {
        groups.merge(String.valueOf(c), rows, Integer::sum);
      }
    }
    int exponent = isScaled ? shape.core().indexOf('e') : -1;
    String figures = exponent < 0 ? shape.core() : shape.core().substring(0, exponent);
    int decimals = CoreText.decimals(figures, separators);
    addDecimals(figures, decimals, rows);
    hasBareZero |= figures.startsWith(separators.decimal());
    hasZero |= figures.startsWith("0" + separators.decimal());
    if (decimals >= 0 && value == Math.rint(value)) {
      dashes.merge(shape.dash(), rows, Integer::sum);
    }
    if (exponent >= 0) {
      int zeros = Integer.parseInt(shape.core().substring(exponent + 1));
      scaled.merge(zeros, Math.max(0, decimals), Math::max);
    }
    if (shape.sign() < 0) {
      places.merge(shape.place(), rows, Integer::sum);
      minuses.merge(shape.mark().isEmpty() ? "-" : shape.mark(), rows, Integer::sum);
    }
    if (shape.sign() > 0 && value > 0) {
      pluses.merge(shape.mark(), rows, Integer::sum);
    }
    hasBarePositive |= shape.sign() == 0 && value > 0;
    if (shape.sign() > 0) {
      places.putIfAbsent(shape.place(), 0);
    }
  }

  private List<NumberScale> withDigits(List<NumberScale> scales) {
    List<NumberScale> all = new ArrayList<>();
    for (NumberScale scale : scales) {
      int zeros = (int) Math.rint(Math.log10(scale.factor()));
      int digits = Math.clamp(scaled.getOrDefault(zeros, 0), 0, NumberScale.MOST_DIGITS);
      all.add(new NumberScale(scale.text(), scale.factor(), digits));
    }
    return all;
  }

  private void addDecimals(String core, int decimals, int rows) {
    boolean isBare = decimals <= 0;
    boolean endsInZero = !isBare && core.endsWith("0");
    boolean isWhole = endsInZero && core.substring(core.length() - decimals).matches("0+");
    int fewest = written.fewest() == 0 ? decimals : Math.min(written.fewest(), decimals);
    written =
        new WrittenDecimals(
            isBare ? written.fewest() : fewest,
            endsInZero
                ? Math.max(written.mostEndingInZero(), decimals)
                : written.mostEndingInZero(),
            written.bareWholes() + (isBare ? rows : 0),
            written.zeroWholes() + (isWhole ? rows : 0),
            written.hasExponent() || core.indexOf('e') >= 0 || core.indexOf('E') >= 0);
  }

  private NumberForm form(Separators read) {
    Separators separators =
        groups.isEmpty()
            ? new Separators(Grouping.NONE, "", read.decimal())
            : new Separators(read.grouping(), most(groups, ","), read.decimal());
    Signs signs =
        new Signs(
            most(places, Place.FIRST), most(minuses, "-"), hasBarePositive ? "" : most(pluses, ""));
    String first = mostMarked(before);
    String last = mostMarked(after);
    if (!first.isEmpty() && NumberShape.strip(first).equals(NumberShape.strip(last))) {
      boolean isFirst = before.getOrDefault(first, 0) >= after.getOrDefault(last, 0);
      first = isFirst ? first : ""; // a sign that stands on either side is written on one
      last = isFirst ? "" : last;
    }
    NumberForm form =
        new NumberForm(first, last, separators, written.usual(), signs).withZero(most(zeros, ""));
    Fraction fraction = fraction(form);
    return form.withFraction(fraction.withZeroBare(hasBareZero && !hasZero));
  }

  private Fraction fraction(NumberForm form) {
    String dash = most(dashes, "");
    if (!dash.isEmpty()) {
      return new Fraction(form.fraction().digits(), false, dash);
    }
    return form.withFraction(Fraction.SHORTEST).isPlain() ? written.exact() : form.fraction();
  }

  /** A mark that some numbers have is the column's. */
  private static String mostMarked(Map<String, Integer> rows) {
    Map<String, Integer> marked = new TreeMap<>(rows);
    marked.remove("");
    return most(marked, "");
  }

  private static <T extends Comparable<T>> T most(Map<T, Integer> rows, T none) {
    T most = none;
    int best = -1;
    for (Map.Entry<T, Integer> entry : rows.entrySet()) {
      if (entry.getValue() > best) {
        most = entry.getKey();
        best = entry.getValue();
      }
    }
    return most;
  }
}
