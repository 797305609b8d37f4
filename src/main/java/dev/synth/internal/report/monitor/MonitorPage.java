package dev.synth.internal.report.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.monitor.MonitorVerdict;
import dev.synth.internal.report.format.Sections;
import dev.synth.internal.report.page.Page;

/** The report on a model in use. */
public final class MonitorPage {
  private MonitorPage() {}

  /** Returns the report as text. */
  public static String plain(MonitorReport report) {
    return Sections.text(new MonitorSections(report).all());
  }

  /**
   * Returns the report for programs: {@code alarms} is their number, {@code alarm} their words, and
   * {@code verdict} what the top of the page says.
   */
  public static String json(MonitorReport report) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("alarms", report.alarms());
    json.set("alarm", Json.tree(new MonitorSections(report).alarms()));
    json.set("verdict", Json.tree(MonitorVerdict.of(report)));
    json.setAll((ObjectNode) Json.tree(report));
    return Json.write(json);
  }

  /** Returns the report as a page that needs no other file. */
  public static String html(MonitorReport report) {
    return Page.of(
        "A model in use",
        report.name() + ": " + report.source(),
        Page.body(
            () ->
                new MonitorBanner(report).html()
                    + Sections.html(new MonitorSections(report).belowTheTop())));
  }
}
