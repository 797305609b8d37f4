package dev.synth.internal.report;

import dev.synth.base.Problem;
import dev.synth.internal.base.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats in which a finished run is rendered once more. */
public enum ReportFormat {
  /** Tables of {@code booktabs}, to be included in a paper. */
  LATEX,
  /** Tables as GitHub reads them. */
  MARKDOWN,
  /** The page that every run has as {@code report.html}. */
  HTML,
  /** The same page, printed by a browser. */
  PDF;

  /**
   * Returns the format of a name in small letters.
   *
   * @throws Problem (usage) if there is none
   */
  public static ReportFormat of(String name) {
    List<String> names = Arrays.stream(values()).map(ReportFormat::word).toList();
    int place = names.indexOf(name);
    if (place < 0) {
      String hint = Spelling.hint(name, names);
      throw Problem.invalid(
          "format", "must be latex, markdown, html or pdf, but is '%s'%s", name, hint);
    }
    return values()[place];
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
