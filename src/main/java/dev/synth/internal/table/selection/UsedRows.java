package dev.synth.internal.table.selection;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.Duck;
import dev.synth.internal.table.stage.ScanColumns;
import dev.synth.internal.table.stage.StagedTable.Kind;
import dev.synth.table.DataOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of files that have a label and a place, as a query's first clause, {@code used}. */
public final class UsedRows {
  /** The word of {@link #rarity} for a rare row. */
  public static final String RARE = "rare";

  /** The word of {@link #rarity} for another row with a label. */
  public static final String OTHER = "other";

  private final ScanColumns columns;
  private final DataOptions options;
  private final int label;
  private final int time;
  private final RowPlace place;
  private final int parts;
  private final int group;
  private final Set<String> excluded;
  private final String missing;
  private final String missingLabels;

  /**
   * The rows of a config's data.
   *
   * @param place what decides which part a row is in
   * @throws Problem (data) if there is no column for the label, or for the place
   */
  public UsedRows(ScanColumns columns, DataOptions options, RowPlace place) {
    this(columns, options, place, Set.of());
  }

  private UsedRows(
      ScanColumns columns, DataOptions options, RowPlace place, Set<String> withoutLabel) {
    this.columns = columns;
    this.options = options;
    this.place = place;
    this.label = index("data.label", options.label());
    this.time =
        place instanceof RowPlace.OfTime ? index("data.time", String.valueOf(options.time())) : -1;
    this.parts =
        place instanceof RowPlace.OfColumn column ? index("split.column", column.name()) : -1;
    String named = options.group();
    this.group =
        place instanceof RowPlace.OfHash && named != null ? index("data.group", named) : -1;
    this.excluded = Set.copyOf(options.exclude());
    Set<String> labels = new HashSet<>(options.missing());
    options.positive().forEach(labels::remove);
    labels.addAll(withoutLabel);
    this.missing = literals(options.missing());
    this.missingLabels = literals(labels);
  }

  /** Rows whose places nobody asks for. */
  public static UsedRows withoutPlaces(ScanColumns columns, DataOptions options) {
    return new UsedRows(columns, options.withGroup(null), new RowPlace.OfHash(0, 0));
  }

  /** Returns the rows but those whose labels are such texts. */
  public UsedRows withoutLabels(Set<String> texts) {
    return new UsedRows(columns, options, place, texts);
  }

  private int index(String key, String name) {
    int index = columns.names().indexOf(name);
    if (index < 0) {
      throw Problem.data(
          "%s: there is no column '%s'; the columns are %s",
          key, name, String.join(", ", columns.names()));
    }
    return index;
  }

  /** Returns texts as a list of literals that has at least the empty one. */
  static String literals(Collection<String> texts) {
    return texts.stream()
        .sorted()
        .map(Duck::literal)
        .collect(Collectors.joining(", ", "'', ", ""))
        .replaceFirst(", $", "");
  }

  /** Returns the columns. */
  public ScanColumns columns() {
    return columns;
  }

  /** Returns whether a column is described: neither the label nor what decides the place. */
  boolean isDescribed(int column) {
    return column != label && column != time && column != parts;
  }

  /** Returns for each column whether it is described. */
  public List<Boolean> described() {
    return IntStream.range(0, columns.names().size()).mapToObj(this::isDescribed).toList();
  }

  /** Returns whether the time comes as a point in time, and not as a number. */
  public boolean isInstant(boolean writtenAsNumber) {
    if (time < 0) {
      return false;
    }
    return switch (columns.kinds().get(time)) {
      case DATE, INSTANT -> true;
      case WHOLE, NUMBER -> false;
      case TEXT, NESTED -> !writtenAsNumber;
    };
  }

  /** Returns a cell, null where it is missing. */
  String cell(int column) {
    return cell(column, missing);
  }

  private String cell(int column, String without) {
    String own = "c" + column;
    return columns.kinds().get(column) == Kind.TEXT
        ? "CASE WHEN trim(" + own + ") NOT IN (" + without + ") THEN trim(" + own + ") END"
        : own;
  }

  /** Returns a cell as a finite number, null where it is none. */
  String number(int column) {
    String cell = "TRY_CAST(" + cell(column) + " AS DOUBLE)";
    return "CASE WHEN isfinite(" + cell + ") THEN " + cell + " END";
  }

