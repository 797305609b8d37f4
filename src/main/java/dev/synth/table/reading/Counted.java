package dev.synth.table.reading;

/**
 * A text that cells have, and how many do.
 *
 * @param text the text
 * @param rows how many rows have it
 */
public record Counted(String text, int rows) {}
