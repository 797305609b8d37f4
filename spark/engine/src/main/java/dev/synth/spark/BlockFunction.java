package dev.synth.spark;

import dev.synth.base.Cancellation;
import dev.synth.internal.experiment.blocks.BlockDrawer;
import dev.synth.internal.experiment.blocks.BlockOrder;
import dev.synth.internal.experiment.blocks.BlockTask;
import dev.synth.internal.experiment.blocks.DrawnBlock;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;

/** The work of an executor on one partition of the blocks. */
final class BlockFunction implements FlatMapFunction<Iterator<BlockTask>, Outcome<DrawnBlock>> {
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
  public Iterator<Outcome<DrawnBlock>> call(Iterator<BlockTask> tasks) {
    version.require();
    BlockDrawer[] drawer = new BlockDrawer[1];
    return Outcome.ofEach(
        tasks,
        task -> {
          drawer[0] =
              drawer[0] == null
                  ? model.value().unpacked(run -> BlockDrawer.of(run, order, new Cancellation()))
                  : drawer[0];
          DrawnBlock block = place.put(space -> drawer[0].draw(task, space), DrawnBlock::file);
          rows.add(block.rows());
          return block;
        });
  }
}
