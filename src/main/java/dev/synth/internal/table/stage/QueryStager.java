package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import dev.synth.internal.table.Duck;
import dev.synth.table.DatabaseOptions;
import dev.synth.table.reading.ReadingNote;
import dev.synth.table.reading.SourceNote;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Loads the rows of a query into DuckDB, as the texts that a CSV of them would have. So what is
 * decided about a text file's columns is decided about them, too.
 */
public final class QueryStager {
  private static final Pattern ORDERED =
      Pattern.compile(".*\\border\\s+by\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final String url;
  private final DatabaseOptions options;

  /**
   * A stager of a query's rows.
   *
   * @param url the database's JDBC URL, which holds no password
   */
  public QueryStager(String url, DatabaseOptions options) {
    this.url = url;
    this.options = options;
  }

  /** Takes the texts of a row, null where a cell is missing. */
  interface Row {
    void take(@Nullable String[] cells) throws SQLException;
  }

  /**
   * Returns a hash of the columns' names and all cells, in their order.
   *
   * @throws Problem if the rows can't be read
   */
  public String sha256() {
    MessageDigest digest = digest();
    try (QueryRows rows = QueryRows.open(url, options)) {
      add(rows.names().toArray(new String[0]), digest);
      rows.forEach(cells -> add(cells, digest));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Loads all rows into an empty database.
   *
   * @param sha256 the hash that they must have; null where any rows will do
   */
  StagedTable.Contents stage(Duck duck, @Nullable String sha256) {
    MessageDigest digest = digest();
    int[] count = {0};
    List<String> names;
    try (QueryRows rows = QueryRows.open(url, options)) {
      names = rows.names();
      add(names.toArray(new String[0]), digest);
      Duck.run(
          () -> {
            duck.execute(
                IntStream.range(0, rows.names().size())
                    .mapToObj(i -> "c" + i + " VARCHAR")
                    .collect(Collectors.joining(", ", "CREATE TABLE data (", ")")));
            try (DuckDBAppender appender = duck.appender("data")) {
              rows.forEach(
                  cells -> {
                    add(cells, digest);
                    append(cells, appender);
                    count[0] = Math.addExact(count[0], 1);
                  });
            }
            return true;
          });
    }
    if (count[0] == 0) {
      throw Problem.data("the query returned no rows");
    }
    if (sha256 != null && !sha256.equals(HexFormat.of().formatHex(digest.digest()))) {
      throw Problem.data(
          "the query returned other rows, or in another order, than a moment ago; let it end in"
              + " ORDER BY, over rows that nobody changes meanwhile");
    }
    List<StagedTable.Kind> kinds = names.stream().map(name -> StagedTable.Kind.TEXT).toList();
    return new StagedTable.Contents(names, kinds, List.of(), count[0], notes());
  }

  private List<ReadingNote> notes() {
    return ORDERED.matcher(options.query()).matches()
        ? List.of()
        : List.of(new SourceNote.UnorderedQuery());
  }

  private static void append(@Nullable String[] cells, DuckDBAppender appender)
      throws SQLException {
    appender.beginRow();
    for (String cell : cells) {
      appender.append(cell);
    }
    appender.endRow();
  }

  /** Adds a row; each text follows its length, so that no two rows look alike. */
  private static void add(@Nullable String[] cells, MessageDigest digest) {
    for (String cell : cells) {
      byte[] bytes = cell == null ? new byte[0] : cell.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
