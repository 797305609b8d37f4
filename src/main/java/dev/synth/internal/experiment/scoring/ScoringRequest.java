package dev.synth.internal.experiment.scoring;

import dev.synth.internal.bundle.FileScoring;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The request to score rows into a folder.
 *
 * @param model the bundle's folder
 * @param rows a file or glob, of text or Parquet
 * @param to the folder, a path or whatever else the engine knows; the name may end in .csv, .csv.gz
 *     or .parquet, which is the format of the files
 * @param way how rows are scored
 * @param engine the name of the engine
 * @param rowsPerFile how many rows a file has at most, or null for the usual number
 * @param overwrite whether an older folder of blocks may be replaced
 */
public record ScoringRequest(
    Path model,
    String rows,
    String to,
    FileScoring.ScoringMode way,
    String engine,
    @Nullable Integer rowsPerFile,
    boolean overwrite) {}
