package dev.synth.internal.table.delimited;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.TextStyle;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The delimiter of a delimited text's cells, and the place of its column names.
 *
 * <p>The names stand in the first line, and the delimiter is the one that parts that line into most
 * cells. Where the lines below have another number of cells, the first line is a title or remark.
 * Then the names stand in the first line that has as many cells as all below, none of them empty
 * and none a number. A line such as {@code sep=;} names the delimiter, unless no line has it. A
 * rarer delimiter, such as {@code ^} or {@code :}, is one that parts all lines into as many cells.
 *
 * @param delimiter what parts the cells
 * @param before how many records stand before the column names
 * @param quoting how a quote inside quotes is written
 * @param layout how the lines are to be taken
 */
public record TextForm(char delimiter, int before, CsvRecords.Quoting quoting, Layout layout) {
  private static final String DELIMITERS = TextStyle.DELIMITERS;

  /** Some say {@code sep=\t} or {@code sep=tab}; Excel fills the line up with delimiters. */
  private static final Pattern NAMED_DELIMITER =
      Pattern.compile(
          "\"?sep\\s*=\\s*(?:(?<tab>\\\\t|tab)|(?<sign>.))\"?[,;\t| ]*|\"?sep=(?<two>(.)\\4)\"?",
          Pattern.CASE_INSENSITIVE);

  /** The fewest lines in which a rarer delimiter is told. */
  private static final int FEWEST_LINES = 3;

  /** The fewest cells that blanks part: a date and a time are one. */
  private static final int FEWEST_PARTED_BY_BLANKS = 3;

  /** The highest character that DuckDB is asked to part cells by. */
  private static final int ASCII = 127;

  /** The number of records looked at, and the number of them that may stand before the names. */
  private static final int LOOKED_AT = 60;

  private static final int BEFORE_AT_MOST = 30;

  /** The share of the lines below the names that must have as many cells, beside a title. */
  private static final double ALIKE = 0.9;

  /** The way that a text's lines are to be taken. */
  public enum Layout {
    /** As they are. */
    LINES,
    /** As they are, below some without a character. */
    BLANK_FIRST,
    /** As a {@link DrawnTable}. */
    DRAWN,
    /** With two delimiters between cells in the place of one. */
    DOUBLED
  }

  TextForm(char delimiter, int before, CsvRecords.Quoting quoting) {
    this(delimiter, before, quoting, Layout.LINES);
  }

  private record Lines(List<List<String>> records) {
    int width(int record) {
      return records.get(record).size();
    }

    /** The number of cells that most records from a place on have; the larger one of two. */
    int commonWidth(int from) {
      Map<Integer, Integer> counts = new HashMap<>();
      records.stream().skip(from).forEach(cells -> counts.merge(cells.size(), 1, Integer::sum));
      int best = 0;
      for (int width : counts.keySet()) {
        int more = counts.getOrDefault(width, 0) - counts.getOrDefault(best, 0);
        best = more > 0 || (more == 0 && width > best) ? width : best;
      }
      return best;
    }

    Lines without(int first) {
      return new Lines(records.subList(Math.min(first, records.size()), records.size()));
    }

    /** Returns whether every second cell is empty in all lines, between names in the first. */
    boolean areDoubled() {
      return records.size() >= FEWEST_LINES
          && width(0) > 2
          && shareOfWidth(0, width(0)) == 1
          && IntStream.range(0, width(0))
              .allMatch(
                  at ->
                      at % 2 == 0
                          ? !records.getFirst().get(at).isBlank()
                          : records.stream().allMatch(cells -> cells.get(at).isEmpty()));
    }

    double shareOfWidth(int from, int width) {
      long alike = records.stream().skip(from).filter(cells -> cells.size() == width).count();
      return (double) alike / Math.max(1, records.size() - from);
    }
  }

  /**
   * Returns the form of a text.
   *
   * @param head the text's beginning, many lines of it
   * @param whole whether the beginning is all there is; else its last line may be cut
   */
  static TextForm of(String head, boolean whole) {
    String first = head.lines().filter(line -> !line.isEmpty()).findFirst().orElse("");
    Matcher named = NAMED_DELIMITER.matcher(first);
    if (named.matches()) {
      return ofNamed(sign(named), head, whole);
    }
    OptionalInt drawn = DrawnTable.linesBefore(head);
    if (drawn.isPresent()) {
      return new TextForm('|', drawn.getAsInt(), CsvRecords.Quoting.DOUBLED, Layout.DRAWN);
    }
    char delimiter = delimiter(first);
    Lines lines = lines(head, delimiter, whole);
    boolean isBlankFirst = head.lines().findFirst().orElse("x").isBlank();
    TextForm plain =
        new TextForm(
            delimiter,
            0,
            CsvRecords.Quoting.DOUBLED,
            lines.areDoubled() ? Layout.DOUBLED : isBlankFirst ? Layout.BLANK_FIRST : Layout.LINES);
    if (isHeader(lines)) {
      return plain;
    }
    return below(head, whole).or(() -> rare(head, whole)).orElse(plain);
  }

  /** Returns whether a line names a delimiter, as {@code sep=;} does. */
  static boolean namesDelimiter(String line) {
    return NAMED_DELIMITER.matcher(line).matches();
  }

