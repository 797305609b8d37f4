package dev.synth.internal.table.selection;

import dev.synth.internal.table.cell.NumberText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The stretches that cuts part time into: those of the training rows, then validation, then test.
 *
 * @param starts the first time of each but the first, ascending; the last two are those of
 *     validation and test
 */
public record Stretches(List<Double> starts) {
  public Stretches {
    starts = List.copyOf(starts);
    if (starts.size() < 2) {
      throw new IllegalArgumentException("there is no place for validation and test");
    }
  }

  /** Returns how many stretches the training rows have. */
  public int training() {
    return starts.size() - 1;
  }

  /** Returns how many stretches there are. */
  public int count() {
    return starts.size() + 1;
  }

  /** Returns the number of the stretch that a time is in. */
  int of(double time) {
    return (int) starts.stream().filter(start -> start <= time).count();
  }

  /**
   * Returns the number of a row's stretch as SQL, in which {@code t} stands once: DuckDB puts what
   * it stands for in its place, and plans for long where it stands often.
   */
  String sql() {
    return starts.stream()
        .map(start -> "CAST('" + NumberText.of(start) + "' AS DOUBLE)")
        .collect(Collectors.joining(", ", "len(list_filter([", "], lambda s: s <= t))"));
  }
}
