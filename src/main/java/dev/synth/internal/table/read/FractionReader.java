package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.FractionText;
import dev.synth.internal.table.read.problem.ReadProblems;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.table.CellForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns of whole numbers and fractions as numbers: {@code 3 1/2}, {@code 3½}.
 *
 * <p>A fraction alone, such as {@code 1/2}, may be anything: a date, a score, a share of parts. So
 * some cell must have a whole number beside its fraction or a fraction of one character, unless the
 * user said that the column holds numbers.
 */
final class FractionReader {
  /** From this share of cells on that are fractions the others are a question for the user. */
  private static final double NEARLY_ALL = 0.95;

  private final ReadProblems problems;
  private final ReadNotes notes;

  FractionReader(ReadProblems problems, ReadNotes notes) {
    this.problems = problems;
    this.notes = notes;
  }

  /**
   * A column of fractions.
   *
   * @param values one a row, NaN where missing
   * @param form how they are written; null where some are none, and the user has been told
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Fractions(double[] values, CellForm.@Nullable Fractions form) {}

  /**
   * Returns a column of texts as fractions; null where it holds others.
   *
   * @param isAsked whether the user said that it holds numbers
   */
  @Nullable Fractions read(String name, Dictionary texts, boolean isAsked) {
    if (texts.values().stream().noneMatch(FractionText::mayBeOne)) {
      return null;
    }
    int[] counts = texts.counts();
    double[] values = new double[counts.length];
    TreeSet<Integer> denominators = new TreeSet<>();
    Map<String, Integer> examples = new TreeMap<>();
    int read = 0;
    boolean isTelling = isAsked;
    boolean hasOverOne = false;
    for (int i = 0; i < values.length; i++) {
      FractionText text = FractionText.parse(texts.values().get(i));
      values[i] = text == null ? Double.NaN : text.value();
      if (text == null) {
        continue;
      }
      read += counts[i];
      isTelling |= text.isTelling();
      if (text.numerator() > 0) {
        if (text.denominator() > 1) {
          denominators.add(text.denominator());
        }
        boolean isMixed = text.whole() > 0;
        boolean isAbove = text.numerator() >= text.denominator();
        hasOverOne |= text.denominator() == 1;
        examples.merge(example(text), isMixed || isAbove ? counts[i] : 0, Integer::sum);
      }
    }
    boolean areMost = read == texts.present() || (!isAsked && read >= NEARLY_ALL * texts.present());
    if (!isTelling || denominators.isEmpty() || !areMost) {
      return null;
    }
    if (read < texts.present()) {
      problems.strays(name, "fractions", texts, i -> !Double.isNaN(values[i]));
      return new Fractions(values, null);
    }
    notes.form(name, example(texts), null);
    String example = most(examples);
    return new Fractions(
        texts.mapped(values),
        new CellForm.Fractions(
            hasOverOne ? example.replaceFirst("^3(?<slash>.)2$", "1${slash}1") : example,
            List.copyOf(denominators)));
  }

  /** A fraction in the form of a text: mixed, above one, or below it. */
  private static String example(FractionText text) {
    if (text.slash().isEmpty()) {
      return text.whole() > 0 ? "1" + text.between() + "½" : "½";
    }
    if (text.numerator() >= text.denominator()) {
      return "3" + text.slash() + "2";
    }
    return (text.whole() > 0 ? "1" + text.between() : "") + "1" + text.slash() + "2";
  }

  private static String example(Dictionary texts) {
    List<String> values = texts.values();
    return IntStream.range(0, values.size())
        .mapToObj(values::get)
        .filter(
            text -> {
              FractionText parts = FractionText.parse(text);
              return parts != null && parts.numerator() > 0;
            })
        .findFirst()
        .orElseThrow();
  }

  private static String most(Map<String, Integer> counts) {
    List<Map.Entry<String, Integer>> all = new ArrayList<>(counts.entrySet());
    Map.Entry<String, Integer> most = all.getFirst();
    for (Map.Entry<String, Integer> each : all) {
      most = each.getValue() > most.getValue() ? each : most;
    }
    return most.getKey();
  }
}
