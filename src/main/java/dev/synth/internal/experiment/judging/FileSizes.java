package dev.synth.internal.experiment.judging;

import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.RowPart;
import dev.synth.internal.table.stage.ScanColumns;
import dev.synth.internal.table.stage.SourceFiles;
import dev.synth.table.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bounds on files to judge before any row is read, which tell whether memory holds them. */
final class FileSizes {
  /** A row of text has a cell and an end of line at least. */
  private static final int LEAST_BYTES_A_ROW = 2;

  /** No packed file becomes longer by more. */
  private static final int MOST_PACKED = 1_000;

  private FileSizes() {}

  /**
   * Returns whether files are held: their sizes say already that no side has many rows, or they
   * cannot be read where they lie.
   */
  static boolean areHeld(
      ExperimentConfig config, String synthetic, @Nullable String reference, JudgingScale scale) {
    List<String> sources = new ArrayList<>(List.of(String.valueOf(config.data().source())));
    sources.add(synthetic);
    if (reference != null) {
      sources.add(reference);
    }
    return sources.stream().allMatch(source -> mostRows(source) <= scale.most())
        || !canBeScanned(sources.getFirst(), List.of(config.data().label()))
        || !sources.stream().allMatch(source -> canBeScanned(source, List.of()));
  }

  private static boolean canBeScanned(String source, List<String> needed) {
    List<Path> files = SourceFiles.resolve(source).files();
    try {
      ScanColumns first = FileScan.columns(files.getFirst());
      files.forEach(FileScan::checkHasRowsAlone);
      return first.names().containsAll(needed)
          && files.stream().allMatch(file -> FileScan.columns(file).equals(first));
    } catch (Problem problem) {
      return false; // which the ordinary reader tells of, where it cannot read them either
    }
  }

  private static long mostRows(String source) {
    long rows = 0;
    for (Path file : SourceFiles.resolve(source).files()) {
      rows += mostRows(file);
    }
    return rows;
  }

  private static long mostRows(Path file) {
    return switch (FileFormat.toRead(file).orElse(FileFormat.JSON)) {
      case PARQUET ->
          RowPart.ofParquet(file.toString(), Integer.MAX_VALUE).stream()
              .mapToLong(RowPart::rows)
              .sum();
      case CSV ->
          size(file) / LEAST_BYTES_A_ROW * (file.toString().endsWith(".gz") ? MOST_PACKED : 1);
      case JSON -> 0; // which is held, however large
    };
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw Problem.environment("'%s' can't be read", file).causedBy(e);
    }
  }
}
