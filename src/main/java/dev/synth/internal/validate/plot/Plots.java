package dev.synth.internal.validate.plot;

import dev.synth.base.Records;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.profile.TrainingProfile;
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
 * @param training what the label and the time of the training rows tell; null of runs before 0.2.0
 * @param patterns the clusters of the rare training rows, with what synthetic rows cover of them;
 *     null as before, and where rows are too few
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
    @Nullable DataPlot data,
    @Nullable TrainingProfile training,
    @Nullable Segmentation patterns) {
  /** The version of the format that is written. */
  public static final int VERSION = 1;

  public Plots {
    columns = columns == null ? List.of() : List.copyOf(columns);
    pairs = pairs == null ? List.of() : List.copyOf(pairs);
    attacks = attacks == null ? List.of() : List.copyOf(attacks);
  }

  /** Returns the same with what more the training rows tell. */
  public Plots with(TrainingProfile own, @Nullable Segmentation segments) {
    return Records.with(Records.with(this, "training", own), "patterns", segments);
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
