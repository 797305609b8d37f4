package dev.synth.internal.experiment.scoring;

import dev.synth.internal.bundle.Tally;
import java.io.Serializable;

/**
 * A block that was scored and written.
 *
 * @param file the name of its file
 * @param rows how many rows it has
 * @param alerts how many of them are alerts
 * @param bytes the size of its file
 * @param sha256 the hash of its file
 * @param odd what was odd about its rows
 */
public record ScoredBlock(
    String file, long rows, long alerts, long bytes, String sha256, Tally.Counts odd)
    implements Serializable {}
