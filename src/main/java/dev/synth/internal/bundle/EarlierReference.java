package dev.synth.internal.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.JsonFields;
import java.util.ArrayList;
import java.util.List;

/**
 * The references of bundles before days were kept: levels with their counts, and numbers as edges
 * with one count for each pair, the first of which counts its lower edge, too.
 */
final class EarlierReference {
  private EarlierReference() {}

  static FittedReference read(JsonFields json) {
    List<FittedReference.BinCounts> columns = new ArrayList<>();
    for (JsonNode each : json.list("columns")) {
      JsonFields column = new JsonFields(each);
      long missing = column.whole("missing");
      columns.add(
          each.has("levels")
              ? levels(column, missing)
              : values(column.text("column"), column, missing));
    }
    return new FittedReference(
        columns, values("score", json.object("score"), 0), null, List.of(), null, null);
  }

  private static FittedReference.BinCounts levels(JsonFields column, long missing) {
    List<String> names = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    column
        .object("levels")
        .json()
        .properties()
        .forEach(
            level -> {
              names.add(level.getKey());
              counts.add(level.getValue().asLong());
            });
    counts.add(0L);
    counts.add(missing);
    return new FittedReference.BinCounts(
        column.text("column"),
        new Bins.OfLevels(names),
        counts.stream().mapToLong(Long::longValue).toArray());
  }

  private static FittedReference.BinCounts values(String name, JsonFields column, long missing) {
    Bins.OfValues bins = new Bins.OfValues(column.numbers("edges"));
    double[] between = column.numbers("counts");
    long[] counts = new long[bins.count()];
    for (int i = 0; i < between.length; i++) {
      counts[i + 2] = (long) between[i];
    }
    counts[counts.length - 1] = missing;
    return new FittedReference.BinCounts(name, bins, counts);
  }
}
