package dev.synth.internal.features;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.features.CalendarOptions;
import dev.synth.features.FeatureOptions;
import dev.synth.features.Window;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All definitions of a machine. Columns are those of the entities in their order, then those of the
 * calendar.
 *
 * @param entities the entities with their definitions
 * @param calendar what the calendar says of a row's time
 * @param holidays days since 1970, where the calendar has holidays
 * @param latenessMicros how long after its time an event may arrive
 * @param forgetMicros what nothing looks back beyond; null where every window ends by itself
 */
public record FeaturePlan(
    List<Entity> entities,
    List<CalendarOptions.Field> calendar,
    Set<Long> holidays,
    long latenessMicros,
    @Nullable Long forgetMicros) {
  public FeaturePlan {
    entities = List.copyOf(entities);
    calendar = List.copyOf(calendar);
    holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
  }

  /**
   * An entity.
   *
   * @param column the column that names it
   * @param measures its definitions
   */
  public record Entity(String column, List<FeatureMeasure> measures) {
    public Entity {
      measures = List.copyOf(measures);
    }
  }

  /** Compiles options. */
  public static FeaturePlan of(FeatureOptions options, Set<Long> holidays) {
    List<Entity> entities = new ArrayList<>();
    options
        .entities()
        .forEach(
            (column, features) ->
                entities.add(
                    new Entity(
                        column,
                        List.copyOf(
                            new LinkedHashSet<>(
                                features.stream()
                                    .flatMap(each -> FeatureMeasure.of(each).stream())
                                    .toList())))));
    CalendarOptions calendar = options.calendar();
    return new FeaturePlan(
        entities,
        calendar == null ? List.of() : calendar.fields(),
        holidays,
        FeatureMeasure.micros(options.lateness()),
        options.forget() == null ? null : (Long) FeatureMeasure.micros(options.forget()));
  }

  /** Returns the plan of one entity's columns alone. */
  public FeaturePlan ofEntity(int entity) {
    List<Entity> own = List.of(entities.get(entity));
    return new FeaturePlan(own, List.of(), Set.of(), latenessMicros, forgetMicros);
  }

  /** Returns the columns of the calendar, for a time by the clock of its cell. */
  public double[] calendarOf(long localMicros) {
    return calendar.stream()
        .mapToDouble(field -> CalendarFields.of(field, localMicros, this))
        .toArray();
  }

  /** Returns whether an event comes too late to count. */
  public boolean isLate(long timeMicros, long arrivalMicros) {
    return arrivalMicros - timeMicros > latenessMicros;
  }

  /** Returns the names of the columns, in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Entity entity : entities) {
      entity.measures().forEach(each -> names.add(entity.column() + "_" + each.name()));
    }
    calendar.forEach(field -> names.add(CalendarFields.name(field)));
    return names;
  }

  /** Returns the columns whose numbers are looked at, in the order of their names. */
  public List<String> numbers() {
    Set<String> columns = new TreeSet<>();
    for (Entity entity : entities) {
      for (FeatureMeasure measure : entity.measures()) {
        switch (measure) {
          case FeatureMeasure.Sum sum -> columns.add(sum.of());
          case FeatureMeasure.Mean mean -> columns.add(mean.of());
          case FeatureMeasure.Deviation each -> columns.add(each.of());
          case FeatureMeasure.RatioToMean each -> columns.add(each.of());
          case FeatureMeasure.Lag lag -> columns.add(lag.of());
          case FeatureMeasure.SinceLast none -> {
            // no column
          }
          case FeatureMeasure.SinceFirst none -> {
            // no column
          }
          case FeatureMeasure.Count none -> {
            // no column
          }
          case FeatureMeasure.Distinct none -> {
            // no number
          }
          case FeatureMeasure.Risk none -> {
            // no column
          }
        }
      }
    }
    return List.copyOf(columns);
  }

  /** Returns the columns whose values are told apart, in the order of their names. */
  public List<String> texts() {
    Set<String> columns = new TreeSet<>();
    for (Entity entity : entities) {
      for (FeatureMeasure measure : entity.measures()) {
        if (measure instanceof FeatureMeasure.Distinct distinct) {
          columns.add(distinct.of());
        }
      }
    }
    return List.copyOf(columns);
  }

  /** Returns whether labels are looked at. */
  public boolean hasRisk() {
    return entities.stream()
        .flatMap(each -> each.measures().stream())
        .anyMatch(FeatureMeasure.Risk.class::isInstance);
  }

  /** Returns how far back anything looks from a row's time. */
  long reachMicros() {
    long reach = 0;
    for (Entity entity : entities) {
      for (FeatureMeasure measure : entity.measures()) {
        reach = Math.max(reach, reachMicros(measure));
      }
    }
    return reach;
  }

  private long reachMicros(FeatureMeasure measure) {
    return switch (measure) {
      case FeatureMeasure.SinceLast last -> reachMicros(last.over());
      case FeatureMeasure.SinceFirst first -> reachMicros(Window.EVER);
      case FeatureMeasure.Count count -> reachMicros(count.over());
      case FeatureMeasure.Sum sum -> reachMicros(sum.over());
      case FeatureMeasure.Mean mean -> reachMicros(mean.over());
      case FeatureMeasure.Deviation each -> reachMicros(each.over());
      case FeatureMeasure.Distinct each -> reachMicros(each.over());
      case FeatureMeasure.RatioToMean each -> reachMicros(each.over());
      case FeatureMeasure.Lag lag -> reachMicros(Window.EVER);
      case FeatureMeasure.Risk risk -> Math.addExact(risk.delayMicros(), reachMicros(risk.over()));
    };
  }

  /** Returns how far back a window looks. */
  long reachMicros(Window window) {
    long forget = forgetMicros == null ? Long.MAX_VALUE / 8 : forgetMicros;
    return window instanceof Window.Time time
        ? Math.min(forget, FeatureMeasure.micros(time.length()))
        : forget;
  }

  /** Returns the definitions as JSON. */
  public ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    ArrayNode list = json.putArray("entities");
    for (Entity entity : entities) {
      ArrayNode measures = list.addObject().put("column", entity.column()).putArray("features");
      entity.measures().forEach(each -> measures.add(each.toJson()));
    }
    ArrayNode fields = json.putArray("calendar");
    calendar.forEach(each -> fields.add(each.name()));
    json.set("holidays", Json.tree(holidays));
    json.put("lateness_micros", latenessMicros);
    json.put("forget_micros", forgetMicros);
    return json;
  }

  /** Reads what {@link #toJson} wrote. */
  public static FeaturePlan fromJson(JsonFields json) {
    List<Entity> entities =
        json.list("entities").stream()
            .map(JsonFields::new)
            .map(
                each ->
                    new Entity(
                        each.text("column"),
                        each.list("features").stream()
                            .map(one -> FeatureMeasure.fromJson(new JsonFields(one)))
                            .toList()))
            .toList();
    Set<Long> holidays = new TreeSet<>();
    for (double day : json.numbers("holidays")) {
      holidays.add((long) day);
    }
    return new FeaturePlan(
        entities,
        json.texts("calendar").stream().map(CalendarOptions.Field::valueOf).toList(),
        holidays,
        json.whole("lateness_micros"),
        json.json().path("forget_micros").isNull() ? null : (Long) json.whole("forget_micros"));
  }
}
