package dev.synth.internal.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Charts as the JSON that a page's script reads. A page repeats no number that nobody can see: five
 * significant digits, and nothing for what is empty.
 */
final class ChartJson {
  private static final MathContext DIGITS = new MathContext(5);

  /** Whole numbers below this one are written without a decimal point. */
  private static final double LARGEST_WHOLE = 1e15;

  private ChartJson() {}

  /** Returns JSON that may stand in a script element: it holds no angle bracket. */
  static String of(Chart chart) {
    ObjectNode spec = Json.mapper().createObjectNode();
    spec.put("type", type(chart));
    spec.setAll((ObjectNode) brief(Json.tree(chart)));
    spec.remove("description"); // it stands in the figure, in words
    return inert(spec);
  }

  /** Returns a tree as JSON that may stand in a script element. */
  static String inert(JsonNode tree) {
    return tree.toString().replace("<", "\\u003c").replace(">", "\\u003e");
  }

  private static String type(Chart chart) {
    return switch (chart) {
      case Bars bars -> "bars";
      case DensityChart density -> "density";
      case ForestPlot forest -> "forest";
      case HeatMap heat -> "heat";
      case LineChart lines -> "lines";
      case Panel panel -> "panel";
      case Scatter scatter -> "scatter";
    };
  }

  /** Returns a tree with rounded numbers, and without keys that say nothing. */
  static JsonNode brief(JsonNode node) {
    if (node.isObject()) {
      ObjectNode kept = Json.mapper().createObjectNode();
      node.properties()
          .forEach(
              entry -> {
                JsonNode value = brief(entry.getValue());
                if (saysSomething(value)) {
                  kept.set(entry.getKey(), value);
                }
              });
      return kept;
    }
    if (node.isArray()) {
      ArrayNode kept = Json.mapper().createArrayNode();
      node.forEach(value -> kept.add(brief(value)));
      return kept;
    }
    return node.isDouble() ? rounded(node.doubleValue()) : node;
  }

  private static boolean saysSomething(JsonNode value) {
    boolean nothing =
        value.isNull()
            || (value.isArray() && value.isEmpty())
            || (value.isBoolean() && !value.booleanValue());
    return !nothing;
  }

  private static JsonNode rounded(double value) {
    if (!Double.isFinite(value)) {
      return NullNode.getInstance();
    }
    double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
    long whole = Math.round(rounded);
    return whole == rounded && Math.abs(whole) < LARGEST_WHOLE
        ? LongNode.valueOf(whole)
        : DoubleNode.valueOf(rounded);
  }
}
