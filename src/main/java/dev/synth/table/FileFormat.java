package dev.synth.table;

import dev.synth.base.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of files of rows, which the ends of their names tell apart. */
public enum FileFormat {
  /** Delimited text. */
  CSV,
  /** Apache Parquet. */
  PARQUET,
  /** An object a row; read alone. */
  JSON;

  private static final String COMPRESSED = ".gz";

  /** Returns the ending of the files that we write, without a dot. */
  public String extension() {
    return endings().getFirst();
  }

  private List<String> endings() {
    return switch (this) {
      case CSV -> List.of("csv", "tsv", "txt", "data", "tab", "psv", "dat");
      case PARQUET -> List.of("parquet");
      case JSON -> List.of("json", "ndjson", "jsonl");
    };
  }

  /** Returns the format that a file is read as, compressed or not; empty where it is none. */
  public static Optional<FileFormat> toRead(Path file) {
    String name = nameOf(file);
    String bare = isCompressed(file) ? name.substring(0, name.lastIndexOf('.')) : name;
    String ending = bare.substring(bare.lastIndexOf('.') + 1);
    return Arrays.stream(values()).filter(each -> each.endings().contains(ending)).findFirst();
  }

  /**
   * Returns the format that a file is written in.
   *
   * @throws Problem if its name ends in none of .csv, .csv.gz and .parquet
   */
  public static FileFormat toWrite(Path file) {
    String name = nameOf(file);
    if (name.endsWith(".csv") || name.endsWith(".csv" + COMPRESSED)) {
      return CSV;
    }
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    throw Problem.usage(
        "'%s' names no format to write; end the name in .csv, .csv.gz or .parquet", file);
  }

  /** Returns whether a file's name says that it is compressed. */
  public static boolean isCompressed(Path file) {
    return nameOf(file).endsWith(COMPRESSED);
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
