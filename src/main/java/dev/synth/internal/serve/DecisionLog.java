package dev.synth.internal.serve;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.serve.state.BackgroundThreads;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions to Parquet files, on a thread of its own. A file appears under its name when it
 * is whole. Nothing here lets a request wait or fail: rows for which there is no room in memory,
 * and rows of a file that can't be written, are counted and lost.
 */
final class DecisionLog implements AutoCloseable {
  /** So many rows may wait to be written; more are dropped. */
  static final int MOST_WAITING_ROWS = 100_000;

  /** After a failure, so long no file is opened. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private static final long LOOK_MILLIS = 200;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final LogOptions options;
  private final String instance;
  private final ServerMetrics metrics;
  private final Consumer<String> warnings;
  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Thread thread;
  private volatile boolean closing;

  // the writing thread's own
  private @Nullable Open open;
  private Instant pausedUntil = Instant.EPOCH;
  private int number;

  /** Decisions and when they were made. */
  private record Entry(Decisions decisions, Instant time) {}

  /** The file that is being written. */
  private static final class Open {
    private final TableWriter writer;
    private final Schema schema;
    private final Instant since;
    private int rows;

    Open(TableWriter writer, Schema schema, Instant since) {
      this.writer = writer;
      this.schema = schema;
      this.since = since;
    }
  }

  /**
   * A log.
   *
   * @param instance tells the files of this server from those of others
   * @param warnings takes a sentence when rows are lost
   */
  DecisionLog(
      LogOptions options, String instance, ServerMetrics metrics, Consumer<String> warnings) {
    this.options = options;
    this.instance = instance;
    this.metrics = metrics;
    this.warnings = warnings;
    OutputFiles.folder(options.folder());
    OutputFiles.check(options.folder());
    thread = BackgroundThreads.named("synth-log").start(this::write);
  }

  /** Takes decisions, or counts them as dropped. */
  void add(Decisions decisions) {
    if (waiting.addAndGet(decisions.count()) > MOST_WAITING_ROWS) {
      waiting.addAndGet(-decisions.count());
      metrics.logDropped(decisions.count());
      return;
    }
    queue.add(new Entry(decisions, options.clock().instant()));
  }

  /** Returns how many rows wait to be written. */
  int waiting() {
    return waiting.get();
  }

  private void write() {
    try {
      while (!closing || !queue.isEmpty()) {
        Entry entry = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (entry != null) {
          append(entry);
          waiting.addAndGet(-entry.decisions().count());
        }
        finishIfDue(options.clock().instant());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      finish();
    }
  }

  private void append(Entry entry) {
    int count = entry.decisions().count();
    Table table;
    try {
      table = DecisionTable.of(entry.decisions(), entry.time());
    } catch (RuntimeException e) {
      failed(count, e);
      return;
    }
    Open file = open;
    if (file != null && !file.schema.equals(table.schema())) {
      finish(); // another model, with other columns
      file = null;
    }
    if (file == null && isPaused(entry.time())) {
      metrics.logLost(count);
      return;
    }
    try {
      if (file == null) {
        file =
            new Open(
                TableWriter.open(next(entry.time()), table.schema()), table.schema(), entry.time());
        open = file;
      }
      file.writer.append(table);
      file.rows += count;
    } catch (RuntimeException e) {
      open = null;
      failed(count + (file == null ? 0 : file.rows), e);
      discard(file);
    }
  }

  /** A clock that was set back must not make a pause longer. */
  private boolean isPaused(Instant time) {
    return time.isBefore(pausedUntil) && !time.isBefore(pausedUntil.minus(PAUSE));
  }

  private Path next(Instant time) {
    number++;
    return options
        .folder()
        .resolve(PlainText.of("decisions-%s-%s-%06d.parquet", NAME.format(time), instance, number));
  }

  private void finishIfDue(Instant now) {
    Open file = open;
    if (file == null) {
      return;
    }
    boolean isOld = !now.isBefore(file.since.plus(options.mostAge()));
    boolean isSetBack = now.isBefore(file.since.minus(PAUSE)); // the clock, not the file's age
    if (file.rows >= options.mostRows() || isOld || isSetBack) {
      finish();
    }
  }

  private void finish() {
    Open file = open;
    open = null;
    if (file == null) {
      return;
    }
    try {
      file.writer.commit();
      metrics.logged(file.rows);
    } catch (RuntimeException e) {
      failed(file.rows, e);
      discard(file);
    }
  }

  private void discard(@Nullable Open file) {
    if (file == null) {
      return;
    }
    try {
      file.writer.close();
    } catch (RuntimeException e) {
      // it could not be written either
    }
  }

  private void failed(int rows, RuntimeException e) {
    pausedUntil = options.clock().instant().plus(PAUSE);
    metrics.logLost(rows);
    metrics.logFailed();
    warnings.accept(
        PlainText.of("%d rows of the log are lost: %s", rows, String.valueOf(e.getMessage())));
  }

  /** Writes what waits, finishes the file, and stops. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
