package dev.synth.internal.report.format;

import dev.synth.internal.base.PlainText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pieces of HTML. Whatever is called text is escaped here; whatever is called html is not. */
public final class Html {
  private static final String NUMBER = "<td class=\"number\">";

  /** The tag that begins a cell; texts hold none, since they are escaped. */
  private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>");

  private Html() {}

  /**
   * Escapes text for element content and for attributes in double quotes. A number stays beside its
   * percent sign.
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case ' ' -> escaped.append(text.startsWith("%", i + 1) ? '\u00A0' : ' ');
        default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return escaped.toString();
  }

  public static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>\n";
  }

  /** A sentence that stands on paper alone. */
  public static String printed(String text) {
    return "<p class=\"note printed\">" + escape(text) + "</p>\n";
  }

  public static String note(String text) {
    return "<p class=\"note\">" + escape(text) + "</p>\n";
  }

  /** A section that the table of contents names, by an address made of its title. */
  public static String section(String title, String html) {
    return PlainText.of(
        "<section id=\"%s\">\n<h2>%s</h2>\n%s</section>\n", address(title), escape(title), html);
  }

  private static String address(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  public static String details(String summary, String html) {
    return "<details>\n<summary>" + escape(summary) + "</summary>\n" + html + "</details>\n";
  }

  /**
   * A figure that stands out, with its name above and a word on it below.
   *
   * @param tone {@code good}, {@code bad} or nothing
   */
  public static String tile(String tone, String label, String value, String detail) {
    return PlainText.of(
        """
        <div class="tile %s"><p class="label">%s</p>
        <p class="value">%s</p>
        <p class="detail">%s</p></div>
        """,
        tone, escape(label), escape(value), escape(detail));
  }

  /** A list of texts; nothing where there are none. */
  public static String list(List<String> texts) {
    return texts.isEmpty()
        ? ""
        : texts.stream()
            .map(text -> "<li>" + escape(text) + "</li>\n")
            .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  /**
   * A table whose header is text and whose cells come from {@link #cell} and its like. What stands
   * above numbers stands at their side.
   */
  public static String table(List<String> headers, List<String> rowsHtml) {
    StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr>");
    Set<Integer> numbers = numbers(rowsHtml);
    for (int i = 0; i < headers.size(); i++) {
      html.append("<th scope=\"col\"")
          .append(numbers.contains(i) ? " class=\"number\">" : ">")
          .append(escape(headers.get(i)))
          .append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    rowsHtml.forEach(html::append);
    return html.append("</tbody>\n</table></div>\n").toString();
  }

  /** Returns which columns hold numbers in some row. */
  private static Set<Integer> numbers(List<String> rowsHtml) {
    Set<Integer> numbers = new HashSet<>();
    for (String row : rowsHtml) {
      Matcher cells = CELL.matcher(row);
      for (int i = 0; cells.find(); i++) {
        if (cells.group().equals(NUMBER)) {
          numbers.add(i);
        }
      }
    }
    return numbers;
  }

  /** A row of a table. */
  public static String row(String cssClass, List<String> cellsHtml) {
    String attribute = cssClass.isEmpty() ? "" : " class=\"" + escape(cssClass) + "\"";
    return "<tr" + attribute + ">" + String.join("", cellsHtml) + "</tr>\n";
  }

  public static String head(String text) {
    return "<th scope=\"row\">" + escape(text) + "</th>";
  }

  /** The first cell of a row, on one line. */
  public static String name(String text) {
    return "<th scope=\"row\" class=\"name\">" + escape(text) + "</th>";
  }

  /** A cell on one line. */
  public static String word(String text) {
    return "<td class=\"name\">" + escape(text) + "</td>";
  }

  public static String cell(String text) {
    return "<td>" + escape(text) + "</td>";
  }

  /** A cell of several words, which is kept wide enough to read. */
  public static String prose(String text) {
    return "<td class=\"prose\">" + escape(text) + "</td>";
  }

  public static String number(String text) {
    return NUMBER + escape(text) + "</td>";
  }

  public static String htmlCell(String html) {
    return "<td>" + html + "</td>";
  }
}
