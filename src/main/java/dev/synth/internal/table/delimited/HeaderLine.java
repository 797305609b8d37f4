package dev.synth.internal.table.delimited;

import dev.synth.base.Problem;
import dev.synth.internal.table.cell.NumberText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The first line of a delimited file: the names of its columns, and what is no such line. */
final class HeaderLine {
  /** Blanks at both ends, those that break no line and marks of byte order included. */
  private static final Pattern BLANK_ENDS =
      Pattern.compile("^[\\s\\h\\ufeff\\u200b]+|[\\s\\h\\ufeff\\u200b]+$");

  /** A text that begins with a mark in pointed brackets; one with delimiters may be a header. */
  private static final Pattern MARKUP = Pattern.compile("<[!?/]?[a-zA-Z-][^,;\\t|\\n]*(\\R|$)");

  /** Comments, and below them the name that an ARFF file gives itself. */
  private static final Pattern ARFF =
      Pattern.compile("(%.*\\R|\\s*\\R)*@relation\\s", Pattern.CASE_INSENSITIVE);

  /** The number of characters that tell other formats of text. */
  private static final int FORMAT_START = 16;

  private HeaderLine() {}

  /**
   * Refuses text that begins as other formats of text do.
   *
   * @throws Problem (data) if it is JSON, HTML, XML or ARFF
   */
  static void checkIsTable(Path path, String beginning) {
    String text = beginning.stripLeading();
    String start =
        text.substring(0, Math.min(FORMAT_START, text.length())).toLowerCase(Locale.ROOT);
    if (start.startsWith("{\"") || start.startsWith("[{")) {
      throw Problem.data("'%s' is JSON by its first characters; end its name in .json", path);
    }
    if (isMarkup(text)) {
      throw Problem.data(
          "'%s' is HTML or XML and no table; was it downloaded from a page that asks to log in?",
          path);
    }
    if (start.startsWith("@relation ") || ARFF.matcher(text).lookingAt()) {
      throw Problem.data(
          "'%s' is an ARFF file; save its rows as CSV, with the names of its attributes as the"
              + " first line",
          path);
    }
  }

  private static boolean isMarkup(String text) {
    String start = text.substring(0, Math.min(FORMAT_START, text.length()));
    return start.toLowerCase(Locale.ROOT).startsWith("<!doctype")
        || MARKUP.matcher(text).lookingAt();
  }

  /**
   * Returns the names of the columns, unique and not empty; one without a name gets one.
   *
   * @param line where the header stands, from 1
   * @throws Problem (data) if two names are equal, or all are numbers
   */
  static List<String> names(Path path, int line, List<String> header) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<String> bare =
        header.stream().map(cell -> BLANK_ENDS.matcher(cell).replaceAll("")).toList();
    for (String cell : bare) {
      String name = cell.isEmpty() ? nameless(names.size() + 1, bare) : cell;
      if (!seen.add(name)) {
        String where = line == 1 ? "" : ", line " + line + ",";
        throw Problem.data(
            "'%s'%s has two columns named '%s'; names must differ", path, where, name);
      }
      names.add(name);
    }
    if (header.stream().allMatch(cell -> NumberText.parse(cell.strip()).isPresent())) {
      throw Problem.data(
          "'%s' has numbers in its first line; that line must hold the column names", path);
    }
    return names;
  }

  /** Returns a name for a column without one, which no other column has. */
  private static String nameless(int place, List<String> others) {
    String name = "column_" + place;
    for (int more = 2; others.contains(name); more++) {
      name = "column_" + place + "_" + more;
    }
    return name;
  }
}