  private static char sign(Matcher named) {
    String sign = named.group("sign");
    String two = named.group("two");
    return sign != null ? sign.charAt(0) : two != null ? two.charAt(0) : '\t';
  }

  /** Returns the form of a text whose first line names a delimiter, which others may not have. */
  private static TextForm ofNamed(char delimiter, String head, boolean whole) {
    Lines lines = lines(head, delimiter, whole).without(1);
    Layout layout = lines.areDoubled() ? Layout.DOUBLED : Layout.LINES;
    TextForm said = new TextForm(delimiter, 1, CsvRecords.Quoting.DOUBLED, layout);
    boolean isThere = lines.records.isEmpty() || lines.width(0) > 1;
    return isThere && isHeader(lines) ? said : below(head, whole).orElse(said);
  }

  /** Finds a rarer delimiter, which parts all lines into as many cells. */
  private static Optional<TextForm> rare(String head, boolean whole) {
    TextForm best = null;
    int widest = 1;
    for (int i = 0; i < TextStyle.RARE_DELIMITERS.length(); i++) {
      char delimiter = TextStyle.RARE_DELIMITERS.charAt(i);
      Lines lines = lines(head, delimiter, whole);
      boolean areDoubled = lines.areDoubled();
      int fewest = delimiter == ' ' ? FEWEST_PARTED_BY_BLANKS : 2;
      boolean isTable =
          lines.records.size() >= FEWEST_LINES
              && lines.width(0) >= fewest
              && lines.shareOfWidth(0, lines.width(0)) == 1
              && (areDoubled || areNames(lines.records.getFirst()));
      if (isTable && lines.width(0) > widest) {
        widest = lines.width(0);
        Layout layout = areDoubled ? Layout.DOUBLED : Layout.LINES;
        best = new TextForm(delimiter, 0, CsvRecords.Quoting.DOUBLED, layout);
      }
    }
    return Optional.ofNullable(best);
  }

  private static char delimiter(String line) {
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      quoted ^= c == '"';
      if (!quoted && DELIMITERS.indexOf(c) >= 0) {
        counts[DELIMITERS.indexOf(c)]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return DELIMITERS.charAt(best);
  }

  private static Lines lines(String head, char delimiter, boolean whole) {
    List<List<String>> records = new ArrayList<>();
    try {
      CsvRecords reader = new CsvRecords(new StringReader(head), delimiter);
      for (List<String> cells = reader.next();
          cells != null && records.size() < LOOKED_AT;
          cells = reader.next()) {
        if (cells.size() > 1 || !cells.getFirst().isBlank()) {
          records.add(cells);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory is read without fail
    }
    if (!whole && records.size() > 1 && records.size() < LOOKED_AT) {
      records.removeLast();
    }
    return new Lines(records);
  }

  /** Returns whether the first line looks like the names of the columns below it. */
  private static boolean isHeader(Lines lines) {
    if (lines.records.size() < 2) {
      return true;
    }
    List<String> first = lines.records.getFirst();
    int width = lines.commonWidth(1);
    long empty = first.stream().filter(String::isBlank).count();
    boolean padded = empty >= 2 && 2 * empty > first.size();
    boolean alike =
        switch (first.size() - width) {
          case 0 -> true;
          case 1 -> first.getLast().isBlank(); // a delimiter at the end of the first line alone
          case -1 -> lines.records.stream().skip(1).allMatch(cells -> cells.getLast().isBlank());
          default -> false;
        };
    return first.size() > 1 && alike && !padded;
  }

  /** Finds the names below a title or remarks. */
  private static Optional<TextForm> below(String head, boolean whole) {
    TextForm best = null;
    int widest = 1;
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char delimiter = DELIMITERS.charAt(i);
      Lines lines = lines(head, delimiter, whole);
      int from = Math.min(lines.records.size() / 2, BEFORE_AT_MOST);
      int width = lines.commonWidth(from);
      int last = Math.min(BEFORE_AT_MOST, lines.records.size() - 2);
      for (int at = 0; width > widest && at <= last; at++) {
        if (lines.width(at) == width
            && areNames(lines.records.get(at))
            && lines.shareOfWidth(at + 1, width) >= ALIKE) {
          best = new TextForm(delimiter, at, CsvRecords.Quoting.DOUBLED);
          widest = width;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean areNames(List<String> cells) {
    Set<String> different = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).strip();
      boolean closing = i == cells.size() - 1 && i > 1; // a delimiter at the line's end
      if ((cell.isEmpty() && !closing)
          || NumberText.parse(cell).isPresent()
          || !different.add(cell)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the same with another way to write a quote inside quotes. */
  TextForm with(CsvRecords.Quoting other) {
    return new TextForm(delimiter, before, other, layout);
  }

  /** Returns the same with lines as they are. */
  TextForm withLines() {
    return new TextForm(delimiter, before, quoting, Layout.LINES);
  }

  /** Returns whether cells must be parted anew before they can be read. */
  public boolean isRewritten() {
    return layout == Layout.DRAWN || layout == Layout.DOUBLED;
  }

  /** Returns whether DuckDB reads it as it stands. */
  public boolean isPlain() {
    return layout == Layout.LINES
        && before == 0
        && quoting == CsvRecords.Quoting.DOUBLED
        && delimiter <= ASCII;
  }
}
