package dev.synth.internal.experiment.selection;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.EventAssembler;
import dev.synth.internal.bundle.FeatureContract;
import dev.synth.internal.features.Event;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.features.History;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.table.selection.RowSpool;
import dev.synth.internal.table.selection.RowSpool.CellType;
import dev.synth.internal.table.stage.FileScan;
import dev.synth.internal.table.stage.RowStream;
import dev.synth.table.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file that have a label as events, and parts them into buckets.
 *
 * @param layout what is made, and where
 * @param file the file
 * @param number its number among all
 */
record EventsOfFile(EventLayout layout, String file, int number) implements FileTask {
  private static final int ROWS_AT_ONCE = 10_000;
  private static final long ROWS_A_PART = 1_000_000;
  private static final List<String> OWN =
      List.of("f", "n", "id", "t", "local", "arrived", "rare", "known", "late");
  private static final List<CellType> OWN_TYPES =
      List.of(
          CellType.BIGINT,
          CellType.BIGINT,
          CellType.VARCHAR,
          CellType.BIGINT,
          CellType.BIGINT,
          CellType.BIGINT,
          CellType.BOOLEAN,
          CellType.BIGINT,
          CellType.BOOLEAN);

  /**
   * Returns how many rows are events, how many of these come too late, and how many have no time.
   */
  @Override
  public List<List<String>> answer(int threads) {
    try (Work work = new Work(threads)) {
      FileScan.rows(Path.of(file), layout.columns(), work.inputs(), layout.rarity(), work::take);
      work.finish();
      return List.of(
          List.of(
              Long.toString(work.events), Long.toString(work.late), Long.toString(work.untimed)));
    }
  }

  /** The rows of the file that are being read. */
  private final class Work implements AutoCloseable {
    private final FeatureContract contract = layout.contract();
    private final FeaturePlan plan = contract.definition().plan();
    private final EventAssembler.Plan reading = layout.reading(contract);
    private final List<String> keys = EventLayout.numbered("k", plan.entities().size());
    private final List<String> numbers = EventLayout.numbered("v", plan.numbers().size());
    private final List<String> texts = EventLayout.numbered("x", plan.texts().size());
    private final List<String> calendar = EventLayout.numbered("d", plan.calendar().size());
    private final Path attempt = layout.attempt();
    private final Path whole = attempt.resolve("events");
    private final RowSpool spool;
    private final long[] places = new long[ROWS_AT_ONCE];
    private EventAssembler assembler;
    private int held;
    private int parts;
    private long events;
    private long late;
    private long untimed;

    Work(int threads) {
      List<String> names = new ArrayList<>(OWN);
      names.addAll(keys);
      names.addAll(texts);
      names.addAll(numbers);
      names.addAll(calendar);
      List<CellType> types = new ArrayList<>(OWN_TYPES);
      types.addAll(Collections.nCopies(keys.size() + texts.size(), CellType.VARCHAR));
      types.addAll(Collections.nCopies(numbers.size() + calendar.size(), CellType.DOUBLE));
      OutputFiles.folder(whole);
      this.assembler = assembler();
      this.spool = new RowSpool(names, types, threads);
    }

    /** Returns the columns that are read; offsets of times are parts of other cells. */
    List<Integer> inputs() {
      return read().stream().map(layout.columns().names()::indexOf).toList();
    }

    private List<String> read() {
      List<String> all = layout.columns().names();
      return contract.inputs().stream().map(Column::name).filter(all::contains).toList();
    }

    private EventAssembler assembler() {
      EventAssembler fresh =
          new EventAssembler(reading, PlainText.of("'%s'", file), row -> places[row]);
      List<String> names = new ArrayList<>(read());
      names.add(layout.label());
      fresh.columns(names);
      return fresh;
    }

    void take(long place, @Nullable String label, RowStream.@Nullable Cell[] cells) {
      if (label == null) {
        return;
      }
      if (held == 0) {
        assembler = assembler();
      }
      RowStream.@Nullable Cell[] row = new RowStream.@Nullable Cell[cells.length + 1];
      System.arraycopy(cells, 0, row, 0, cells.length);
      row[cells.length] = new RowStream.Cell.Text(label);
      places[held] = place;
      assembler.add(row);
      held++;
      if (held == ROWS_AT_ONCE) {
        empty();
      }
    }

    private void empty() {
      if (held == 0) {
        return;
      }
      History history = assembler.take();
      long[] known = Objects.requireNonNull(history.labelArrivals());
      for (int i = 0; i < held; i++) {
        Event event = history.events().get(i);
        if (event == null) {
          untimed++;
        } else {
          add(event, places[i], history.rare().get(i), known[i]);
        }
      }
      held = 0;
      if (spool.size() >= ROWS_A_PART) {
        write();
      }
    }

    private void add(Event event, long place, boolean rare, long known) {
      boolean isLate = plan.isLate(event.timeMicros(), event.arrivalMicros());
      events++;
      late += isLate ? 1 : 0;
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add((long) number);
      cells.add(place);
      cells.add(event.id());
      cells.add(event.timeMicros());
      cells.add(event.localMicros());
      cells.add(event.arrivalMicros());
      cells.add(rare);
      cells.add(known);
      cells.add(isLate);
      cells.addAll(event.keys());
      cells.addAll(event.texts());
      for (double value : event.numbers()) {
        cells.add(Double.isNaN(value) ? null : value);
      }
      for (double value : plan.calendarOf(event.localMicros())) {
        cells.add(value);
      }
      spool.add(cells.toArray());
    }

    private void write() {
      part(EventLayout.IDS, "f, n, id, t, local, arrived, late", "id", "true");
      for (int i = 0; i < keys.size(); i++) {
        FeaturePlan own = plan.ofEntity(i);
        StringBuilder columns = new StringBuilder("f, n, id, t, arrived, rare, known, k" + i);
        own.texts().forEach(each -> columns.append(", x").append(plan.texts().indexOf(each)));
        own.numbers().forEach(each -> columns.append(", v").append(plan.numbers().indexOf(each)));
        String which = PlainText.of("k%d IS NOT NULL AND NOT late", i);
        part(EventLayout.entity(i), columns.toString(), "k" + i, which);
      }
      if (!calendar.isEmpty()) {
        String columns = String.join(", ", calendar);
        spool.write(
            "SELECT n, " + columns + " FROM spool",
            whole.resolve(layout.calendar(number, parts).getFileName()));
      }
      spool.clear();
      parts++;
    }

    private void part(String buckets, String columns, String by, String which) {
      spool.writeParted(
          PlainText.of(
              "SELECT %s, CAST(hash(%s) %% %d AS INTEGER) AS b FROM spool WHERE %s",
              columns, by, layout.buckets(), which),
          whole.resolve(buckets + "-" + parts));
    }

    void finish() {
      empty();
      if (spool.size() > 0) {
        write();
      }
      EventLayout.keep(whole, layout.events(number));
    }

    @Override
    public void close() {
      spool.close();
      OutputFiles.remove(attempt);
    }
  }
}
