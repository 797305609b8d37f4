package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.table.Duck;
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

  static Problem notParquet(Path file, SQLException cause) {
    return Problem.data("'%s' can't be read as Parquet: %s", file, Duck.reason(cause))
        .causedBy(cause);
  }
}
