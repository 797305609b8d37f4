package dev.synth.internal.table.read.problem;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.table.number.NumberReading;
import dev.synth.internal.table.stage.Dictionary;
import dev.synth.internal.table.stage.StagedTable;
import dev.synth.table.NumberForm;
import dev.synth.table.reading.TypeNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the columns that can't be read without a decision of the user's, so that all of them are
 * told at once.
 */
public final class ReadProblems {
  /** So many texts of a column are named. */
  private static final int NAMED = 5;

  /** Fewer different numbers among words are rather levels: {@code 0}, {@code 1}, {@code none}. */
  private static final int MANY = 10;

  /** No more characters of a text are shown. */
  private static final int LONGEST = 60;

  private final StagedTable staged;
  private final boolean isTypedByConfig;
  private final List<String> problems = new ArrayList<>();

  /** The first rows in which words stand among numbers or times. */
  private final Set<Integer> strayRows = new TreeSet<>();

  private int strayColumns;

  /**
   * An empty gathering.
   *
   * @param isTypedByConfig whether the config's types decide how the columns are read; else those
   *     of another table do
   */
  public ReadProblems(StagedTable staged, boolean isTypedByConfig) {
    this.staged = staged;
    this.isTypedByConfig = isTypedByConfig;
  }

  /** Throws a data problem that tells all that was gathered, if anything was. */
  public void throwIfAny() {
    if (problems.size() == 1) {
      throw Problem.data("%s%s", problems.getFirst(), strayLine());
    }
    if (!problems.isEmpty()) {
      String line =
          strayRows.size() == 1 && strayColumns == problems.size()
              ? PlainText.of(
                  ", all for %s; if it says units or types, delete it",
                  staged.where(strayRows.iterator().next()))
              : "";
      throw Problem.several(
          ExitCode.DATA,
          problems.size() + " columns need a decision of yours" + line + ":",
          problems);
    }
  }

  /** A word in the first row alone may be a unit, and in the last one a total. */
  private String strayLine() {
    boolean isOne = strayColumns == 1 && strayRows.size() == 1;
    int row = isOne ? strayRows.iterator().next() : -1;
    if (row < 0 || (row > 0 && row < staged.rowCount() - 1)) {
      return "";
    }
    return row == 0
        ? "; if the line says units or types, delete it"
        : "; if the line is a total or a remark, delete it";
  }

  public void add(String problem) {
    problems.add(problem);
  }

