package dev.synth.internal.cli;

import dev.synth.base.Problem;
import dev.synth.internal.experiment.DrawRequest;
import dev.synth.internal.experiment.blocks.BlockEngine;
import dev.synth.internal.experiment.blocks.BlockRequest;
import dev.synth.internal.experiment.engine.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code synth generate} that say which rows to draw. */
final class DrawOptions {
  @Option(
      names = "--from",
      paramLabel = "RUN",
      description =
          "Draws more rows from a finished run, by its name or folder, without data or "
              + "training. Goes with --rows, --seed, --where, --to, --to-table and what belongs "
              + "to it, --driver-path, --out, --overwrite, --jobs, --json and --quiet.")
  @Nullable String from;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "With --from: rows to draw (default: as many as the run wrote).")
  @Nullable Long rows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "With --from: the same seed gives the same rows (default: the seed of the run).")
  @Nullable Long seed;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "With --from: the file to write, .csv, .csv.gz or .parquet (default: none where "
              + "there is a table, else <run>-seed-<seed>.csv beside the run's folder); with a "
              + "slash at its end, a folder of such files and a manifest.")
  @Nullable String to;

  @Option(
      names = "--rows-per-file",
      paramLabel = "N",
      description = "With --to FOLDER/: rows drawn for a file, before rules (default: 1000000).")
  @Nullable Integer rowsPerFile;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "With --from: what draws, local (default) or spark; same bytes. Spark writes a folder "
              + "whatever the end of --to (docs/spark.md).")
  @Nullable String engine;

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      description = "Draws only rows with this level or number; may be repeated.")
  List<String> where = List.of();

  /** Returns the file to write; null where none is named, or a folder is. */
  @Nullable Path file() {
    return to == null || folder() != null ? null : Path.of(to);
  }

  /**
   * Returns the folder to write files to; null where a file is meant.
   *
   * @throws Problem if an option needs a folder
   */
  @Nullable String folder() {
    String where = Objects.requireNonNullElse(engine, Engines.LOCAL);
    boolean isSpread = !where.equals(Engines.LOCAL);
    if (to != null && (isSpread || to.endsWith("/") || Files.isDirectory(Path.of(to)))) {
      return to;
    }
    if (isSpread) {
      Engines.refuseUnknown(BlockEngine.Provider.class, where);
      throw Problem.usage("--engine %s draws to a folder; name it with --to", where);
    }
    if (rowsPerFile != null) {
      throw Problem.usage("--rows-per-file goes with a folder; name it with --to FOLDER/");
    }
    return null;
  }

  /** Returns the request for a folder. */
  BlockRequest ofFolder(DrawRequest request, String folder) {
    String name = Objects.requireNonNullElse(engine, Engines.LOCAL);
    return new BlockRequest(request, folder, name, rowsPerFile);
  }

  /** Returns what {@code --where} asks for, by column. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String text : where) {
      int sign = text.indexOf('=');
      boolean isOther = sign > 0 && "<>!~".indexOf(text.charAt(sign - 1)) >= 0;
      if (sign < 1 || isOther || text.startsWith("=", sign + 1)) {
        throw Problem.usage(
            "--where takes COLUMN=VALUE, such as channel=web, but is '%s'; whatever else rows must"
                + " satisfy is a rule: docs/rules.md",
            text);
      }
      String column = text.substring(0, sign).strip();
      if (values.put(column, text.substring(sign + 1).strip()) != null) {
        throw Problem.usage("--where gives '%s' two values; a column has one", column);
      }
    }
    return values;
  }
}
