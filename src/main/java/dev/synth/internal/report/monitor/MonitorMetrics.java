package dev.synth.internal.report.monitor;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.monitor.Break;
import dev.synth.internal.monitor.DriftCheck;
import dev.synth.internal.monitor.LabelledPerformance;
import dev.synth.internal.monitor.MonitorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The report as Prometheus reads it, for the textfile collector of its node exporter. */
public final class MonitorMetrics {
  private final MonitorReport report;
  private final StringBuilder text = new StringBuilder();

  private MonitorMetrics(MonitorReport report) {
    this.report = report;
  }

  /** Returns the metrics; all are gauges, with the model's name. */
  public static String of(MonitorReport report) {
    MonitorMetrics metrics = new MonitorMetrics(report);
    metrics.all();
    return metrics.text.toString();
  }

  private void all() {
    one("rows", "Rows that were looked at.", (double) report.rows());
    one("alarms", "Alarms.", (double) report.alarms());
    one("alerts_per_1000", "Alerts a thousand rows.", report.alerts().per1000());
    gauge(
        "contract_breaks",
        "Cells that break the contract.",
        report.breaks().stream()
            .map(each -> new MetricSample(breakLabels(each), (double) each.cells()))
            .toList());
    ofChecks("drift", "Distance to the past, by column.", DriftCheck::value);
    ofChecks("drift_alarm_from", "The smallest value that would be an alarm.", DriftCheck::least);
    ofChecks("drift_alarm", "1 for an alarm.", check -> check.isAlarm() ? 1.0 : 0.0);
    ofChecks("psi", "Population stability index against the fitted rows.", DriftCheck::psi);
    LabelledPerformance performance = report.performance();
    if (performance != null) {
      gauge(
          "performance",
          "A figure by labels.",
          performance.figures().stream()
              .map(figure -> new MetricSample(label("figure", figure.measure()), figure.value()))
              .toList());
      one("degraded", "1 where a figure is degraded.", performance.isDegraded() ? 1.0 : 0.0);
    }
  }

  private record MetricSample(String labels, @Nullable Double value) {}

  private static String label(String name, Enum<?> value) {
    return PlainText.of(",%s=\"%s\"", name, value.name().toLowerCase(Locale.ROOT));
  }

  private static String breakLabels(Break each) {
    return PlainText.of(",column=\"%s\"", escaped(each.column())) + label("kind", each.kind());
  }

  private void ofChecks(String name, String help, Function<DriftCheck, @Nullable Double> value) {
    List<MetricSample> samples = new ArrayList<>();
    for (DriftCheck check : report.checks()) {
      String labels =
          PlainText.of(",column=\"%s\"", escaped(check.column()))
              + label("about", check.about())
              + label("measure", check.measure());
      samples.add(new MetricSample(labels, value.apply(check)));
    }
    gauge(name, help, samples);
  }

  private void one(String name, String help, double value) {
    gauge(name, help, List.of(new MetricSample("", value)));
  }

  private void gauge(String name, String help, List<MetricSample> samples) {
    String full = "synth_monitor_" + name;
    text.append(PlainText.of("# HELP %s %s\n# TYPE %s gauge\n", full, help, full));
    for (MetricSample sample : samples) {
      Double value = sample.value();
      if (value != null) {
        text.append(
            PlainText.of(
                "%s{name=\"%s\",model=\"%s\"%s} %s\n",
                full, escaped(report.name()), report.model(), sample.labels(), value));
      }
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
