package dev.synth.internal.table.cell;

import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of a {@link TimePattern}, such as {@code dd/MM/yyyy HH:mm}. */
final class TimePatternParser {
  private static final String KNOWN = "yMdoEHhkmsSaXYweD";

  private final String text;
  private final StringBuilder letters = new StringBuilder();
  private int at;
  private int slots;

  TimePatternParser(String text) {
    this.text = text;
  }

  int slots() {
    return slots;
  }

  String letters() {
    return letters.toString();
  }

  List<TimeElement> parse() {
    List<TimeElement> elements = sequence(false);
    boolean date = has('y') || has('Y');
    boolean isWhole = has('y') ? has('M') || has('D') : has('Y') ? has('w') : hasHour();
    if (!isWhole) {
      throw new IllegalArgumentException("have a year (yyyy) and a month (MM), or an hour (HH)");
    }
    require(date || !(has('M') || has('d') || has('E')), "have a year (yyyy) beside its month");
    require(
        has('y')
            ? !has('Y') && !has('w') && !(has('D') && (has('M') || has('d')))
            : !(has('D') || (has('Y') && (has('M') || has('d')))),
        "have one of a month (MM), a week (YYYY-'W'ww) and a day of the year (yyyy-DDD)");
    require(has('Y') || !(has('w') || has('e')), "have a year of weeks (YYYY) beside its week");
    require(has('d') || !has('o'), "have a day (d) before its 'o', which is st, nd, rd or th");
    require(date || !has('X'), "have a date beside its offset");
    require(!has('h') || has('a'), "have 'a' (AM or PM) where hours count to 12 (h); or say H");
    require(!has('k') || !(has('H') || has('h')), "have one of H, h and k for its hours");
    require(!has('m') || hasHour(), "have an hour (HH) where it has minutes");
    require(!has('s') || has('m'), "have minutes (mm) where it has seconds");
    require(!has('S') || has('s'), "have seconds (ss) where it has parts of one");
    return elements;
  }

  private boolean hasHour() {
    return has('H') || has('h') || has('k');
  }

  private boolean has(char letter) {
    return letters.indexOf(String.valueOf(letter)) >= 0;
  }

  private static void require(boolean holds, String must) {
    if (!holds) {
      throw new IllegalArgumentException(must);
    }
  }

  private List<TimeElement> sequence(boolean inner) {
    List<TimeElement> elements = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    while (at < text.length() && text.charAt(at) != ']') {
      char c = text.charAt(at);
      if (c == '\'') {
        literal.append(quoted());
      } else if (c == '[' || isLetter(c)) {
        flush(literal, elements);
        elements.add(c == '[' ? section() : field());
      } else {
        require(c != '%', "be of letters such as yyyy-MM-dd HH:mm:ss, not of %Y and the like");
        require(c != '{' && c != '}' && c != '#', PlainText.of("not have '%s'", c));
        literal.append(c);
        at++;
      }
    }
    require(inner == at < text.length(), "close each bracket that it opens");
    flush(literal, elements);
    return List.copyOf(elements);
  }

  private static void flush(StringBuilder literal, List<TimeElement> elements) {
    if (literal.length() > 0) {
      elements.add(new TimeElement.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private TimeElement section() {
    at++;
    List<TimeElement> inner = sequence(true);
    at++;
    return new TimeElement.Section(inner, slots++);
  }

  private String quoted() {
    int end = text.indexOf('\'', at + 1);
    require(end > 0, "close each quote that it opens");
    String inner = text.substring(at + 1, end);
    at = end + 1;
    return inner.isEmpty() ? "'" : inner;
  }

  private TimeElement field() {
    boolean isPadded = text.startsWith("pp", at);
    at += isPadded ? 2 : 0;
    require(at < text.length(), "have a letter behind pp, such as ppd");
    int start = at;
    char given = text.charAt(at);
    while (at < text.length() && text.charAt(at) == given) {
      at++;
    }
    int count = at - start;
    char letter =
        switch (given) {
          case 'u' -> 'y';
          case 'L' -> 'M';
          case 'x', 'Z', 'z', 'O', 'V' -> 'X';
          case 'e' -> has('w') ? 'e' : 'E';
          case 'n' -> throw new IllegalArgumentException("say parts of a second with S");
          default -> given;
        };
    require(
        KNOWN.indexOf(letter) >= 0,
        PlainText.of(
            "put letters that stand for themselves between quotes; '%s' is none of %s",
            given, KNOWN));
    require(letter == 'S' || !has(letter), PlainText.of("have '%s' once", given));
    require(
        count <= most(letter),
        PlainText.of("not have '%s' %s times", given, Integer.toString(count)));
    require(
        letter != 'Y' || (count == 4 && text.indexOf('w') >= 0),
        "say the year with y, not with Y, unless it is one of weeks (YYYY-'W'ww)");
    require(
        letter != 'D' || count == 3,
        "say the day of the month with d, not with D, and that of the year with DDD");
    require(letter != 'y' || count != 3, "have a year of two digits (yy) or four (yyyy)");
    letters.append(letter);
    boolean full = letter == 'y' && count == 1;
    require(
        !isPadded || (count == 1 && "dHhkM".indexOf(letter) >= 0),
        "pad with blanks a day or an hour of one letter, such as ppd");
    boolean mayEndInDot = !text.substring(at).replaceAll("[\\[\\]']", "").startsWith(".");
    return new TimeElement.Field(letter, full ? 4 : count, slots++, isPadded, mayEndInDot);
  }

  private static int most(char letter) {
    return switch (letter) {
      case 'o', 'e' -> 1;
      case 'd', 'H', 'h', 'k', 'm', 's', 'w' -> 2;
      case 'S' -> 9;
      default -> 5;
    };
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /**
   * Returns a text as it stands in a pattern: letters, which would mean something else, in quotes.
   */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean needed = c != '\'' && "[]{}#%".indexOf(c) < 0 && !isLetter(c);
      if (open == needed && c != '\'') {
        quoted.append('\'');
        open = !open;
      }
      quoted.append(c == '\'' ? "''" : String.valueOf(c));
    }
    return quoted.append(open ? "'" : "").toString();
  }
}
