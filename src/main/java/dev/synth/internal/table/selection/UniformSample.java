package dev.synth.internal.table.selection;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The queries that take so many rows of each class of files, each set of rows equally likely: those
 * with the least hashes.
 *
 * <p>The hash is MD5 of the seed, the file's number and the row's place in it. So it does not
 * matter which machine reads which file. A hash of what the row holds, as {@link Taking} has it,
 * would take rows that are equal all or none, and metrics of a few combinations would rest on fewer
 * still.
 */
public final class UniformSample {
  private final List<String> names;
  private final String rarity;
  private final long seed;

  /**
   * Queries.
   *
   * @param names the files' columns
   * @param rarity an expression of a row that is {@link UsedRows#RARE} or {@link UsedRows#OTHER},
   *     or null where it counts for nothing
   */
  public UniformSample(List<String> names, String rarity, long seed) {
    this.names = List.copyOf(names);
    this.rarity = rarity;
    this.seed = seed;
  }

  /**
   * The rows to take of a class.
   *
   * @param there how many there are
   * @param most how many are taken at most
   */
  public record Quota(long there, long most) {
    long taken() {
      return Math.min(there, most);
    }

    private String below(double slack) {
      return Taking.hex(new Taking.Quota(there, taken()).share(slack));
    }
  }

  /**
   * Returns the query of a file's rows that may be taken.
   *
   * @param file the file's number
   * @param slack 1, or more where that did not suffice
   */
  public String candidates(int file, Quota rare, Quota others, double slack) {
    return PlainText.of(
        "SELECT %s, %d AS f, n, r, h FROM (SELECT *, %s AS r, md5('%d|%d|' || n) AS h FROM data)"
            + " WHERE (r = '%s' AND h < '%s') OR (r = '%s' AND h < '%s')",
        own("c%d"),
        file,
        rarity,
        seed,
        file,
        UsedRows.RARE,
        rare.below(slack),
        UsedRows.OTHER,
        others.below(slack));
  }

  private String own(String form) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> PlainText.of(form, i))
        .collect(Collectors.joining(", "));
  }

  /** Returns whether the candidates have enough of both classes. */
  public boolean suffice(List<Path> candidates, Quota rare, Quota others) {
    String sql =
        PlainText.of(
            "SELECT count(*) FILTER (r = '%s'), count(*) FILTER (r = '%s') FROM %s",
            UsedRows.RARE, UsedRows.OTHER, ParquetRows.of(candidates));
    boolean[] enough = new boolean[1];
    ParquetRows.forEach(
        sql, 1, row -> enough[0] = row.whole(0) >= rare.taken() && row.whole(1) >= others.taken());
    return enough[0];
  }

  /**
   * Writes the rows that are taken, in the order of their files and places, and beside them the
   * file's number and the place of each.
   */
  public void write(List<Path> candidates, Quota rare, Quota others, Path to, Path places) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      named.add("c" + i + " AS " + Duck.name(names.get(i)));
    }
    String taken =
        PlainText.of(
            "FROM (SELECT *, row_number() OVER (PARTITION BY r ORDER BY h, f, n) AS k FROM %s)"
                + " WHERE k <= CASE r WHEN '%s' THEN %d ELSE %d END ORDER BY f, n",
            ParquetRows.of(candidates), UsedRows.RARE, rare.taken(), others.taken());
    Duck.run(
        () -> {
          try (Duck duck = Duck.open(false)) {
            duck.execute("SET threads = 1"); // the same row groups each time
            duck.execute("SET memory_limit = '1GB'"); // beyond that it spills to disk
            copy(duck, String.join(", ", named), taken, to);
            copy(duck, "f, n", taken, places);
          }
          return true;
        });
  }

  private static void copy(Duck duck, String columns, String taken, Path to)
      throws java.sql.SQLException {
    String target = Duck.literal(to.toString());
    duck.execute(
        PlainText.of("COPY (SELECT %s %s) TO %s (FORMAT parquet)", columns, taken, target));
  }
}
