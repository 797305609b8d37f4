package dev.synth.spark;

import dev.synth.base.Cancellation;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.experiment.blocks.BlockDrawer;
import dev.synth.internal.experiment.blocks.BlockOrder;
import dev.synth.internal.experiment.blocks.BlockTask;
import dev.synth.internal.experiment.blocks.DrawnBlock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;

/** The work of an executor on one partition of the blocks. */
final class BlockFunction implements FlatMapFunction<Iterator<BlockTask>, Outcome> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<StoredModel> model;
  private final BlockOrder order;
  private final BlockPlace place;
  private final LongAccumulator rows;
  private final SameVersion version = new SameVersion();

  BlockFunction(
      Broadcast<StoredModel> model, BlockOrder order, BlockPlace place, LongAccumulator rows) {
    this.model = model;
    this.order = order;
    this.place = place;
    this.rows = rows;
  }

  @Override
  public Iterator<Outcome> call(Iterator<BlockTask> tasks) {
    version.require();
    List<Outcome> outcomes = new ArrayList<>();
    try {
      BlockDrawer drawer =
          model.value().unpacked(run -> BlockDrawer.of(run, order, new Cancellation()));
      while (tasks.hasNext()) {
        DrawnBlock block = place.draw(drawer, tasks.next());
        rows.add(block.rows());
        outcomes.add(Outcome.of(block));
      }
    } catch (Problem problem) {
      if (problem.exitCode() == ExitCode.ENVIRONMENT) {
        throw problem;
      }
      outcomes.add(Outcome.of(problem));
    }
    return outcomes.iterator();
  }
}
