package dev.synth.internal.table.selection;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.cell.NumberText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The queries that take rows: all rare ones, all of validation and test, and of the other training
 * rows those with the least hashes.
 *
 * <p>The hash is MD5 of the seed and of the row's cells in the files, features not among them; it
 * depends on nothing else. Rows that are equal in every cell have one hash, and which of them are
 * taken makes no difference.
 */
public final class Taking {
  /** The name of the column for weights. */
  public static final String WEIGHT = "synth_weight";

  /** The name of the column for parts, where a hash decided them. */
  public static final String PART = "synth_part";

  private static final double ALL = Math.scalb(1.0, 64);

  private final UsedRows rows;
  private final String clause;
  private final Stretches stretches;
  private final int hashed;

  /**
   * The number of rows to take of a training stretch.
   *
   * @param others how many other rows it has
   * @param taken how many of them are taken
   */
  public record Quota(long others, long taken) {
    /** Returns how many rows each taken one stands for. */
    public double weight() {
      return taken == 0 ? 1 : (double) others / taken;
    }

    /**
     * Returns what share of the hashes holds the rows to take, and but for a chance below one in a
     * million more.
     *
     * @param slack 1, or more where that did not suffice
     */
    double share(double slack) {
      return slack * (taken + 6 * Math.sqrt((double) taken) + 20) / Math.max(1, others);
    }
  }

  /**
   * Queries; see {@link Counting}.
   *
   * @param hashed how many columns, from the first, the hash is of
   */
  public Taking(
      UsedRows rows, List<String> rare, boolean isInstant, Stretches stretches, int hashed) {
    this.rows = rows;
    this.clause = rows.clause(rare, isInstant);
    this.stretches = stretches;
    this.hashed = hashed;
  }

  /**
   * Returns the query of a file's rows that may be taken.
   *
   * @param quotas one a training stretch
   * @param slack see {@link Quota#share}
   */
  public String candidates(List<Quota> quotas, long seed, double slack) {
    String content =
        IntStream.range(0, hashed)
            .mapToObj(i -> content("CAST(c" + i + " AS VARCHAR)"))
            .collect(Collectors.joining(" || "));
    String below =
        quotas.stream()
            .map(quota -> "'" + hex(quota.share(slack)) + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    return clause
        + PlainText.of(
            "SELECT %s, stretch, rare, hash FROM (SELECT *, %s AS stretch, md5('%d|' || %s) AS hash"
                + " FROM used) WHERE rare OR stretch >= %d OR hash < (%s)[stretch + 1]",
            columns(), stretches.sql(), seed, content, stretches.training(), below);
  }

  /** A cell's text behind its length, so that no two rows of cells give one text. */
  static String content(String cell) {
    return PlainText.of("coalesce(strlen(%s) || ':' || %s, '-')", cell, cell);
  }

  private String columns() {
    return IntStream.range(0, rows.columns().names().size())
        .mapToObj(i -> "c" + i)
        .collect(Collectors.joining(", "));
  }

  /** The beginning of the first hash that is out; 'g' is behind all. */
  static String hex(double share) {
    return share >= 1 ? "g" : PlainText.of("%016x", unsigned(share * ALL));
  }

  private static long unsigned(double value) {
    return value < Math.scalb(1.0, 63)
        ? (long) value
        : (long) (value - Math.scalb(1.0, 63)) | Long.MIN_VALUE;
  }

  /**
   * Returns whether the candidates have enough of each stretch.
   *
   * @param candidates the files with the answers to {@link #candidates}
   */
  public boolean suffice(List<Path> candidates, List<Quota> quotas) {
    long[] found = new long[quotas.size()];
    Duck.run(
        () -> {
          try (Duck duck = Duck.openToStream(false)) {
            duck.forEach(
                PlainText.of(
                    "SELECT stretch, count(*) FROM %s WHERE NOT rare AND stretch < %d GROUP BY 1",
                    read(candidates), quotas.size()),
                row -> found[row.getInt(1)] = row.getLong(2));
          }
          return true;
        });
    return IntStream.range(0, found.length).allMatch(i -> found[i] >= quotas.get(i).taken());
  }

  /**
   * Writes the rows that are taken, in the order of their hashes, with their weights behind.
   *
   * @param candidates the files with the answers to {@link #candidates}
   * @param withParts whether a column with their parts stands behind as well
   */
  public void write(List<Path> candidates, List<Quota> quotas, boolean withParts, Path to) {
    StringBuilder taken = new StringBuilder("CASE stretch");
    StringBuilder weight = new StringBuilder("CASE stretch");
    for (int i = 0; i < quotas.size(); i++) {
      taken.append(PlainText.of(" WHEN %d THEN %d", i, quotas.get(i).taken()));
      weight.append(
          PlainText.of(
              " WHEN %d THEN CAST('%s' AS DOUBLE)", i, NumberText.of(quotas.get(i).weight())));
    }
    List<String> named = new ArrayList<>();
    for (int i = 0; i < rows.columns().names().size(); i++) {
      named.add("c" + i + " AS " + Duck.name(rows.columns().names().get(i)));
    }
    String sql =
        PlainText.of(
            "COPY (SELECT %s, weight AS %s%s FROM (SELECT *, 1.0::DOUBLE AS weight FROM %s"
                + " WHERE rare OR stretch >= %d UNION ALL SELECT * EXCLUDE (n), %s END AS weight"
                + " FROM (SELECT *, row_number() OVER (PARTITION BY stretch ORDER BY hash) AS n"
                + " FROM %s WHERE NOT rare AND stretch < %d) WHERE n <= %s END) ORDER BY hash)"
                + " TO %s (FORMAT parquet, COMPRESSION snappy)",
            String.join(", ", named),
            WEIGHT,
            withParts ? ", " + part() + " AS " + PART : "",
            read(candidates),
            stretches.training(),
            weight,
            read(candidates),
            stretches.training(),
            taken,
            Duck.literal(to.toString()));
    Duck.run(
        () -> {
          try (Duck duck = Duck.open(false)) {
            duck.execute("SET threads = 1"); // the same row groups each time
            duck.execute("SET memory_limit = '1GB'"); // beyond that it spills to disk
            duck.execute(sql);
          }
          return true;
        });
  }

  private String part() {
    return PlainText.of(
        "CASE WHEN stretch < %d THEN '%s' WHEN stretch = %d THEN '%s' ELSE '%s' END",
        stretches.training(),
        PartColumn.PARTS.get(0),
        stretches.training(),
        PartColumn.PARTS.get(1),
        PartColumn.PARTS.get(2));
  }

  private static String read(List<Path> files) {
    return files.stream().map(Duck::file).collect(Collectors.joining(", ", "read_parquet([", "])"));
  }
}
