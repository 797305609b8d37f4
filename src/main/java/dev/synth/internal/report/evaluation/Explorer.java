package dev.synth.internal.report.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.Costs;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.ThresholdSweeps;
import dev.synth.internal.evaluate.ThresholdSweep;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.wording.ArmTitle;

/**
 * The panel where a reader moves the number of alerts or the threshold, and reads what each arm
 * does.
 */
final class Explorer {
  private final Comparison comparison;
  private final ThresholdSweeps sweeps;

  Explorer(Comparison comparison, ThresholdSweeps sweeps) {
    this.comparison = comparison;
    this.sweeps = sweeps;
  }

  /** Returns the section; nothing for runs that did not write what it needs. */
  String html() {
    return sweeps.arms().isEmpty()
        ? ""
        : Html.section(
            "Threshold explorer",
            Html.paragraph(
                    PlainText.of(
                        "What would another threshold have done? This reads validation rows, with"
                            + " %s, means over repeats. Figures of test rows stand at the rule's"
                            + " threshold only, so that nobody tunes on the test.",
                        sweeps.arms().getFirst().classifier()))
                + "<div class=\"explorer\" id=\"explorer\"></div>\n"
                + ChartHtml.data("explorer-data", data())
                + Html.note(
                    PlainText.of(
                        "Everything is counted over 10,000 rows with the class ratio of the"
                            + " validation rows. The rule of this run is %s.",
                        comparison.protocol().threshold())));
  }

  private ObjectNode data() {
    ObjectNode data = Json.mapper().createObjectNode();
    Costs costs = comparison.protocol().asked().costs();
    if (costs != null) {
      data.put("currency", costs.currency() == null ? "" : costs.currency());
    }
    data.set("shares", Json.tree(ThresholdSweep.alertShares()));
    data.set("thresholds", Json.tree(sweeps.thresholds()));
    ArrayNode arms = data.putArray("arms");
    for (ThresholdSweep sweep : sweeps.arms()) {
      ObjectNode arm = (ObjectNode) Json.tree(sweep);
      arm.remove("arm");
      arm.put("name", ArmTitle.of(sweep.arm()));
      arm.put("judged", sweep.arm().judged());
      ((ObjectNode) arm.path("in_alerts")).remove("alerts"); // the shares above hold them
      arms.add(arm);
    }
    return data;
  }
}
