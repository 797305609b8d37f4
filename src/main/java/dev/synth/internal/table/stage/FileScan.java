package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.delimited.DelimitedFile;
import dev.synth.internal.table.stage.StagedTable.Kind;
import dev.synth.table.FileFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is queried where it lies, in memory that does not grow with it: the view {@code data}
 * with the columns {@code c0}, {@code c1}, … Parquet and plain delimited text are read so.
 */
public final class FileScan {
  private FileScan() {}

  /**
   * Returns a file's columns.
   *
   * @throws Problem (data) if the file is of another format, or text that is not plain
   */
  public static ScanColumns columns(Path file) {
    if (isText(file)) {
      List<String> names = plain(file).names();
      return new ScanColumns(names, names.stream().map(name -> Kind.TEXT).toList());
    }
    try (Duck duck = Duck.open(false)) {
      String describe = "DESCRIBE SELECT * FROM " + parquet(file);
      List<String> types = duck.texts(describe, 2);
      return new ScanColumns(duck.texts(describe), types.stream().map(TableStager::kind).toList());
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Refuses a text with lines of dashes, totals or remarks, which nobody takes out here.
   *
   * @throws Problem (data) if there is such a line
   */
  public static void checkHasRowsAlone(Path file) {
    if (isText(file)) {
      plain(file)
          .lineThatIsNoRow()
          .ifPresent(
              line -> {
                throw Problem.data(
                    "'%s', line %d is no row but a line of totals, a remark or dashes; delete it,"
                        + " since the file is read where it lies",
                    file, line);
              });
    }
  }

  /**
   * Returns the rows of a query's answer, a text a cell, empty where it is null.
   *
   * @param file the file
   * @param columns the columns that it must have
   * @param view which columns {@code data} has
   * @param sql the query of the view {@code data}
   * @param threads how many work on it
   * @throws Problem if the file cannot be read, or has other columns
   */
  public static List<List<String>> answer(
      Path file, ScanColumns columns, View view, String sql, int threads) {
    List<List<String>> rows = new ArrayList<>();
    ask(
        file,
        columns,
        threads,
        view,
        duck ->
            duck.forEach(
                sql,
                row -> {
                  List<String> cells = new ArrayList<>();
                  for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String text = row.getString(i);
                    cells.add(text == null ? "" : text);
                  }
                  rows.add(cells);
                }));
    return rows;
  }

  /**
   * Writes a query's answer as Parquet, under a name of its own until it is whole: others may be
   * writing the same.
   *
   * @param to the file; see {@link #answer} for the others
   */
  public static void write(
      Path file, ScanColumns columns, View view, String sql, int threads, Path to) {
    String own =
        PlainText.of(
            ".%s.%d-%d",
            to.getFileName(), ProcessHandle.current().pid(), Thread.currentThread().threadId());
    Path beside = to.resolveSibling(own);
    String target = Duck.literal(beside.toString());
    requireShared(beside.resolveSibling("."), Files.isDirectory(beside.resolveSibling(".")));
    ask(
        file,
        columns,
        threads,
        view,
        duck -> duck.execute(PlainText.of("COPY (%s) TO %s (FORMAT parquet)", sql, target)));
    OutputFiles.writing(to, () -> Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING));
  }

  /**
   * Writes a query's answer into a folder, as Parquet files of some rows each.
   *
   * @param rows about how many rows a file has, but for the last: DuckDB goes on to the end of its
   *     vector. An answer without rows may leave a file without rows
   * @param folder a folder that is there; see {@link #answer} for the others
   */
  public static void writeParts(
      Path file, ScanColumns columns, View view, String sql, int rows, Path folder) {
    ask(
        file,
        columns,
        1,
        view,
        duck ->
            duck.execute(
                PlainText.of(
                    "COPY (%s) TO %s (FORMAT parquet, ROW_GROUP_SIZE %d, ROW_GROUPS_PER_FILE 1,"
                        + " OVERWRITE_OR_IGNORE)",
                    sql, Duck.literal(folder.toString()), rows)));
  }

  /** Takes rows, one after the other. */
  public interface RowTaker {
    /**
     * Takes a row.
     *
     * @param number its place in the file, from 0
     * @param more the cell of the expression that was asked for beside the columns
     * @param cells one a column; the array is used again
     */
    void take(long number, @Nullable String more, RowStream.@Nullable Cell[] cells);
  }

  /**
   * Hands over all rows of a file, in its order.
   *
   * @param taken which columns
   * @param more an expression of the view {@code data}
   */
  public static void rows(
      Path file, ScanColumns columns, List<Integer> taken, String more, RowTaker taker) {
    List<Kind> kinds = taken.stream().map(columns.kinds()::get).toList();
    StringBuilder sql = new StringBuilder("SELECT n, ").append(more);
    for (int i = 0; i < kinds.size(); i++) {
      boolean isTime = kinds.get(i) == Kind.DATE || kinds.get(i) == Kind.INSTANT;
      sql.append(PlainText.of(isTime ? ", epoch_us(c%d)" : ", c%d", taken.get(i)));
    }
    RowStream.@Nullable Cell[] cells = new RowStream.@Nullable Cell[kinds.size()];
    ask(
        file,
        columns,
        1,
        View.NUMBERED,
        duck ->
            duck.forEach(
                sql + " FROM data",
                row -> {
                  for (int i = 0; i < cells.length; i++) {
                    cells[i] = RowStream.cell(row, i + 3, kinds.get(i));
                  }
                  taker.take(row.getLong(1), row.getString(2), cells);
                }));
  }

