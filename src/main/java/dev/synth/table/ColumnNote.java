package dev.synth.table;

import java.util.List;

/**
 * A note on how a column was read.
 *
 * @param column its name
 * @param type what it holds, such as {@code numeric}, {@code identifier} or {@code label}
 * @param facts why, how its cells are written and which are missing; a phrase each, or none
 */
public record ColumnNote(String column, String type, List<String> facts) {
  public ColumnNote {
    facts = List.copyOf(facts);
  }
}
