package dev.synth.config;

import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.table.FileFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of the files of synthetic rows. */
public record GenerateOptions(
    @Setting(
            "How many synthetic rows are written, at least 1; left out, as many as the augmentation"
                + " adds.")
        @Nullable Integer rows,
    @Setting("`csv` or `parquet`.") Format format,
    @Setting(
            "How csv files are written. `own` is as the data file is, with its delimiter, its"
                + " missing cells and forms such as `$1,234.50`. `plain` is for programs: commas,"
                + " digits with a point, ISO times, and nothing in missing cells.")
        CellStyle cells,
    @Setting(
            "How `augmented` says how rare a synthetic row is: `pairs`, the row once for each class"
                + " with a `weight`; or `probability`, the row once with a `probability`. Left out,"
                + " `pairs` where a teacher labelled rows, and else no such column.")
        @Nullable LabelForm labels,
    @Setting(
            "Values that columns of the written rows shall have, such as `{channel: web}`;"
                + " what the augmentation adds is not restricted.")
        Map<String, String> where) {
  /** A file format for tables. */
  public enum Format {
    /** Delimited text. */
    CSV,
    /** Apache Parquet. */
    PARQUET;

    /** Returns the ending of the files, without a dot. */
    public String extension() {
      return switch (this) {
        case CSV -> FileFormat.CSV.extension();
        case PARQUET -> FileFormat.PARQUET.extension();
      };
    }
  }

  /** The style of cells in text files. */
  public enum CellStyle {
    /** As the data file has them. */
    OWN,
    /** Digits with a point, and ISO times. */
    PLAIN
  }

  /** The form in which files say how rare a synthetic row is. */
  public enum LabelForm {
    /** The row once for each class, with what it weighs there. */
    PAIRS,
    /** The row once, with the probability that it is rare. */
    PROBABILITY
  }

  public GenerateOptions {
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    InvalidValue.unless(
        rows == null || rows >= 1, "rows", "must be at least 1", String.valueOf(rows));
  }

  /** Returns the defaults. */
  public static GenerateOptions defaults() {
    return new GenerateOptions(null, Format.CSV, CellStyle.OWN, null, Map.of());
  }

  /** Returns the same with {@code rows} changed. */
  public GenerateOptions withRows(@Nullable Integer rows) {
    return Records.with(this, "rows", rows);
  }

  /** Returns the same with {@code format} changed. */
  public GenerateOptions withFormat(Format format) {
    return Records.with(this, "format", format);
  }

  /** Returns the same with {@code cells} changed. */
  public GenerateOptions withCells(CellStyle cells) {
    return Records.with(this, "cells", cells);
  }

  /** Returns the same with {@code labels} changed. */
  public GenerateOptions withLabels(@Nullable LabelForm labels) {
    return Records.with(this, "labels", labels);
  }

  /** Returns the same with {@code where} changed. */
  public GenerateOptions withWhere(Map<String, String> where) {
    return Records.with(this, "where", where);
  }
}
