package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.table.Duck;
import dev.synth.table.FileFormat;
import java.io.Serializable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns of files that have types, as DuckDB names them.
 *
 * @param names the names, in order
 * @param types the type of each
 */
public record TypedColumns(List<String> names, List<String> types) implements Serializable {
  /** The columns of files that have none: text. */
  public static final TypedColumns NONE = new TypedColumns(List.of(), List.of());

  public TypedColumns {
    names = new ArrayList<>(names); // which can be sent to other machines
    types = new ArrayList<>(types);
  }

  /**
   * Returns the columns that all of some Parquet files have together.
   *
   * @throws Problem if one cannot be read
   */
  public static TypedColumns ofParquet(List<Path> files) {
    String list = files.stream().map(Duck::file).collect(Collectors.joining(", ", "[", "]"));
    try (Duck duck = Duck.open(false)) {
      return of(duck, "read_parquet(" + list + ", union_by_name = true)");
    } catch (SQLException e) {
      throw notParquet(files.getFirst(), e);
    }
  }

  static TypedColumns of(Duck duck, String relation) throws SQLException {
    String describe = "DESCRIBE SELECT * FROM " + relation;
    return new TypedColumns(duck.texts(describe), duck.texts(describe, 2));
  }

  /**
   * Refuses a JSON file that holds no objects, or one object of lists, as pandas writes them.
   *
   * @param relation the file's rows
   * @throws Problem (data) that says how to write it instead
   */
  void checkAreRows(Path file, Duck duck, String relation) throws SQLException {
    boolean areLists =
        types.stream().map(TableStager::kind).allMatch(StagedTable.Kind.NESTED::equals);
    if (names.equals(List.of("json"))
        || (areLists
            && duck.longs("SELECT count(*) FROM (SELECT 1 FROM " + relation + " LIMIT 2)")[0]
                == 1)) {
      throw Problem.data(
          "'%s' does not hold an object a row; write an array of objects, or one a line, as pandas"
              + " does by to_json(orient='records')",
          file);
    }
  }

  /** Returns why files with types can't be read. */
  static Problem unreadable(SourceFiles files, SQLException cause) {
    Path first = files.files().getFirst();
    return files.format() == FileFormat.JSON
        ? Problem.data("'%s' can't be read as JSON: %s", first, Duck.reason(cause)).causedBy(cause)
        : notParquet(first, cause);
  }

  static Problem notParquet(Path file, SQLException cause) {
    String reason = Duck.reason(cause);
    String hint =
        reason.contains("magic bytes")
            ? "; it is cut, or another kind of file: end its name in .csv if it is text"
            : "";
    return Problem.data("'%s' can't be read as Parquet: %s%s", file, reason, hint).causedBy(cause);
  }
}
