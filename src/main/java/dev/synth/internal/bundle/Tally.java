package dev.synth.internal.bundle;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A tally of what was odd about rows that were scored all the same; not for several threads. */
public final class Tally {
  private final Set<String> missingColumns = new TreeSet<>();
  private final Set<String> extraColumns = new TreeSet<>();
  private final Map<String, Long> misfits = new TreeMap<>();
  private final Map<String, Long> newLevels = new TreeMap<>();
  private final Map<String, Long> newlyMissing = new TreeMap<>();
  private final Map<String, Long> beyondRange = new TreeMap<>();

  /**
   * The counts.
   *
   * @param missingColumns columns of the model that the rows lack
   * @param extraColumns columns that the model does not know
   * @param misfits by column, cells of another type, scored as missing
   * @param newLevels by column, cells with a level that no fitted row had
   * @param newlyMissing by column, missing cells where no fitted row had one
   * @param beyondRange by column, numbers below or above all fitted ones
   */
  public record Counts(
      Set<String> missingColumns,
      Set<String> extraColumns,
      Map<String, Long> misfits,
      Map<String, Long> newLevels,
      Map<String, Long> newlyMissing,
      Map<String, Long> beyondRange)
      implements Serializable {
    /** Nothing was odd. */
    public static final Counts NONE = new Tally().counts();

    /** Returns the counts of these rows and others. */
    public Counts plus(Counts others) {
      return new Counts(
          union(missingColumns, others.missingColumns),
          union(extraColumns, others.extraColumns),
          sum(misfits, others.misfits),
          sum(newLevels, others.newLevels),
          sum(newlyMissing, others.newlyMissing),
          sum(beyondRange, others.beyondRange));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
      Set<String> both = new TreeSet<>(one);
      both.addAll(other);
      return both;
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
      Map<String, Long> both = new TreeMap<>(one);
      other.forEach((column, count) -> both.merge(column, count, Long::sum));
      return both;
    }
  }

  void missingColumn(String column) {
    missingColumns.add(column);
  }

  void extraColumn(String column) {
    extraColumns.add(column);
  }

  void misfit(String column) {
    misfits.merge(column, 1L, Long::sum);
  }

  void newLevel(String column) {
    newLevels.merge(column, 1L, Long::sum);
  }

  void newlyMissing(String column) {
    newlyMissing.merge(column, 1L, Long::sum);
  }

  void beyondRange(String column) {
    beyondRange.merge(column, 1L, Long::sum);
  }

  /** Returns the counts so far. */
  public Counts counts() {
    return new Counts(
        new TreeSet<>(missingColumns),
        new TreeSet<>(extraColumns),
        new TreeMap<>(misfits),
        new TreeMap<>(newLevels),
        new TreeMap<>(newlyMissing),
        new TreeMap<>(beyondRange));
  }
}
