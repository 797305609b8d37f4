package dev.synth.internal.serve;

import dev.synth.internal.bundle.Scores;
import dev.synth.internal.bundle.Tally;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.serve.state.FeatureState;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a server, as Prometheus' own library keeps and writes them. Safe for use by several
 * threads.
 */
final class ServerMetrics {
  private static final double[] SECONDS = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5
  };
  private static final double NANOS = 1e9;

  /** The reasons for which requests are refused; each is there from the beginning. */
  private static final List<String> REASONS =
      List.of("concurrency", "draining", "queue", "time", "wait");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final ExpositionFormats formats = ExpositionFormats.init();

  private final Counter requests =
      counter("synth_requests_total", "Requests that were answered.", "route", "status");
  private final Counter refusals =
      counter("synth_refused_total", "Requests that were answered with 503, and why.", "reason");
  private final Counter rows = counter("synth_rows_total", "Rows that were scored.");
  private final Counter alerts =
      counter("synth_alerts_total", "Rows whose score is at least the threshold.");
  private final Counter passed =
      counter("synth_passed_alerts_total", "Alerts that passed at random, to explore.");
  private final Counter oddCells =
      counter(
          "synth_odd_cells_total",
          "Cells that no fitted row had the like of, which were scored all the same.",
          "column",
          "kind");
  private final Counter reloads =
      counter("synth_reloads_total", "Readings of the model since the start.");
  private final Counter shadowRows =
      counter("synth_shadow_rows_total", "Rows that the challenger scored.");
  private final Counter shadowAlerts =
      counter("synth_shadow_alerts_total", "Alerts of the challenger.");
  private final Counter disagreements =
      counter("synth_shadow_disagreements_total", "Rows that are an alert of one of the two only.");
  private final Counter shadowFailures =
      counter("synth_shadow_failures_total", "Requests that the challenger failed to score.");
  private final Counter shadowDropped =
      counter("synth_shadow_dropped_total", "Requests for which the challenger had no time.");
  private final Counter loggedRows =
      counter("synth_log_rows_total", "Rows of finished files of the log.");
  private final Counter loggedFiles =
      counter("synth_log_files_total", "Finished files of the log.");
  private final Counter droppedRows =
      counter("synth_log_dropped_rows_total", "Rows for which the log had no room in memory.");
  private final Counter lostRows =
      counter("synth_log_lost_rows_total", "Rows of the log that could not be written.");
  private final Counter logFailures =
      counter("synth_log_failures_total", "Files of the log that could not be written.");
  private final Histogram seconds =
      Histogram.builder()
          .name("synth_scoring_seconds")
          .help("The time from a scored request's arrival to its answer.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .withoutExemplars()
          .register(registry);
  private final Info info =
      Info.builder()
          .name("synth_model_info")
          .help("The model that decides.")
          .labelNames("name", "version")
          .register(registry);

  /**
   * The text of all counts.
   *
   * @param type its content type
   * @param body its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
  record MetricsText(String type, byte[] body) {}

  ServerMetrics() {
    REASONS.forEach(refusals::initLabelValues);
    Runtime runtime = Runtime.getRuntime();
    gauge(
        "synth_heap_used_bytes",
        "The used part of the Java heap.",
        () -> runtime.totalMemory() - runtime.freeMemory());
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }

  private void gauge(String name, String help, LongSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call((double) value.getAsLong()))
        .register(registry);
  }

  /** Tells of the model and of what waits, too; called once. */
  void watch(Supplier<ServedModel> model, IntSupplier waiting, IntSupplier waitingForLog) {
    gauge("synth_waiting_requests", "Requests that wait for a thread.", waiting::getAsInt);
    gauge("synth_log_waiting_rows", "Rows that wait for the log.", waitingForLog::getAsInt);
    GaugeWithCallback.builder()
        .name("synth_threshold")
        .help("The threshold of the model that decides.")
        .callback(gauge -> gauge.call(model.get().threshold()))
        .register(registry);
  }

  /** Tells of the state of features, too, whose size is taken once a scrape; called once. */
  void watch(Supplier<FeatureState.Size> size) {
    registry.register((MultiCollector) () -> snapshots(size.get()));
  }

  private static MetricSnapshots snapshots(FeatureState.Size size) {
    FeatureMachine.Counts counts = size.counts();
    return MetricSnapshots.of(
        CounterSnapshot.builder()
            .name("synth_events")
            .help("Events that came: taken, a retry, or late.")
            .dataPoint(outcome("taken", counts.taken()))
            .dataPoint(outcome("retry", counts.retries()))
            .dataPoint(outcome("late", counts.late()))
            .build(),
        CounterSnapshot.builder()
            .name("synth_labels")
            .help("Labels that came: taken, or ignored.")
            .dataPoint(outcome("taken", counts.labels()))
            .dataPoint(outcome("ignored", counts.strayLabels()))
            .build(),
        size("synth_state_events", "Events that are remembered.", size.events()),
        size("synth_state_entities", "Entities with a past.", size.entities()));
  }

  private static CounterSnapshot.CounterDataPointSnapshot outcome(String outcome, long count) {
    return CounterSnapshot.CounterDataPointSnapshot.builder()
        .labels(Labels.of("outcome", outcome))
        .value((double) count)
        .build();
  }

  private static GaugeSnapshot size(String name, String help, int size) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().value(size).build())
        .build();
  }

  void request(String route, int status) {
    requests.labelValues(route, String.valueOf(status)).inc();
  }

  /** Takes down how long a request took that was scored. */
  void duration(long taken) {
    seconds.observe(taken / NANOS);
  }

  void refused(String reason) {
    refusals.labelValues(reason).inc();
  }

  void decided(Decisions decisions) {
    rows.inc(decisions.count());
    alerts.inc(decisions.scores().alertCount());
    passed.inc(decisions.passed());
    Tally.Counts odd = decisions.odd();
    odd("misfit", odd.misfits());
    odd("new_level", odd.newLevels());
    odd("newly_missing", odd.newlyMissing());
    odd("beyond_range", odd.beyondRange());
  }

  private void odd(String kind, Map<String, Long> columns) {
    columns.forEach((column, cells) -> oddCells.labelValues(column, kind).inc(cells));
  }

  /** Takes down what the shadow says of rows that the served model has scored. */
  void shadow(Scores served, Scores shadow) {
    int differing = 0;
    for (int row = 0; row < served.alerts().length; row++) {
      differing += served.alerts()[row] == shadow.alerts()[row] ? 0 : 1;
    }
    shadowRows.inc(served.alerts().length);
    shadowAlerts.inc(shadow.alertCount());
    disagreements.inc(differing);
  }

  void shadowFailed() {
    shadowFailures.inc();
  }

  void shadowDropped() {
    shadowDropped.inc();
  }

  void reloaded() {
    reloads.inc();
  }

  /** Takes down that a file of the log is whole. */
  void logged(int count) {
    loggedRows.inc(count);
    loggedFiles.inc();
  }

  /** Takes down rows for which there was no room in memory. */
  void logDropped(int count) {
    droppedRows.inc(count);
  }

  /** Takes down rows that could not be written. */
  void logLost(int count) {
    lostRows.inc(count);
  }

  /** Takes down that a file could not be written. */
  void logFailed() {
    logFailures.inc();
  }

  /**
   * Returns the text, in the format that is asked for.
   *
   * @param model the model that decides
   * @param accept the request's header Accept; Prometheus' plain text without one
   */
  MetricsText text(ServedModel model, @Nullable String accept) {
    info.setLabelValues(model.name(), model.version());
    ExpositionFormatWriter writer = formats.findWriter(accept);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      writer.write(body, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MetricsText(writer.getContentType(), body.toByteArray());
  }
}
