package dev.synth.spark;

import dev.synth.base.Cancellation;
import dev.synth.internal.experiment.scoring.BlockScorer;
import dev.synth.internal.experiment.scoring.ScoredBlock;
import dev.synth.internal.experiment.scoring.ScoringOrder;
import dev.synth.internal.experiment.scoring.ScoringTask;
import dev.synth.internal.table.stage.RowPart;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;

/** The work of an executor on some blocks of rows, which it scores. */
final class ScoringFunction
    implements FlatMapFunction<Iterator<ScoringTask>, Outcome<ScoredBlock>> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<StoredModel> model;
  private final Storage storage;
  private final ScoringOrder order;
  private final BlockPlace place;
  private final LongAccumulator rows;
  private final SameVersion version = new SameVersion();

  /**
   * The work.
   *
   * @param storage where rows are that no machine has on a disk of its own
   * @param rows counts the rows that are scored
   */
  ScoringFunction(
      Broadcast<StoredModel> model,
      Storage storage,
      ScoringOrder order,
      BlockPlace place,
      LongAccumulator rows) {
    this.model = model;
    this.storage = storage;
    this.order = order;
    this.place = place;
    this.rows = rows;
  }

  @Override
  public Iterator<Outcome<ScoredBlock>> call(Iterator<ScoringTask> tasks) {
    version.require();
    return Outcome.ofEach(
        tasks,
        task -> {
          ScoredBlock block = place.put(space -> score(task, space), ScoredBlock::file);
          rows.add(block.rows());
          return block;
        });
  }

  private ScoredBlock score(ScoringTask task, Path space) {
    String file = task.part().file();
    boolean isElsewhere = !Path.of(file).isAbsolute(); // it begins with a scheme
    return isElsewhere
        ? RowCopies.read(storage, file, copy -> score(task.part().at(copy), task, space))
        : score(task.part(), task, space);
  }

  private ScoredBlock score(RowPart part, ScoringTask task, Path space) {
    ScoringTask own = new ScoringTask(task.block(), task.before(), part);
    return BlockScorer.score(model.value().bundle(), order, own, space, new Cancellation());
  }
}
