package dev.synth.internal.profile;

import dev.synth.table.reading.ReadingNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a table, before anything is trained.
 *
 * @param source where it came from
 * @param rows how many rows it has
 * @param copies how many rows equal an earlier one in all columns but identifiers
 * @param isDiscrete whether copies are the nature of the data: every column has few values
 * @param notes what reading found
 * @param columns its columns without the label
 * @param guesses what columns were taken for
 * @param label what the label says; null without one
 * @param leaks columns that look like the label in disguise
 * @param drift what changes over time; null where nothing orders the rows
 * @param split which split is advisable; null without a label
 * @param foreseen what effect the data could show at all, by repeats; empty without a label
 */
public record DataProfile(
    String source,
    int rows,
    int copies,
    boolean isDiscrete,
    List<ReadingNote> notes,
    List<ColumnProfile> columns,
    Guesses guesses,
    @Nullable RareProfile label,
    List<Suspect> leaks,
    @Nullable DriftProfile drift,
    @Nullable SplitAdvice split,
    List<Foreseen> foreseen) {
  public DataProfile {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    leaks = List.copyOf(leaks);
    foreseen = List.copyOf(foreseen);
  }
}
