package dev.synth.internal.experiment.selection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.table.selection.ColumnRange;
import dev.synth.internal.table.selection.ExactSums;
import dev.synth.internal.table.selection.FirstLook;
import dev.synth.internal.table.selection.SpanCounts;
import dev.synth.internal.table.selection.Stretches;
import dev.synth.internal.table.selection.Taking;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a selection: what was seen and taken, and reference statistics of all rows.
 *
 * @param source what was read, as the config names it
 * @param seed the config's seed
 * @param look what a first look told
 * @param made what became of the rows as events where features were made; else null
 * @param names the columns' names
 * @param described which columns are neither the label nor the time
 */
record SelectionFacts(
    String source,
    long seed,
    FirstLook look,
    Featuring.@Nullable Made made,
    List<String> names,
    List<Boolean> described) {
  private static final int VERSION = 1;

  SelectionFacts {
    names = List.copyOf(names);
    described = List.copyOf(described);
  }

  /**
   * Returns the facts.
   *
   * @param how what decided the parts, where it was no time; else null
   */
  String json(
      SpanCuts cuts,
      Stretches stretches,
      List<SpanCounts.Rows> rows,
      List<Taking.Quota> quotas,
      SpanCounts counts,
      @Nullable String how) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("version", VERSION);
    json.put("source", source);
    json.put("seed", seed);
    json.put("rows", look.rows());
    json.put("unlabelled", look.unlabelled());
    json.put("without_time", look.withoutTime());
    if (made != null) {
      ObjectNode events = json.putObject("events");
      events.put("rows", made.events());
      events.put("retries", made.retries());
      events.put("late", made.late());
      events.put("untimed", made.untimed());
      events.put("features", made.definition().columns().size());
    }
    int training = stretches.training();
    if (how == null) {
      json.put("validation_from", cuts.text(stretches.starts().get(training - 1)));
      json.put("test_from", cuts.text(stretches.starts().get(training)));
    } else {
      json.put("parted_by", how);
    }
    ArrayNode parts = json.putArray("parts");
    for (int stretch = 0; stretch < stretches.count(); stretch++) {
      ObjectNode part = parts.addObject();
      part.put(
          "part", stretch < training ? "training" : stretch == training ? "validation" : "test");
      boolean isFirst = stretch == 0 || how != null;
      part.put("from", isFirst ? null : cuts.text(stretches.starts().get(stretch - 1)));
      long others = rows.get(stretch).others();
      part.put("rare", rows.get(stretch).rare());
      part.put("others", others);
      part.put("others_taken", stretch < training ? quotas.get(stretch).taken() : others);
      part.put("weight", stretch < training ? quotas.get(stretch).weight() : 1);
    }
    ArrayNode columns = json.putArray("columns");
    for (int i = 0; i < names.size(); i++) {
      ColumnRange range = look.columns().get(i);
      if (described.get(i)) {
        ObjectNode column = columns.addObject();
        column.put("column", names.get(i));
        column.put("missing", look.rows() - range.present());
        numbers(column, i, range, counts);
        levels(column, counts.levels().get(i));
      }
    }
    return Json.write(json);
  }

  private static void numbers(ObjectNode column, int index, ColumnRange range, SpanCounts counts) {
    if (!range.isNumeric()) {
      return;
    }
    column.put("min", range.min());
    column.put("max", range.max());
    for (boolean rare : new boolean[] {true, false}) {
      ExactSums sums = counts.sums().getOrDefault(rare, Map.of()).get(index);
      if (sums != null) {
        ObjectNode own = column.putObject(rare ? "rare" : "others");
        own.put("count", sums.count());
        own.put("mean", sums.mean());
        own.put("sd", sums.deviation());
      }
    }
  }

  private static void levels(ObjectNode column, @Nullable Map<String, long[]> levels) {
    if (levels == null) {
      return;
    }
    ArrayNode all = column.putArray("levels");
    levels.forEach(
        (level, counts) -> {
          ObjectNode own = all.addObject();
          own.put("level", level);
          own.put("rare", counts[0]);
          own.put("others", counts[1]);
        });
  }
}
