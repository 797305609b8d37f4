package dev.synth.table;

/**
 * The column that says whether a row is rare, and how it says it.
 *
 * @param column the label column's name
 * @param positive the text that marks the rare class, as it stands in the file
 * @param negative the text that the other class is written as; where the file has several others,
 *     the most frequent one
 * @param position how many modelled columns stand before it: its place, from 0, where a table is
 *     written
 */
public record Label(String column, String positive, String negative, int position) {}
