package dev.synth.internal.experiment.scoring;

import dev.synth.internal.table.stage.RowPart;
import java.io.Serializable;

/**
 * A block to score.
 *
 * @param block its number, at least 0
 * @param before how many rows stand before it, in all files
 * @param part its rows
 */
public record ScoringTask(int block, long before, RowPart part) implements Serializable {}
