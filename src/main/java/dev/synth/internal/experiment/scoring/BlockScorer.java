package dev.synth.internal.experiment.scoring;

import dev.synth.base.Cancellation;
import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.RowAssembler;
import dev.synth.internal.bundle.ScoredTables;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.table.stage.RowStream;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores one block of rows and writes it, on whatever machine. Not for several threads. */
public final class BlockScorer {
  /** The number of rows that are scored at once. */
  private static final int ROWS_AT_ONCE = 4096;

  private final ScoringOrder order;
  private final Cancellation cancellation;
  private final ScoredTables tables;
  private final RowAssembler assembler;
  private @Nullable TableWriter writer;
  private long rows;
  private long alerts;

  private BlockScorer(
      Bundle bundle, ScoringOrder order, ScoringTask task, Cancellation cancellation) {
    this.order = order;
    this.cancellation = cancellation;
    this.tables = new ScoredTables(bundle, order.reasons(), order.carried());
    this.assembler =
        new RowAssembler(
            bundle.plan(), order.lenient(), PlainText.of("'%s'", order.source()), task.before());
  }

  /**
   * Scores a block to its file in a folder, whole or not at all.
   *
   * @throws Problem if the rows cannot be read or break the contract, or the file cannot be written
   */
  public static ScoredBlock score(
      Bundle bundle, ScoringOrder order, ScoringTask task, Path folder, Cancellation cancellation) {
    Path file = folder.resolve(order.file(task.block()));
    BlockScorer scorer = new BlockScorer(bundle, order, task, cancellation);
    try {
      scorer.read(task, file);
    } finally {
      TableWriter open = scorer.writer;
      if (open != null) {
        open.close();
      }
    }
    return new ScoredBlock(
        order.file(task.block()),
        scorer.rows,
        scorer.alerts,
        size(file),
        Hashes.ofFiles(List.of(file)),
        scorer.assembler.counts());
  }

  private void read(ScoringTask task, Path file) {
    task.part()
        .read(
            order.typed(),
            new RowStream.Sink() {
              @Override
              public void columns(List<String> names) {
                assembler.columns(names);
              }

              @Override
              public void row(RowStream.@Nullable Cell[] cells) {
                assembler.add(cells);
                if (assembler.size() == ROWS_AT_ONCE) {
                  flush(file);
                }
              }
            });
    if (assembler.size() > 0 || rows == 0) { // a block without rows is a file without
      flush(file);
    }
    TableWriter open = writer;
    if (open != null) {
      open.commit();
    }
  }

  private void flush(Path file) {
    cancellation.check();
    RowAssembler.AssembledRows block = assembler.take();
    ScoredTables.RowScores scored = tables.score(block);
    Table table = tables.table(block, scored);
    TableWriter open = writer;
    if (open == null) {
      open = TableWriter.open(file, table.schema());
      writer = open;
    }
    open.append(table);
    rows += table.rowCount();
    alerts += scored.scores().alertCount();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }
}
