package dev.synth.table;

import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of the data: its source, and the meaning of its columns. */
public record DataOptions(
    @Setting(
            value =
                "`demo` (simulated card transactions), or a file or glob: csv, csv.gz, parquet,"
                    + " json. A database is asked by `{jdbc: URL, query: SQL}`, with the other keys"
                    + " of `database` where they are needed. `{source: demo}` alone is enough:"
                    + " `label`, `positive`, `exclude`, `time` and `group` are known then, and a"
                    + " key that is given wins.",
            required = true)
        String source,
    @Setting(value = "The label column.", required = true) String label,
    @Setting(
            value =
                "The value of the label column that marks the rare class, as it stands in the"
                    + " file; or several, such as `[fraud, chargeback]`. Rows that synth writes"
                    + " have the most frequent of them.",
            required = true,
            orOne = true)
        List<String> positive,
    @Setting("Columns that are never modelled and never emitted, such as row numbers.")
        List<String> exclude,
    @Setting("A timestamp or number column that orders the rows; the time split needs it.")
        @Nullable String time,
    @Setting("A column whose equal values stay on one side of the split, such as a card.")
        @Nullable String group,
    @Setting(
            "A number column of rows that `synth select` took from more: how many rows each"
                + " stands for. It must be among `exclude`, since it is no feature.")
        @Nullable String weight,
    @Setting(
            "Overrules the inferred type of a column: `numeric`, `categorical`, `timestamp`,"
                + " `time-of-day`, `identifier`, or a block such as `{type: numeric, min: 0, max:"
                + " 100, decimals: 2}` or `{type: timestamp, format: dd/MM/yyyy}`.")
        Map<String, ColumnType> types,
    @Setting("Texts that are read as missing in every column, beside the empty cell.")
        List<String> missing,
    @Setting(
            "Texts, in any case, that are read as missing where all else in a column is numbers or"
                + " dates; in a category they are levels.")
        List<String> missingInNumbers,
    @Setting(
            "The charset of text and JSON files that are not UTF-8 and have no byte order mark,"
                + " such as `windows-1251`. Left out, it is found from the bytes.")
        @Nullable String encoding,
    @Setting(
            "How many rows the demo data has, at least 1,000; 20,000 where it is left out. A file"
                + " has rows of its own.")
        @Nullable Integer demoRows,
    @Setting(
            "The approximate share of frauds among the demo data's rows, above 0 and at most 0.1."
                + " Left out, it is 0.005, one row in 200.")
        @Nullable Double demoFrauds,
    @Setting("Whether the reader may download extensions that it lacks.") boolean allowExtensions,
    @Setting(
            "What is asked of a database where `source` is its JDBC URL. A block `{jdbc: URL,"
                + " query: SQL}` as `source` is the short way of writing both.")
        @Nullable DatabaseOptions database) {
  /** The source that stands for our own simulator. */
  public static final String DEMO = "demo";

  private static final int FEWEST_DEMO_ROWS = 1_000;
  private static final double MOST_DEMO_FRAUDS = 0.1;

  /**
   * The texts that people and programs write in a column of numbers or dates where there is none.
   */
  private static final List<String> MISSING_IN_NUMBERS =
      List.of(
          "NA",
          "N/A",
          "n.a.",
          "n/a.",
          "#NA",
          "#N/A",
          "#N/A N/A",
          "<NA>",
          "NaN",
          "-NaN",
          "NaT",
          "null",
          "<null>",
          "(null)",
          "[null]",
          "\\N",
          "none",
          "nil",
          "-",
          "--",
          "---",
          "\u2013",
          "\u2014",
          ".",
          "..",
          "...",
          "?",
          "??",
          "unknown",
          "unk",
          "missing",
          "undefined",
          "not available",
          "not applicable",
          "empty",
          "(empty)",
          "(blank)",
          "#NULL!",
          "#DIV/0!",
          "#VALUE!",
          "#REF!",
          "#NAME?",
          "#NUM!",
          "1.#IND",
          "-1.#IND",
          "1.#QNAN",
          "-1.#QNAN");

  public DataOptions {
    InvalidValue.unless(!source.isBlank(), "source", "must not be empty", "''");
    InvalidValue.unless(!label.isBlank(), "label", "must not be empty", "''");
    positive = positive.stream().distinct().toList();
    InvalidValue.unless(!positive.isEmpty(), "positive", "must name at least one value", "[]");
    exclude = List.copyOf(exclude);
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    missing = List.copyOf(missing);
    missingInNumbers = List.copyOf(missingInNumbers);
    InvalidValue.unless(
        encoding == null || isCharset(encoding),
        "encoding",
        "must be a charset such as utf-8, windows-1251 or utf-16le",
        "'" + encoding + "'");
    InvalidValue.unless(
        demoRows == null || demoRows >= FEWEST_DEMO_ROWS,
        "demo_rows",
        "must be at least " + FEWEST_DEMO_ROWS,
        demoRows);
    InvalidValue.unless(
        demoFrauds == null || (demoFrauds > 0 && demoFrauds <= MOST_DEMO_FRAUDS),
        "demo_frauds",
        "must be above 0 and at most " + MOST_DEMO_FRAUDS,
        demoFrauds);
    InvalidValue.unless(
        !exclude.contains(label), "exclude", "must not contain the label column", exclude);
    InvalidValue.unless(
        weight == null || exclude.contains(weight),
        "weight",
        "must be among exclude, since it is no feature",
        "'" + weight + "'");
    if (database != null) {
      InvalidValue.unless(
          source.startsWith(JdbcUrls.BEGINNING),
          "source",
          "must be a URL that begins with jdbc: where a database is asked",
          "none");
      InvalidValue.unless(
          !JdbcUrls.holdCredentials(source), "source", JdbcUrls.NO_CREDENTIALS, "a URL with one");
    }
  }

  /**
   * Returns the options of a source and its label, all others at their defaults.
   *
   * @param source {@code demo}, or a file or glob
   * @param label the label column
   * @param positive the text that marks the rare class
   */
  public static DataOptions of(String source, String label, String positive) {
    List<String> missing = List.of("NA", "N/A", "NaN", "nan", "NULL", "null", "?");
    return new DataOptions(
        source,
        label,
        List.of(positive),
        List.of(),
        null,
        null,
        null,
        Map.of(),
        missing,
        MISSING_IN_NUMBERS,
        null,
        null,
        null,
        false,
        null);
  }

  /** Returns the defaults, for our simulator's rows; a config must name its own source. */
  public static DataOptions defaults() {
    return of(DEMO, "fraud", "1");
  }

  /** Returns whether the data comes from our own simulator. */
  public boolean isDemo() {
    return source.equals(DEMO);
  }

  /** Returns the same with {@code source}, a file or glob, changed; no database is asked then. */
  public DataOptions withSource(String source) {
    return Records.with(Records.with(this, "database", null), "source", source);
  }

  /** Returns the same with {@code label} changed. */
  public DataOptions withLabel(String label) {
    return Records.with(this, "label", label);
  }

  /** Returns the same with {@code positive} changed. */
  public DataOptions withPositive(List<String> positive) {
    return Records.with(this, "positive", positive);
  }

  /** Returns the same with {@code exclude} changed. */
  public DataOptions withExclude(List<String> exclude) {
    return Records.with(this, "exclude", exclude);
  }

  /** Returns the same with {@code time} changed. */
  public DataOptions withTime(@Nullable String time) {
    return Records.with(this, "time", time);
  }

  /** Returns the same with {@code group} changed. */
  public DataOptions withGroup(@Nullable String group) {
    return Records.with(this, "group", group);
  }

  /** Returns the same with {@code weight} changed: the column must be among the excluded ones. */
  public DataOptions withWeight(@Nullable String weight) {
    return Records.with(this, "weight", weight);
  }

  /** Returns the same with {@code types} changed. */
  public DataOptions withTypes(Map<String, ColumnType> types) {
    return Records.with(this, "types", types);
  }

  /** Returns the same with {@code missing} changed. */
  public DataOptions withMissing(List<String> missing) {
    return Records.with(this, "missing", missing);
  }

  /** Returns the same with {@code missingInNumbers} changed. */
  public DataOptions withMissingInNumbers(List<String> missingInNumbers) {
    return Records.with(this, "missingInNumbers", missingInNumbers);
  }

  /** Returns the charset that files are said to have; null where it is to be found. */
  public @Nullable Charset charset() {
    return encoding == null ? null : Charset.forName(encoding);
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException e) {
      return false; // such as a name with a blank
    }
  }

  /** Returns the same with {@code encoding} changed. */
  public DataOptions withEncoding(@Nullable String encoding) {
    return Records.with(this, "encoding", encoding);
  }

  /** Returns the same with {@code demoRows} changed. */
  public DataOptions withDemoRows(@Nullable Integer demoRows) {
    return Records.with(this, "demoRows", demoRows);
  }

  /** Returns the same with {@code demoFrauds} changed. */
  public DataOptions withDemoFrauds(@Nullable Double demoFrauds) {
    return Records.with(this, "demoFrauds", demoFrauds);
  }

  /**
   * Returns the same with {@code database} changed: what is asked of the database whose JDBC URL is
   * the source.
   */
  public DataOptions withDatabase(@Nullable DatabaseOptions database) {
    return Records.with(this, "database", database);
  }

  /** Returns the same with {@code allowExtensions} changed. */
  public DataOptions withAllowExtensions(boolean allowExtensions) {
    return Records.with(this, "allowExtensions", allowExtensions);
  }
}
