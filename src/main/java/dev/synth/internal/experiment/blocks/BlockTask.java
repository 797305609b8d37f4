package dev.synth.internal.experiment.blocks;

import java.io.Serializable;

/**
 * A block to draw.
 *
 * @param block its number, at least 0
 * @param most how many accepted rows are written at most, at least 1
 */
public record BlockTask(int block, long most) implements Serializable {}
