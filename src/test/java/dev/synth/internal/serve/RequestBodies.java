package dev.synth.internal.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import java.util.Arrays;
import java.util.List;

/** Bodies of requests with the rows of a file. */
final class RequestBodies {
  private RequestBodies() {}

  static ObjectNode split(List<String> lines) {
    ObjectNode body = Json.mapper().createObjectNode();
    ObjectNode split = body.putObject("dataframe_split");
    ArrayNode columns = split.putArray("columns");
    Arrays.stream(lines.getFirst().split(",", -1)).forEach(columns::add);
    ArrayNode data = split.putArray("data");
    for (String line : lines.subList(1, lines.size())) {
      ArrayNode row = data.addArray();
      String[] cells = line.split(",", -1);
      for (int i = 0; i < cells.length; i++) {
        add(row, cells[i], i);
      }
    }
    return body;
  }

  static void add(ArrayNode row, String cell, int column) {
    if (cell.isEmpty()) {
      row.addNull();
    } else if (column == 0) {
      row.add(Double.parseDouble(cell));
    } else if (column == 2) {
      row.add(Boolean.parseBoolean(cell));
    } else {
      row.add(cell);
    }
  }

  static ObjectNode tensors(List<String> lines, boolean isColumn) {
    ObjectNode body = Json.mapper().createObjectNode().put("id", "7");
    ArrayNode inputs = body.putArray("inputs");
    String[] names = lines.getFirst().split(",", -1);
    List<String> types = List.of("FP64", "BYTES", "BOOL", "BYTES");
    for (int i = 0; i < names.length; i++) {
      ObjectNode tensor = inputs.addObject().put("name", names[i]).put("datatype", types.get(i));
      ArrayNode shape = tensor.putArray("shape").add(lines.size() - 1);
      ArrayNode data = tensor.putArray("data");
      if (isColumn) {
        shape.add(1);
      }
      for (String line : lines.subList(1, lines.size())) {
        add(isColumn ? data.addArray() : data, line.split(",", -1)[i], i);
      }
    }
    return body;
  }
}
