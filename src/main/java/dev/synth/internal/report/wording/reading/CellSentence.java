package dev.synth.internal.report.wording.reading;

import dev.synth.internal.base.PlainText;
import dev.synth.table.reading.CellNote;
import java.util.List;

/** A note on the cells of several columns, in a sentence. */
final class CellSentence {
  private CellSentence() {}

  static String of(CellNote note) {
    return switch (note) {
      case CellNote.MissingWords missing ->
          "read as missing: "
              + Named.first(
                  missing.columns().stream()
                      .map(
                          each ->
                              PlainText.of(
                                  "%s in '%s'", ColumnPhrase.words(each.words()), each.column()))
                      .toList());
      case CellNote.OwnForms forms ->
          columns(
              "with numbers or times in a form of their own: ",
              forms.columns().stream()
                  .map(
                      each ->
                          PlainText.of(
                              "'%s' like %s",
                              each.column(), ColumnPhrase.form(each.example(), each.readAs())))
                  .toList());
      case CellNote.WithoutValue empty ->
          columns("without any value, so of no use: ", quoted(empty.columns()));
      case CellNote.OneValue constant ->
          columns("with one value only: ", quoted(constant.columns()));
      case CellNote.MissingCells missing ->
          columns(
              "with missing cells: ",
              missing.columns().stream()
                  .map(each -> PlainText.of("'%s' (%,d)", each.column(), each.missing()))
                  .toList());
    };
  }

  private static List<String> quoted(List<String> columns) {
    return columns.stream().map(column -> "'" + column + "'").toList();
  }

  private static String columns(String what, List<String> columns) {
    return PlainText.of(
        "%,d %s %s%s",
        columns.size(), columns.size() == 1 ? "column" : "columns", what, Named.first(columns));
  }
}
