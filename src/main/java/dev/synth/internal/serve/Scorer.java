package dev.synth.internal.serve;

import dev.synth.base.Problem;
import dev.synth.internal.bundle.FeatureContract;
import dev.synth.internal.bundle.LogColumns;
import dev.synth.internal.serve.state.BackgroundThreads;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The models of a server and what is done with their scores: decisions, the log, the shadow. Safe
 * for use by several threads.
 */
final class Scorer implements AutoCloseable {
  /** The column that names rows, where the model hands it on and none was named. */
  private static final String EVENT_COLUMN = "event_id";

  private static final int NAME_RADIX = 36;

  private final ServeOptions options;
  private final Supplier<ServedModel> source;
  private final AtomicReference<ServedModel> served;
  private final @Nullable ServedModel shadow;
  private final ServerMetrics metrics;
  private final @Nullable DecisionLog log;
  private final ThreadPoolExecutor shadowing;
  private final AtomicLong requests = new AtomicLong();

  /**
   * The models.
   *
   * @param source gives the model that decides, at first and at each reload
   * @param shadow a model that scores the same rows without deciding, or null
   */
  Scorer(
      Supplier<ServedModel> source,
      @Nullable ServedModel shadow,
      ServeOptions options,
      ServerMetrics metrics) {
    this.options = options;
    this.source = source;
    this.shadow = shadow;
    this.metrics = metrics;
    this.served = new AtomicReference<>(checked(source.get()));
    LogOptions written = options.log();
    this.log =
        written == null
            ? null
            : new DecisionLog(written, options.events().instance(), metrics, options.warnings());
    this.shadowing =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(options.bounds().waiting()),
            BackgroundThreads.named("synth-shadow").factory());
  }

  /** Refuses a model that the options don't fit. */
  private ServedModel checked(ServedModel model) {
    String column = options.events().column();
    List<String> carried = model.bundle().contract().carried();
    if (column != null && !carried.contains(column)) {
      throw Problem.data(
          "the model '%s' hands on no column '%s'; what it hands on: %s",
          model.name(), column, carried.isEmpty() ? "nothing" : String.join(", ", carried));
    }
    model.bundle().contract().features().stream()
        .map(each -> each.column().name())
        .filter(name -> options.log() != null && LogColumns.ALL.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Problem.data(
                  "the model '%s' looks at '%s', a column of the log itself", model.name(), name);
            });
    return model;
  }

  /** Returns the model that decides now. */
  ServedModel model() {
    return served.get();
  }

  /** Returns what lets alerts pass. */
  Exploration exploration() {
    return options.exploration();
  }

  /** Returns how many rows wait for the log. */
  int waitingForLog() {
    return log == null ? 0 : log.waiting();
  }

  /**
   * Reads the model again; where that fails, the present one stays.
   *
   * @throws Problem if the model can't be read or doesn't fit the options
   */
  ServedModel reload() {
    ServedModel next = checked(source.get());
    served.set(next);
    metrics.reloaded();
    return next;
  }

  /**
   * Scores and decides.
   *
   * @param request the request's name; null to have it named here
   */
  Decisions decide(RequestRows rows, @Nullable String request) {
    return decide(model(), rows, request);
  }

  /** Scores and decides by the model that the request began with. */
  Decisions decide(ServedModel model, RequestRows rows, @Nullable String request) {
    ServedModel.ScoredRequest scored = model.score(rows, options.lenient());
    String name = request == null ? nextName() : request;
    Decisions decisions = Decisions.of(scored, name, events(scored, name), options.exploration());
    metrics.decided(decisions);
    if (log != null) {
      log.add(decisions);
    }
    shadow(rows, scored);
    return decisions;
  }

  private String nextName() {
    return options.events().instance()
        + "-"
        + Long.toString(requests.incrementAndGet(), NAME_RADIX);
  }

  /** The texts of the naming column; where there are none, the request's name and the row. */
  private List<String> events(ServedModel.ScoredRequest scored, String request) {
    Table carried = scored.rows().carried();
    int count = scored.scores().scores().length;
    String named = options.events().column();
    FeatureContract features = scored.model().bundle().features();
    String own = features == null ? EVENT_COLUMN : features.definition().eventId();
    String column = named == null ? own : named;
    Cells cells = carried.schema().find(column).isPresent() ? carried.cells(column) : null;
    List<String> events = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      events.add(
          cells instanceof Cells.Texts texts && !texts.isMissing(row)
              ? texts.value(row)
              : request + "/" + (row + 1));
    }
    return events;
  }

  private void shadow(RequestRows rows, ServedModel.ScoredRequest scored) {
    ServedModel challenger = shadow;
    if (challenger == null) {
      return;
    }
    try {
      shadowing.execute(() -> compare(challenger, rows, scored));
    } catch (RejectedExecutionException e) {
      metrics.shadowDropped();
    }
  }

  private void compare(ServedModel challenger, RequestRows rows, ServedModel.ScoredRequest scored) {
    try {
      metrics.shadow(scored.scores(), challenger.score(rows, true).scores());
    } catch (RuntimeException e) {
      metrics.shadowFailed();
    }
  }

  /** Finishes the log. */
  @Override
  public void close() {
    shadowing.shutdownNow();
    if (log != null) {
      log.close();
    }
  }
}
