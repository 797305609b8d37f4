package dev.synth.internal.experiment.selection;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.features.EntityReplay;
import dev.synth.internal.features.Event;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.table.selection.ParquetRows;
import dev.synth.internal.table.selection.RowSpool;
import dev.synth.internal.table.selection.RowSpool.CellType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the columns of one entity for the rows of a bucket: sorted by entity, time and event id,
 * they go through the machine that makes every feature.
 *
 * @param layout what is made, and where
 * @param entity the place of the entity among all
 * @param bucket the bucket
 */
record FeaturesOfBucket(EventLayout layout, int entity, int bucket) implements FileTask {
  private static final int FIRST_TEXT = 8;

  @Override
  public List<List<String>> answer(int threads) {
    List<Path> parts = layout.bucket(EventLayout.entity(entity), bucket);
    String retries = ParquetRows.of(layout.allRetries());
    try (Work work = new Work(threads)) {
      if (!parts.isEmpty()) {
        ParquetRows.forEach(
            PlainText.of(
                "SELECT f, n, id, t, arrived, rare, known, k%d%s FROM %s AS e WHERE NOT EXISTS"
                    + " (SELECT 1 FROM %s AS r WHERE r.f = e.f AND r.n = e.n)"
                    + " ORDER BY k%d, arrived, t, id, f, n",
                entity, work.inputs(), ParquetRows.of(parts), retries, entity),
            threads,
            work::take);
      }
      Path written = work.attempt.resolve("rows.parquet");
      work.spool.write(
          PlainText.of(
              "SELECT f, n, %s FROM spool UNION ALL SELECT r.f, r.n, %s FROM spool AS s JOIN %s AS"
                  + " r ON s.f = r.sf AND s.n = r.sn ORDER BY f, n",
              work.made(), work.made(), retries),
          written);
      EventLayout.keep(written, layout.made(entity, bucket));
      return List.of();
    }
  }

  /** The events of the bucket, in the order of their entities and then of their arrival. */
  private final class Work implements AutoCloseable {
    private final FeaturePlan all = layout.contract().definition().plan();
    private final FeaturePlan plan = all.ofEntity(entity);
    private final int texts = plan.texts().size();
    private final int numbers = plan.numbers().size();
    private final List<String> made = EventLayout.numbered("m", plan.names().size());
    private final EntityReplay replay = new EntityReplay(plan);
    private final Path attempt = layout.attempt();
    private final RowSpool spool;

    Work(int threads) {
      List<String> names = new ArrayList<>(List.of("f", "n"));
      List<CellType> types = new ArrayList<>(List.of(CellType.BIGINT, CellType.BIGINT));
      names.addAll(made);
      types.addAll(Collections.nCopies(made.size(), CellType.DOUBLE));
      spool = new RowSpool(names, types, threads);
    }

    String inputs() {
      List<String> columns = new ArrayList<>();
      plan.texts().forEach(each -> columns.add(", x" + all.texts().indexOf(each)));
      plan.numbers().forEach(each -> columns.add(", v" + all.numbers().indexOf(each)));
      return String.join("", columns);
    }

    String made() {
      return made.stream().collect(Collectors.joining(", "));
    }

    void take(ParquetRows.Row row) {
      List<@Nullable String> told = new ArrayList<>();
      for (int i = 0; i < texts; i++) {
        told.add(row.text(FIRST_TEXT + i));
      }
      double[] values = new double[numbers];
      for (int i = 0; i < numbers; i++) {
        values[i] = row.number(FIRST_TEXT + texts + i);
      }
      List<@Nullable String> keys = new ArrayList<>();
      keys.add(row.text(FIRST_TEXT - 1));
      long time = row.whole(3);
      Event event =
          new Event(
              String.valueOf(row.text(2)), time, time, row.whole(4), keys, values, told, null);
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(row.whole(0));
      cells.add(row.whole(1));
      for (double value : replay.take(event, row.truth(5), row.whole(6))) {
        cells.add(Double.isNaN(value) ? null : value);
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
