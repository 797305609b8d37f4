package dev.synth.internal.experiment.blocks;

import dev.synth.internal.experiment.DrawRequest;
import org.jspecify.annotations.Nullable;

/**
 * The request to draw rows from a finished run into a folder.
 *
 * @param draw which rows; its file is not used
 * @param to the folder, a path or whatever else the engine knows; the name may end in .csv, .csv.gz
 *     or .parquet, which is the format of the files
 * @param engine the name of the engine
 * @param rowsPerFile how many rows are drawn for a file, or null for the usual number
 */
public record BlockRequest(
    DrawRequest draw, String to, String engine, @Nullable Integer rowsPerFile) {}
