package dev.synth.table;

import dev.synth.table.reading.ColumnFact;
import java.util.List;

/**
 * A note on how a column was read.
 *
 * @param column its name
 * @param type what it holds, such as {@code numeric}, {@code identifier} or {@code label}
 * @param facts why, how its cells are written and which are missing
 */
public record ColumnNote(String column, String type, List<ColumnFact> facts) {
  public ColumnNote {
    facts = List.copyOf(facts);
  }
}
