package dev.synth.internal.generate.smote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.TableJson;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The learned state of a SMOTE kind.
 *
 * @param rare the rare training rows, at least one
 * @param weights how often each of them is drawn from, in proportion; not to be changed
 * @param resolution how finely columns are written
 * @param codes the columns that hold codes
 */
@SuppressWarnings("ArrayRecordComponent") // shared inside the package, and compared by nobody
record SmoteState(Table rare, double[] weights, Resolution resolution, List<Integer> codes) {
  SmoteState {
    codes = List.copyOf(codes);
    if (rare.rowCount() == 0 || weights.length != rare.rowCount()) {
      throw new IllegalArgumentException(
          PlainText.of("%d rows with %d weights", rare.rowCount(), weights.length));
    }
    if (resolution.units().size() != rare.schema().columns().size()) {
      throw new IllegalArgumentException(PlainText.of("%d units", resolution.units().size()));
    }
  }

  ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.set("rare", TableJson.write(rare));
    ArrayNode ofRows = json.putArray("weights");
    DoubleStream.of(weights).forEach(ofRows::add);
    ArrayNode ofColumns = json.putArray("units");
    resolution.units().forEach(ofColumns::add);
    if (!codes.isEmpty()) {
      json.set("codes", Json.tree(codes));
    }
    return json;
  }

  static SmoteState fromJson(JsonFields json) {
    List<Long> units = new ArrayList<>();
    for (JsonNode unit : json.list("units")) {
      if (!unit.isIntegralNumber() || !unit.canConvertToLong()) {
        throw new IllegalArgumentException("'units' holds " + unit);
      }
      units.add(unit.longValue());
    }
    List<Integer> codes = new ArrayList<>();
    if (json.json().has("codes")) { // not in older models
      DoubleStream.of(json.numbers("codes")).forEach(column -> codes.add((int) column));
    }
    return new SmoteState(
        TableJson.read(json.object("rare").json()),
        json.numbers("weights"),
        new Resolution(units),
        codes);
  }
}
