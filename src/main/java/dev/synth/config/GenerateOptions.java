package dev.synth.config;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written of the synthetic rows.
 *
 * @param rows how many rows, or null for as many as the augmentation adds
 * @param format the files' format
 * @param where the values that columns of the written rows shall have
 */
public record GenerateOptions(
    @Setting("How many synthetic rows are written; left out, as many as the augmentation adds.")
        @Nullable Integer rows,
    @Setting(value = "`csv` or `parquet`.", byDefault = "csv") Format format,
    @Setting(
            value =
                "Values that columns of the written rows shall have, such as `{channel: web}`;"
                    + " what the augmentation adds is not restricted.",
            byDefault = "{}")
        Map<String, String> where) {
  /** A file format for tables. */
  public enum Format {
    /** Comma-separated values. */
    CSV,
    /** Apache Parquet. */
    PARQUET
  }

  public GenerateOptions {
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    InvalidValue.unless(
        rows == null || rows >= 1, "rows", "must be at least 1", String.valueOf(rows));
  }
}