  /** The columns of the view {@code data}. */
  public enum View {
    /** Those of the file. */
    PLAIN,
    /** Before them {@code n}, a row's place in the file, from 0. */
    NUMBERED
  }

  /** Asks something of a file. */
  private interface FileAsker {
    void ask(Duck duck) throws SQLException;
  }

  private static void ask(
      Path file, ScanColumns columns, int threads, View view, FileAsker question) {
    requireShared(file, Files.exists(file));
    ScanColumns own = columns(file);
    if (!own.equals(columns)) {
      throw Problem.data(
          "'%s' has other columns, or types of them, than the first file; all files must have the"
              + " same",
          file);
    }
    try (Duck duck = Duck.openToStream(false)) {
      duck.execute("SET TimeZone = 'UTC'");
      duck.execute("SET memory_limit = '1GB'"); // beyond that it spills to disk
      duck.execute("SET preserve_insertion_order = " + (view == View.NUMBERED));
      duck.execute("SET threads = " + threads);
      duck.execute("CREATE VIEW data AS " + query(file, own, view, duck));
      question.ask(duck);
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /** A file was there when it was found; on another machine it may not be. */
  private static void requireShared(Path place, boolean isThere) {
    if (!isThere) {
      throw Problem.environment(
          "'%s' is not there on the machine that reads; files and folders must be on storage that"
              + " all machines share",
          place.normalize());
    }
  }

  private static String query(Path file, ScanColumns columns, View view, Duck duck)
      throws SQLException {
    boolean isNumbered = view == View.NUMBERED;
    if (isText(file)) {
      DelimitedFile text = plain(file);
      String number = isNumbered ? "row_number() OVER () - 1 AS n, " : "";
      return PlainText.of(
          "SELECT * FROM (SELECT %s* FROM %s)%s", number, csv(text), withoutHeaders(text));
    }
    String own = isNumbered ? "SELECT file_row_number AS n, " : "SELECT ";
    String from = isNumbered ? parquet(file, ", file_row_number = true") : parquet(file);
    List<String> types = duck.texts("DESCRIBE SELECT * FROM " + parquet(file), 2);
    return IntStream.range(0, types.size())
        .mapToObj(i -> TableStager.select(columns.names().get(i), types.get(i)) + " AS c" + i)
        .collect(Collectors.joining(", ", own, " FROM " + from));
  }

  private static boolean isText(Path file) {
    return switch (FileFormat.toRead(file).orElse(FileFormat.JSON)) {
      case CSV -> true;
      case PARQUET -> false;
      case JSON ->
          throw Problem.data(
              "'%s' is neither Parquet nor CSV; only these are read where they lie", file);
    };
  }

  private static DelimitedFile plain(Path path) {
    DelimitedFile file = DelimitedFile.open(path, null);
    if (!file.isPlain() || file.hasClosingDelimiter()) {
      throw Problem.data(
          "'%s' is not plain CSV (UTF-8, a header in the first line, cells parted by one"
              + " character); write it as Parquet first",
          path);
    }
    return file;
  }

  private static String parquet(Path file) {
    return parquet(file, "");
  }

  private static String parquet(Path file, String more) {
    return "read_parquet(" + Duck.file(file) + ", hive_partitioning = false" + more + ")";
  }

  /** Leaves out the header again, as files that were joined have it, by two of its names. */
  private static String withoutHeaders(DelimitedFile file) {
    List<String> header = file.header();
    List<Integer> named =
        IntStream.range(0, header.size()).filter(i -> !header.get(i).isBlank()).boxed().toList();
    return named.size() < 2
        ? ""
        : PlainText.of(
            " WHERE NOT coalesce(%s AND %s, false)",
            isName(header, named.getFirst()), isName(header, named.getLast()));
  }

  private static String isName(List<String> header, int column) {
    String name = header.get(column).strip().toLowerCase(Locale.ROOT);
    return PlainText.of(
        "lower(trim(replace(c%d, chr(65279), ''))) = %s", column, Duck.literal(name));
  }

  private static String csv(DelimitedFile file) {
    return PlainText.of(
        "read_csv(%s, auto_detect = false, header = true, columns = {%s}, delim = %s,"
            + " quote = '\"', escape = '\"', compression = '%s', hive_partitioning = false)",
        Duck.file(file.path()),
        IntStream.range(0, file.names().size())
            .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining(", ")),
        Duck.literal(String.valueOf(file.form().delimiter())),
        file.encoding().compressed() ? "gzip" : "none");
  }

  private static Problem unreadable(Path file, SQLException e) {
    return String.valueOf(e.getMessage()).contains("Out of Memory")
        ? Problem.environment("the memory does not suffice to read '%s'", file).causedBy(e)
        : Problem.data("'%s' can't be read: %s", file, Duck.reason(e)).causedBy(e);
  }
}
