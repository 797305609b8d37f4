package dev.synth.internal.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.classify.explain.Contributions;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reasons of scores, in requests and in answers. */
final class Explaining {
  private static final int MOST = 100;
  private static final String NAME = "explain";

  private Explaining() {}

  /**
   * Returns how many reasons a request asks for; 0 for none.
   *
   * @param query the query of its address, or null
   * @param parameters an object that may have {@code explain}
   */
  static int asked(@Nullable String query, JsonNode parameters) {
    String text = parameters.path(NAME).asText();
    for (String each : query == null ? new String[0] : query.split("&")) {
      if (each.startsWith(NAME + "=")) {
        text = each.substring(NAME.length() + 1);
      }
    }
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > MOST) {
      throw BadRequest.body("'explain' must be a whole number in [0, %d]", MOST);
    }
    return Integer.parseInt(text);
  }

  /** Adds to MLflow's answer: each prediction gets its reasons. */
  static void addTo(ObjectNode answer, Contributions contributions, int most) {
    int row = 0;
    for (JsonNode prediction : answer.path("predictions")) {
      ArrayNode reasons = ((ObjectNode) prediction).putArray("reasons");
      for (Contributions.Reason each : contributions.reasons(row, most)) {
        reasons.addObject().put("column", each.part()).put("by", each.by());
      }
      row++;
    }
    answer.put("reasons_in", scale(contributions));
  }

  /** Adds to an answer of V2: two tensors of the shape [rows, most]. */
  static void addTensors(ObjectNode answer, Contributions contributions, int most) {
    int rows = contributions.rows().size();
    ArrayNode outputs = (ArrayNode) answer.get("outputs");
    ArrayNode names = tensor(outputs, "reason", "BYTES", rows, most);
    ArrayNode numbers = tensor(outputs, "reason_by", "FP64", rows, most);
    for (int row = 0; row < rows; row++) {
      List<Contributions.Reason> reasons = contributions.reasons(row, most);
      for (int place = 0; place < most; place++) {
        boolean isThere = place < reasons.size();
        names.add(isThere ? reasons.get(place).part() : "");
        numbers.add(isThere ? reasons.get(place).by() : 0.0);
      }
    }
    ((ObjectNode) answer.get("parameters")).put("reasons_in", scale(contributions));
  }

  private static ArrayNode tensor(
      ArrayNode outputs, String name, String type, int rows, int columns) {
    ObjectNode tensor = outputs.addObject().put("name", name).put("datatype", type);
    tensor.putArray("shape").add(rows).add(columns);
    return tensor.putArray("data");
  }

  private static String scale(Contributions contributions) {
    return contributions.scale().name().toLowerCase(Locale.ROOT);
  }
}