  /**
   * Takes down a column of numbers or times with some words among them.
   *
   * @param kind what nearly all cells are: numbers, or times
   * @param reads which texts are such
   */
  public void strays(String column, String kind, Dictionary texts, IntPredicate reads) {
    int[] counts = texts.counts();
    List<Integer> strays = strays(counts, reads);
    int present = IntStream.of(counts).sum();
    int read = present - strays.stream().mapToInt(i -> counts[i]).sum();
    strayColumns++;
    for (int row : texts.rowsOf(i -> !reads.test(i), 2)) {
      strayRows.add(row);
    }
    String words =
        strays.stream()
            .limit(NAMED)
            .map(i -> YamlText.of(texts.values().get(i)))
            .collect(Collectors.joining(", "));
    String more = strays.size() > NAMED ? ", …" : "";
    problems.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d cells of '%s' are %s; %s %s not: if missing, add %s to data.missing"
                + " (`missing: [%s%s]`); if a category, say `%s`",
            read,
            present,
            column,
            kind,
            named(texts, counts, strays),
            strays.size() == 1 ? "is" : "are",
            strays.size() == 1 ? "it" : "them",
            words,
            more,
            ConfigLine.type(column, "categorical")));
  }

  /**
   * Returns a note on a column of words of which many are numbers or times, or null where fewer
   * than half are, or few different ones.
   *
   * @param reads which texts are such
   */
  public TypeNote.@Nullable PartlyRead partly(
      String column, boolean areTimes, Dictionary texts, IntPredicate reads) {
    int[] counts = texts.counts();
    List<Integer> strays = strays(counts, reads);
    int present = IntStream.of(counts).sum();
    int read = present - strays.stream().mapToInt(i -> counts[i]).sum();
    if (strays.isEmpty() || 2 * read < present || counts.length - strays.size() < MANY) {
      return null;
    }
    int first = strays.getFirst();
    return new TypeNote.PartlyRead(
        column,
        areTimes,
        read,
        present,
        strays.size(),
        shown(texts.values().get(first)),
        Places.of(staged, texts.rowsOf(i -> i == first, Places.NAMED + 1)));
  }

  /** A long text is cut, since nobody reads it in a message. */
  public static String shown(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /**
   * Takes down a column that the config calls numbers or times, and that has other cells.
   *
   * @param type the type's name
   * @param what what each cell should be
   * @param hint how to write them instead; or empty
   */
  public void misfits(
      String column, String type, String what, Dictionary texts, IntPredicate reads, String hint) {
    int[] counts = texts.counts();
    List<Integer> strays = strays(counts, reads);
    int present = IntStream.of(counts).sum();
    problems.add(
        String.format(
            Locale.ROOT,
            "'%s' is typed %s, but %,d of %,d cells are not %s: %s%s",
            column,
            type,
            strays.stream().mapToInt(i -> counts[i]).sum(),
            present,
            what,
            named(texts, counts, strays),
            hint));
  }

  /** Takes down a column of two currencies, or of percentages and plain numbers. */
  public void mixed(
      String column, Dictionary texts, NumberReading numbers, Map<String, Integer> marks) {
    String named =
        marks.entrySet().stream()
            .map(
                entry ->
                    String.format(
                        Locale.ROOT,
                        "%s (%,d cells, %s)",
                        entry.getKey().isEmpty() ? "none" : "'" + entry.getKey() + "'",
                        entry.getValue(),
                        Places.of(
                            staged,
                            texts.rowsOf(
                                i -> entry.getKey().equals(numbers.marks()[i]), Places.NAMED + 1))))
            .collect(Collectors.joining(", "));
    problems.add(
        PlainText.of(
            "'%s' mixes currencies or units: %s; write all its numbers in one%s",
            column,
            named,
            isTypedByConfig ? ", or say `" + ConfigLine.type(column, "categorical") + "`" : ""));
  }

  /** Takes down a column whose separators can be read in two ways, neither of them likelier. */
  public void doubt(String column, NumberReading numbers, NumberReading.Doubt doubt) {
    String cure =
        isTypedByConfig
            ? PlainText.of(
                "say `%s`, or `%s`", line(column, numbers.form()), line(column, doubt.other()))
            : "write its numbers with a decimal point, and without thousands separators";
    problems.add(
        PlainText.of(
            "'%s' can be read in two ways: whether the separator in '%s' parts thousands or"
                + " decimals can't be told; %s",
            column, doubt.example(), cure));
  }

  private static String line(String column, NumberForm form) {
    return ConfigLine.format(column, NumberReading.example(form));
  }

  private static List<Integer> strays(int[] counts, IntPredicate reads) {
    return IntStream.range(0, counts.length)
        .filter(i -> !reads.test(i))
        .boxed()
        .sorted(Comparator.comparingInt(i -> -counts[i]))
        .toList();
  }

  private String named(Dictionary texts, int[] counts, List<Integer> strays) {
    String named =
        strays.stream()
            .limit(NAMED)
            .map(
                i ->
                    String.format(
                        Locale.ROOT,
                        "'%s' (%,d, %s)",
                        shown(texts.values().get(i)),
                        counts[i],
                        Places.of(staged, texts.rowsOf(j -> j == i, Places.NAMED + 1))))
            .collect(Collectors.joining(", "));
    int more = strays.size() - NAMED;
    return more > 0 ? named + PlainText.of(" and %d more texts", more) : named;
  }
}
