package dev.synth.internal.experiment.selection;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.features.RetrySearch;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.table.selection.ParquetRows;
import dev.synth.internal.table.selection.RowSpool;
import dev.synth.internal.table.selection.RowSpool.CellType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a bucket whose event came before, and which row each has its columns from.
 *
 * @param layout what is made, and where
 * @param bucket the bucket
 */
record RetriesOfBucket(EventLayout layout, int bucket) implements FileTask {
  /** Returns how many there are, and how many of them come too late. */
  @Override
  public List<List<String>> answer(int threads) {
    List<Path> parts = layout.bucket(EventLayout.IDS, bucket);
    try (Work work = new Work(threads)) {
      if (!parts.isEmpty()) {
        String events = ParquetRows.of(parts);
        ParquetRows.forEach(
            PlainText.of(
                "SELECT f, n, id, t, local, arrived, late FROM %s WHERE id IN (SELECT id FROM %s"
                    + " GROUP BY id HAVING count(*) > 1) ORDER BY id, arrived, t, f, n",
                events, events),
            threads,
            work::take);
      }
      Path written = work.attempt.resolve("rows.parquet");
      work.spool.write("SELECT * FROM spool", written);
      EventLayout.keep(written, layout.retries(bucket));
      return List.of(List.of(Long.toString(work.retries), Long.toString(work.late)));
    }
  }

  /** The events of the bucket, in the order of their ids and then of their arrival. */
  private final class Work implements AutoCloseable {
    private final FeaturePlan plan = layout.contract().definition().plan();
    private final RetrySearch search = new RetrySearch(plan);
    private final Path attempt = layout.attempt();
    private final RowSpool spool;
    private long file;
    private long place;
    private long local;
    private long retries;
    private long late;

    Work(int threads) {
      List<String> names = new ArrayList<>(List.of("f", "n", "sf", "sn"));
      List<CellType> types = new ArrayList<>(Collections.nCopies(4, CellType.BIGINT));
      names.addAll(EventLayout.numbered("d", plan.calendar().size()));
      types.addAll(Collections.nCopies(plan.calendar().size(), CellType.DOUBLE));
      spool = new RowSpool(names, types, threads);
    }

    void take(ParquetRows.Row row) {
      String id = String.valueOf(row.text(2));
      FeatureMachine.EventFate fate = search.take(id, row.whole(3), row.whole(5));
      switch (fate) {
        case TAKEN -> {
          file = row.whole(0);
          place = row.whole(1);
          local = row.whole(4);
        }
        case RETRY -> {
          retries++;
          late += row.truth(6) ? 1 : 0;
          add(row.whole(0), row.whole(1), search.isAnswered());
        }
        case LATE -> {
          // its columns are missing without a word
        }
      }
    }

    private void add(long ownFile, long ownPlace, boolean isAnswered) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(ownFile);
      cells.add(ownPlace);
      cells.add(isAnswered ? file : null);
      cells.add(isAnswered ? place : null);
      for (double value : plan.calendarOf(local)) {
        cells.add(isAnswered ? value : null);
      }
      spool.add(cells.toArray());
    }

    @Override
    public void close() {
      spool.close();
      OutputFiles.remove(attempt);
    }
  }
}
