package dev.synth.internal.experiment.judging;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.selection.ParquetRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of files that were copied to be read. Messages name the files that the user named, and the
 * rows' places there.
 *
 * @param copy the Parquet file of copied rows
 * @param places gives a Parquet file with the columns {@code f} and {@code n}: of each copied row,
 *     in their order, the number of its file and its place there
 * @param files what the user calls each file
 */
record CopiedRows(Path copy, Supplier<Path> places, List<String> files) {
  /** Returns what reading the copy gives. */
  <T> T read(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (Problem problem) {
      throw problem.retold(this::told);
    }
  }

  private String told(String text) {
    return Pattern.compile(Pattern.quote("'" + copy + "'") + "(, rows? (\\d+(?:, \\d+)*))?")
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(2) == null ? "'" + files.getFirst() + "'" : of(found.group(2))));
  }

  /** Returns where rows stand, such as {@code 'a.csv', rows 4, 9; 'b.csv', row 1}. */
  private String of(String rows) {
    Map<String, List<String>> numbers = new LinkedHashMap<>();
    Path known = places.get();
    for (String row : rows.split(", ", -1)) {
      String sql =
          PlainText.of(
              "SELECT f, n FROM %s LIMIT 1 OFFSET %d",
              ParquetRows.of(List.of(known)), Long.parseLong(row) - 1);
      ParquetRows.forEach(
          sql,
          1,
          place ->
              numbers
                  .computeIfAbsent(files.get((int) place.whole(0)), file -> new ArrayList<>())
                  .add(Long.toString(place.whole(1) + 1)));
    }
    List<String> told = new ArrayList<>();
    numbers.forEach(
        (file, own) ->
            told.add(
                PlainText.of(
                    "'%s', row%s %s", file, own.size() > 1 ? "s" : "", String.join(", ", own))));
    return String.join("; ", told);
  }
}
