package dev.synth.internal.experiment.blocks;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.internal.experiment.run.DrawableModel;
import dev.synth.internal.experiment.run.SyntheticWriter;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.generate.draw.RowSampler;
import dev.synth.internal.generate.draw.SampleLog;
import dev.synth.split.RowRules;
import dev.synth.split.Synthetic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Draws and writes blocks, on whatever machine. */
public final class BlockDrawer {
  private final BlockOrder order;
  private final DrawableModel model;
  private final RowRules rules;
  private final Context context;

  private BlockDrawer(
      BlockOrder order, DrawableModel model, RowRules rules, Cancellation cancellation) {
    this.order = order;
    this.model = model;
    this.rules = rules;
    this.context =
        new Context(new Seeds(order.seed()).below("drawn later"), Progress.NONE, cancellation);
  }

  /**
   * Reads a run's model.
   *
   * @param run the run's folder, or another one with its folder {@code model}
   * @throws Problem if the model cannot be read, or has no such values
   */
  public static BlockDrawer of(Path run, BlockOrder order, Cancellation cancellation) {
    DrawableModel model = DrawableModel.read(run);
    RowRules rules = model.rules().where(order.where(), model.label());
    return new BlockDrawer(order, model, rules, cancellation);
  }

  /**
   * Draws a block to its file in a folder, whole or not at all.
   *
   * @throws Problem if the file cannot be written, or hardly a draw satisfies the rules
   */
  public DrawnBlock draw(BlockTask task, Path folder) {
    Path file = folder.resolve(order.file(task.block()));
    long[] rows = {0};
    SampleLog log;
    try (SyntheticWriter writer = SyntheticWriter.open(file, rules, model.label(), model.style())) {
      log =
          draw(
              task,
              batch -> {
                writer.append(batch);
                rows[0] += batch.rowCount();
              });
      writer.commit();
    }
    return new DrawnBlock(
        task.block(),
        order.file(task.block()),
        task.most(),
        rows[0],
        log.drawn(),
        log.rejectedByText(),
        size(file),
        Hashes.ofFiles(List.of(file)));
  }

  private SampleLog draw(BlockTask task, Consumer<Synthetic> sink) {
    RowSampler.Order all = new RowSampler.Order(model.generator(), rules, order.rows(), 1);
    if (order.isSmall()) {
      return RowSampler.draw(all, sink, context);
    }
    int batches = order.batches();
    RowSampler.BatchRange part =
        new RowSampler.BatchRange(Math.multiplyExact(task.block(), batches), batches, task.most());
    return RowSampler.drawPart(all, part, sink, context);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }
}
