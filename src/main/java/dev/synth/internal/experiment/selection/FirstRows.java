package dev.synth.internal.experiment.selection;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.ScanColumns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first rows of files that have a label, copied to be read as one table. Messages name the
 * files' own rows.
 *
 * @param files the files
 * @param columns their columns
 * @param label an expression that is null where a row has no label
 * @param copies the copied rows, one Parquet file for each file, in the order of their names
 */
record FirstRows(List<Path> files, ScanColumns columns, String label, List<Path> copies) {
  /** Returns a problem of the copies as one of the files. */
  Problem ofFiles(Problem problem) {
    return problem.retold(this::ofFiles);
  }

  private String ofFiles(String text) {
    // A table of several Parquet files counts its rows on, and names the first file.
    String first = Pattern.quote("'" + copies.getFirst() + "'");
    String told =
        Pattern.compile(first + ", rows? (\\d+(?:, \\d+)*)")
            .matcher(text)
            .replaceAll(rows -> Matcher.quoteReplacement(places(rows.group(1))));
    for (int i = 0; i < files.size(); i++) {
      told = told.replace(copies.get(i).toString(), files.get(i).toString());
    }
    return told;
  }

  /** Returns where rows stand, such as {@code 'a.csv', rows 4, 9; 'b.csv', row 1}. */
  private String places(String rows) {
    Map<Path, List<String>> numbers = new LinkedHashMap<>();
    for (String row : rows.split(", ", -1)) {
      long left = Long.parseLong(row) - 1;
      int file = 0;
      for (long held = held(file); left >= held; held = held(file)) {
        left -= held;
        file++;
      }
      numbers
          .computeIfAbsent(files.get(file), each -> new ArrayList<>())
          .add(Long.toString(place(file, left) + 1));
    }
    List<String> places = new ArrayList<>();
    numbers.forEach(
        (file, own) ->
            places.add(
                PlainText.of(
                    "'%s', row%s %s", file, own.size() > 1 ? "s" : "", String.join(", ", own))));
    return String.join("; ", places);
  }

  private long held(int file) {
    Path copy = copies.get(file);
    return whole(copy, FileScan.columns(copy), "SELECT count(*) FROM data");
  }

  private long place(int file, long labelled) {
    String sql =
        PlainText.of("SELECT n FROM data WHERE %s IS NOT NULL LIMIT 1 OFFSET %d", label, labelled);
    return whole(files.get(file), columns, sql);
  }

  private static long whole(Path file, ScanColumns columns, String sql) {
    List<List<String>> answer = FileScan.answer(file, columns, FileScan.View.NUMBERED, sql, 1);
    return Long.parseLong(answer.getFirst().getFirst());
  }
}
