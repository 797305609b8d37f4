package dev.synth.internal.features.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Problem;
import dev.synth.features.CalendarOptions;
import dev.synth.features.FeatureOptions;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.features.CalendarFields;
import dev.synth.internal.features.FeatureMeasure;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The definition of features by the columns of a table.
 *
 * @param eventId the column that names an event
 * @param time the column of the events' times
 * @param arrival the column of their arrivals, or null
 * @param labelArrival the column of the arrivals of labels, or null
 * @param plan what is made of them
 */
public record FeatureDefinition(
    String eventId,
    String time,
    @Nullable String arrival,
    @Nullable String labelArrival,
    FeaturePlan plan) {
  /**
   * Compiles options; the file of holidays is read for it.
   *
   * @param dataTime the time column of the data, where the options name none
   * @throws Problem if no time is named, two columns would have one name, or holidays can't be read
   */
  public static FeatureDefinition of(FeatureOptions options, @Nullable String dataTime) {
    String time = options.time() == null ? dataTime : options.time();
    if (time == null) {
      throw Problem.usage(
          "features.time: must name the column of the events' times, or data.time must");
    }
    if (options.entities().isEmpty() && options.calendar() == null) {
      throw Problem.usage("features.entities: must name at least one column that names an entity");
    }
    CalendarOptions calendar = options.calendar();
    String file = calendar == null ? null : calendar.holidays();
    FeaturePlan plan = FeaturePlan.of(options, file == null ? Set.of() : holidays(Path.of(file)));
    Set<String> seen = new HashSet<>();
    for (String name : plan.names()) {
      if (!seen.add(name)) {
        throw Problem.usage("features: two of them would be the column '%s'", name);
      }
    }
    return new FeatureDefinition(
        options.eventId(), time, options.arrival(), options.labelArrival(), plan);
  }

  private static Set<Long> holidays(Path file) {
    Set<Long> days = new TreeSet<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        InstantText day = text.length() == 10 ? InstantText.parse(text) : null;
        if (day == null) {
          throw Problem.usage(
              "features.calendar.holidays: line %d of %s is '%s', which is no day such as"
                  + " 2025-12-25",
              number, file, text);
        }
        days.add(Math.floorDiv(day.micros(), dev.synth.internal.base.Micros.PER_DAY));
      }
    }
    return days;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw Problem.usage("features.calendar.holidays: %s can't be read", file).causedBy(e);
    }
  }

  /** Returns the columns of a table that are looked at, the arrival of labels among them. */
  public List<String> inputs() {
    Set<String> names = new LinkedHashSet<>();
    names.add(eventId);
    names.add(time);
    if (arrival != null) {
      names.add(arrival);
    }
    if (labelArrival != null) {
      names.add(labelArrival);
    }
    plan.entities().forEach(each -> names.add(each.column()));
    names.addAll(plan.numbers());
    names.addAll(plan.texts());
    return List.copyOf(names);
  }

  /** Returns the columns that are made, in order. */
  public List<Column> columns() {
    List<String> names = plan.names();
    List<Column> columns = new ArrayList<>();
    for (FeaturePlan.Entity entity : plan.entities()) {
      for (FeatureMeasure measure : entity.measures()) {
        columns.add(new Column(names.get(columns.size()), type(measure)));
      }
    }
    for (CalendarOptions.Field field : plan.calendar()) {
      ColumnType type =
          CalendarFields.levels(field).isEmpty()
              ? new ColumnType.Numeric(0, 0.0, 23.0)
              : new ColumnType.Categorical();
      columns.add(new Column(names.get(columns.size()), type));
    }
    return columns;
  }

  private static ColumnType type(FeatureMeasure measure) {
    ColumnType count = new ColumnType.Numeric(0, 0.0, null);
    ColumnType notNegative = new ColumnType.Numeric(null, 0.0, null);
    return switch (measure) {
      case FeatureMeasure.Count each -> count;
      case FeatureMeasure.Distinct each -> count;
      case FeatureMeasure.SinceLast each -> notNegative;
      case FeatureMeasure.SinceFirst each -> notNegative;
      case FeatureMeasure.Deviation each -> notNegative;
      case FeatureMeasure.Risk each -> new ColumnType.Numeric(null, 0.0, 1.0);
      case FeatureMeasure.Sum each -> ColumnType.Numeric.UNBOUNDED;
      case FeatureMeasure.Mean each -> ColumnType.Numeric.UNBOUNDED;
      case FeatureMeasure.Lag each -> ColumnType.Numeric.UNBOUNDED;
      case FeatureMeasure.RatioToMean each -> ColumnType.Numeric.UNBOUNDED;
    };
  }

  /** Returns the definition as JSON. */
  public ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("event_id", eventId);
    json.put("time", time);
    json.put("arrival", arrival);
    json.put("label_arrival", labelArrival);
    json.setAll(plan.toJson());
    return json;
  }

  /** Reads what {@link #toJson} wrote. */
  public static FeatureDefinition fromJson(JsonFields json) {
    return new FeatureDefinition(
        json.text("event_id"),
        json.text("time"),
        json.json().path("arrival").isTextual() ? json.text("arrival") : null,
        json.json().path("label_arrival").isTextual() ? json.text("label_arrival") : null,
        FeaturePlan.fromJson(json));
  }
}