  /**
   * Returns the query of a first look, which {@link FirstLook} joins: for each label, and with or
   * without a time or part, the rows, the ranges of the times as numbers and as instants, and those
   * of the columns. A hash is not asked for: every row has one.
   *
   * @param most how many labels are told of at most
   */
  public String look(int most) {
    List<String> asked = new ArrayList<>();
    asked.add("CAST(" + cell(label, missingLabels) + " AS VARCHAR)");
    String cell = time >= 0 ? cell(time) : parts >= 0 ? cell(parts) : "TRUE";
    String number = time >= 0 ? number(time) : parts >= 0 ? part() : "CAST('0.5' AS DOUBLE)";
    asked.add("CAST(" + cell + " IS NOT NULL AS INTEGER)");
    asked.add("count(*)");
    asked.add(range(cell, number));
    asked.add(range(cell, "CAST(" + (time >= 0 ? instant() : "NULL") + " AS DOUBLE)"));
    for (int i = 0; i < columns.names().size(); i++) {
      asked.add(isDescribed(i) ? range(cell(i), number(i)) : "0, 0, NULL, NULL, 0");
    }
    return "SELECT " + String.join(", ", asked) + " FROM data GROUP BY 1, 2 LIMIT " + 2 * most;
  }

  /** Returns the query of how many rows each label has, the empty one for none. */
  public String labels(int most) {
    String text = "CAST(" + cell(label, missingLabels) + " AS VARCHAR)";
    return "SELECT " + text + ", count(*) FROM data GROUP BY 1 LIMIT " + most;
  }

  private static String range(String cell, String number) {
    return PlainText.of(
        "count(%s), count(%s), min(%s), max(%s), approx_count_distinct(%s)",
        cell, number, number, number, cell);
  }

  /**
   * Returns an expression: 'rare' or 'other', null where a row has no label.
   *
   * @param rare the labels of the rare class
   */
  public String rarity(List<String> rare) {
    String text = "CAST(" + cell(label, missingLabels) + " AS VARCHAR)";
    return "CASE WHEN "
        + text
        + " IN ("
        + literals(rare)
        + ") THEN '"
        + RARE
        + "' WHEN "
        + text
        + " IS NOT NULL THEN '"
        + OTHER
        + "' END";
  }

  private String part() {
    StringBuilder part = new StringBuilder("CASE CAST(" + cell(parts) + " AS VARCHAR)");
    for (int i = 0; i < PartColumn.PARTS.size(); i++) {
      part.append(PlainText.of(" WHEN '%s' THEN CAST(%d AS DOUBLE)", PartColumn.PARTS.get(i), i));
    }
    return part.append(" END").toString();
  }

  /** Returns the query of a cell that should name a part and does not. */
  public String oddPart() {
    return "SELECT min(CAST("
        + cell(parts)
        + " AS VARCHAR)) FROM data WHERE "
        + part()
        + " IS NULL";
  }

  /** A row's cells but the label's and those that no model sees; equal rows are in one part. */
  private String hash(RowPlace.OfHash of) {
    String content =
        IntStream.range(0, of.hashed())
            .filter(i -> i != label && !excluded.contains(columns.names().get(i)))
            .mapToObj(i -> Taking.content("CAST(" + cell(i) + " AS VARCHAR)"))
            .collect(Collectors.joining(" || ", "'r' || ", ""));
    String key =
        group < 0 ? content : PlainText.of("coalesce('g' || %s, %s)", shortest(group), content);
    // the first 32 bits
    return PlainText.of(
        "CAST(CAST('0x' || substr(md5('%d|' || %s), 1, 8) AS BIGINT) AS DOUBLE) / 4294967296",
        of.seed(), key);
  }

  /** Returns a cell's text, in which equal numbers are one: 7.0 is 7. */
  private String shortest(int column) {
    String number = number(column);
    return PlainText.of(
        "CASE WHEN abs(%1$s) < 1e15 AND %1$s = floor(%1$s)"
            + " THEN CAST(CAST(%1$s AS BIGINT) AS VARCHAR)"
            + " WHEN %1$s IS NOT NULL THEN CAST(%1$s AS VARCHAR)"
            + " ELSE CAST(%2$s AS VARCHAR) END",
        number, cell(column));
  }

  private String instant() {
    return switch (columns.kinds().get(time)) {
      case DATE, INSTANT -> "epoch_us(c" + time + ")";
      case WHOLE, NUMBER -> "NULL";
      case TEXT, NESTED -> "epoch_us(TRY_CAST(" + cell(time) + " AS TIMESTAMP))";
    };
  }

  /**
   * Returns the clause that all further queries begin with: all columns, {@code rare} and {@code
   * t}.
   *
   * @param rare the labels of the rare class
   * @param isInstant whether {@code t} is in microseconds since 1970, or a number as it stands; of
   *     other places than times, a hash in [0, 1) or the part's number
   */
  String clause(List<String> rare, boolean isInstant) {
    String t =
        switch (place) {
          case RowPlace.OfTime of -> isInstant ? "CAST(" + instant() + " AS DOUBLE)" : number(time);
          case RowPlace.OfHash of -> hash(of);
          case RowPlace.OfColumn of -> part();
        };
    return "WITH used AS (SELECT *, l IN ("
        + literals(rare)
        + ") AS rare FROM (SELECT *, CAST("
        + cell(label, missingLabels)
        + " AS VARCHAR) AS l, "
        + t
        + " AS t FROM data) WHERE l IS NOT NULL AND t IS NOT NULL) ";
  }
}
