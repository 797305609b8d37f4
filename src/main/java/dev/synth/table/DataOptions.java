package dev.synth.table;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the data is and what its columns mean.
 *
 * @param source {@code demo}, or a file or glob
 * @param label the label column
 * @param positive the text that marks the rare class
 * @param exclude columns that are never modelled and never emitted
 * @param time the timestamp or number that orders the rows, or null
 * @param group the column whose equal values stay on one side of a split, or null
 * @param types what the inference is overruled by, by column
 * @param missing the texts that are read as missing
 * @param allowExtensions whether the reader may download what it lacks
 */
public record DataOptions(
    @Setting("`demo` (simulated card transactions), or a file or glob: csv, csv.gz, parquet, json.")
        String source,
    @Setting("The label column.") String label,
    @Setting("The value of the label column that marks the rare class, as it stands in the file.")
        String positive,
    @Setting(
            value = "Columns that are never modelled and never emitted, such as row numbers.",
            byDefault = "[]")
        List<String> exclude,
    @Setting("A timestamp or number column that orders the rows; the time split needs it.")
        @Nullable String time,
    @Setting("A column whose equal values stay on one side of the split, such as a card.")
        @Nullable String group,
    @Setting(
            value =
                "Overrules the inferred type of a column: `numeric`, `categorical`, `timestamp`,"
                    + " `identifier`, or `{type: numeric, min: 0, max: 100, decimals: 2}`.",
            byDefault = "{}")
        Map<String, ColumnType> types,
    @Setting(
            value = "Texts that are read as missing, beside the empty cell.",
            byDefault = "['NA', 'N/A', 'NaN', 'nan', 'NULL', 'null', '?']")
        List<String> missing,
    @Setting(
            value = "Whether the reader may download extensions that it lacks.",
            byDefault = "false")
        boolean allowExtensions) {
  /** The source that stands for our own simulator. */
  public static final String DEMO = "demo";

  public DataOptions {
    InvalidValue.unless(!source.isBlank(), "source", "must not be empty", "''");
    InvalidValue.unless(!label.isBlank(), "label", "must not be empty", "''");
    exclude = List.copyOf(exclude);
    types = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(types));
    missing = List.copyOf(missing);
    InvalidValue.unless(
        !exclude.contains(label), "exclude", "must not contain the label column", exclude);
  }

  /** Returns whether the data comes from our own simulator. */
  public boolean isDemo() {
    return source.equals(DEMO);
  }
}
