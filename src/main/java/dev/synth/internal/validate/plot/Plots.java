package dev.synth.internal.validate.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data behind the charts of synthetic rows, as {@code plots.json} has it.
 *
 * <p>Counts of real rows are never 1 to 4, see {@link FewRows}, so that no chart shows a real row,
 * unless the user asked for real rows.
 *
 * @param version of the format
 * @param rows how many rows each side has
 * @param realRows whether the user asked for real rows, which are in the map and the pairs then
 * @param columnsLeftOut columns that were compared but have no panel, being too many
 * @param columns a panel a column, those that differ most first
 * @param associations how columns go together, or null where there are not two
 * @param map rows in two dimensions, or null where rows are too few
 * @param distances how near rows lie, or null where rows are too few
 * @param attacks what an attacker finds out; empty where no rows were held out
 * @param pairs synthetic rows beside the training rows nearest to them, the nearest first; empty
 *     unless the user asked for real rows
 * @param data the training rows themselves, or null where that could not be told
 */
public record Plots(
    int version,
    RowCounts rows,
    boolean realRows,
    int columnsLeftOut,
    List<ColumnPlot> columns,
    @Nullable AssociationPlot associations,
    @Nullable MapPlot map,
    @Nullable DistancePlot distances,
    List<AttackPlot> attacks,
    List<PairPlot> pairs,
    @Nullable DataPlot data) {
  /** The version of the format that is written. */
  public static final int VERSION = 1;

  public Plots {
    columns = columns == null ? List.of() : List.copyOf(columns);
    pairs = pairs == null ? List.of() : List.copyOf(pairs);
    attacks = attacks == null ? List.of() : List.copyOf(attacks);
  }

  /**
   * The number of rows on each side.
   *
   * @param real rare training rows
   * @param synthetic synthetic rows
   * @param majority training rows of the other class that were looked at
   * @param unseen rare rows that the generator never saw
   */
  public record RowCounts(int real, int synthetic, int majority, int unseen) {}
}
