package dev.synth.config;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What is written of the synthetic rows.
 *
 * @param rows how many rows, or null for as many as the augmentation adds
 * @param format the files' format
 */
public record GenerateOptions(
    @Setting("How many synthetic rows are written; left out, as many as the augmentation adds.")
        @Nullable Integer rows,
    @Setting(value = "`csv` or `parquet`.", byDefault = "csv") Format format) {
  /** A file format for tables. */
  public enum Format {
    /** Comma-separated values. */
    CSV,
    /** Apache Parquet. */
    PARQUET
  }

  public GenerateOptions {
    InvalidValue.unless(
        rows == null || rows >= 1, "rows", "must be at least 1", String.valueOf(rows));
  }
}
