package dev.synth.internal.serve;

import dev.synth.internal.bundle.Scores;
import dev.synth.internal.bundle.Tally;
import dev.synth.internal.table.cell.NumberText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** The counts of a server, and their text for Prometheus. Safe for use by several threads. */
final class ServerMetrics {
  private static final double[] SECONDS = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5
  };
  private static final double NANOS = 1e9;
  private static final String ROWS = "synth_rows_total";
  private static final String ALERTS = "synth_alerts_total";
  private static final String PASSED = "synth_passed_alerts_total";

  /** The counters that are there from the beginning, so that rates of them are known. */
  private static final List<String> NAMES =
      List.of(
          ROWS,
          ALERTS,
          PASSED,
          "synth_reloads_total",
          "synth_shadow_rows_total",
          "synth_shadow_alerts_total",
          "synth_shadow_disagreements_total",
          "synth_shadow_failures_total",
          "synth_shadow_dropped_total",
          "synth_log_rows_total",
          "synth_log_files_total",
          "synth_log_dropped_rows_total",
          "synth_log_lost_rows_total",
          "synth_log_failures_total");

  /** The reasons for which requests are refused. */
  private static final List<String> REASONS =
      List.of("concurrency", "draining", "queue", "time", "wait");

  private final Map<String, LongAdder> counters = new ConcurrentSkipListMap<>();
  private final LongAdder[] buckets = new LongAdder[SECONDS.length];
  private final LongAdder observed = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  ServerMetrics() {
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = new LongAdder();
    }
    NAMES.forEach(name -> count(name, 0));
    REASONS.forEach(reason -> count(refusal(reason), 0));
  }

  private static String refusal(String reason) {
    return "synth_refused_total{reason=" + quoted(reason) + "}";
  }

  private void count(String series, long by) {
    counters.computeIfAbsent(series, name -> new LongAdder()).add(by);
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  void request(String route, int status) {
    count("synth_requests_total{route=" + quoted(route) + ",status=\"" + status + "\"}", 1);
  }

  /** Takes down how long a request took that was scored. */
  void duration(long taken) {
    double seconds = taken / NANOS;
    for (int i = 0; i < SECONDS.length; i++) {
      if (seconds <= SECONDS[i]) {
        buckets[i].increment();
      }
    }
    observed.increment();
    nanos.add(taken);
  }

  void refused(String reason) {
    count(refusal(reason), 1);
  }

  void decided(Decisions decisions) {
    count(ROWS, decisions.count());
    count(ALERTS, decisions.scores().alertCount());
    count(PASSED, decisions.passed());
    Tally.Counts odd = decisions.odd();
    odd("misfit", odd.misfits());
    odd("new_level", odd.newLevels());
    odd("newly_missing", odd.newlyMissing());
    odd("beyond_range", odd.beyondRange());
  }

  private void odd(String kind, Map<String, Long> columns) {
    columns.forEach(
        (column, cells) ->
            count(
                "synth_odd_cells_total{column=" + quoted(column) + ",kind=" + quoted(kind) + "}",
                cells));
  }

  /** Takes down what the shadow says of rows that the served model has scored. */
  void shadow(Scores served, Scores shadow) {
    int differing = 0;
    for (int row = 0; row < served.alerts().length; row++) {
      differing += served.alerts()[row] == shadow.alerts()[row] ? 0 : 1;
    }
    count("synth_shadow_rows_total", served.alerts().length);
    count("synth_shadow_alerts_total", shadow.alertCount());
    count("synth_shadow_disagreements_total", differing);
  }

  void shadowFailed() {
    count("synth_shadow_failures_total", 1);
  }

  void shadowDropped() {
    count("synth_shadow_dropped_total", 1);
  }

  void reloaded() {
    count("synth_reloads_total", 1);
  }

  /** Takes down that a file of the log is whole. */
  void logged(int rows) {
    count("synth_log_rows_total", rows);
    count("synth_log_files_total", 1);
  }

  /** Takes down rows for which there was no room in memory. */
  void logDropped(int rows) {
    count("synth_log_dropped_rows_total", rows);
  }

  /** Takes down rows that could not be written. */
  void logLost(int rows) {
    count("synth_log_lost_rows_total", rows);
  }

  /** Takes down that a file could not be written. */
  void logFailed() {
    count("synth_log_failures_total", 1);
  }

  /** Returns the text; counters first, by name. */
  String text(ServedModel model, int waiting, int waitingForLog) {
    StringBuilder text = new StringBuilder(2048);
    String before = "";
    for (Map.Entry<String, LongAdder> each : new TreeMap<>(counters).entrySet()) {
      String name = each.getKey().replaceFirst("\\{.*", "");
      if (!name.equals(before)) {
        text.append("# TYPE ").append(name).append(" counter\n");
        before = name;
      }
      text.append(each.getKey()).append(' ').append(each.getValue().sum()).append('\n');
    }
    text.append("# TYPE synth_scoring_seconds histogram\n");
    for (int i = 0; i < SECONDS.length; i++) {
      line(
          text,
          "synth_scoring_seconds_bucket{le=\"" + NumberText.of(SECONDS[i]) + "\"}",
          buckets[i].sum());
    }
    line(text, "synth_scoring_seconds_bucket{le=\"+Inf\"}", observed.sum());
    text.append("synth_scoring_seconds_sum ").append(nanos.sum() / NANOS).append('\n');
    line(text, "synth_scoring_seconds_count", observed.sum());
    text.append("# TYPE synth_model_info gauge\nsynth_model_info{name=")
        .append(quoted(model.name()))
        .append(",version=")
        .append(quoted(model.version()))
        .append("} 1\n# TYPE synth_threshold gauge\nsynth_threshold ")
        .append(model.threshold())
        .append("\n# TYPE synth_waiting_requests gauge\n");
    line(text, "synth_waiting_requests", waiting);
    Runtime runtime = Runtime.getRuntime();
    text.append("# TYPE synth_heap_used_bytes gauge\n");
    line(text, "synth_heap_used_bytes", runtime.totalMemory() - runtime.freeMemory());
    text.append("# TYPE synth_log_waiting_rows gauge\n");
    line(text, "synth_log_waiting_rows", waitingForLog);
    return text.toString();
  }

  private static void line(StringBuilder text, String series, long value) {
    text.append(series).append(' ').append(value).append('\n');
  }
}
