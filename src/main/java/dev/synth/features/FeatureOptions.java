package dev.synth.features;

import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Options of the features that are made of the rows before each row. */
public record FeatureOptions(
    @Setting(
            value =
                "The column that names an event. A row with an id that was seen before is a retry"
                    + " and counts once.",
            required = true)
        String eventId,
    @Setting("The column of the events' times; left out, `data.time`.") @Nullable String time,
    @Setting(
            "The column of the times at which rows arrived: a row sees only what had arrived before"
                + " it. Left out, rows arrive at their own time.")
        @Nullable String arrival,
    @Setting(
            "How long after its time an event may arrive. What comes later is counted, has no"
                + " features and is seen by no other row.")
        Duration lateness,
    @Setting(
            "The column of the times at which labels arrived; left out, a label is known `delay`"
                + " after its event.")
        @Nullable String labelArrival,
    @Setting(
            "What no feature looks back beyond, such as `90d`; needed where a feature has no end of"
                + " its own: `last 5`, `ever`, `lag`, `time-since-last`, `first-seen`.")
        @Nullable Duration forget,
    @Setting("What the calendar says of the row's time: a block, or left out.")
        @Nullable CalendarOptions calendar,
    @Setting("For each column that names an entity, such as a card, its features.")
        Map<String, List<Feature>> entities) {
  public FeatureOptions {
    Map<String, List<Feature>> copied = new LinkedHashMap<>();
    entities.forEach((column, features) -> copied.put(column, List.copyOf(features)));
    entities = Collections.unmodifiableMap(copied);
    InvalidValue.unless(!eventId.isBlank(), "eventId", "must not be empty", "''");
    InvalidValue.unless(!lateness.isNegative(), "lateness", "must not be negative", lateness);
    InvalidValue.unless(
        entities.values().stream().noneMatch(List::isEmpty),
        "entities",
        "must have at least one feature for each column",
        entities.keySet());
    boolean isUnbounded = each(entities).anyMatch(Feature::isUnbounded);
    InvalidValue.unless(
        forget != null || !isUnbounded,
        "forget",
        "must be given, such as 90d, where a feature may look back without end",
        "left out");
    InvalidValue.unless(
        forget == null || forget.compareTo(Duration.ofSeconds(1)) >= 0,
        "forget",
        "must be at least a second",
        String.valueOf(forget));
    boolean hasNoDelay =
        each(entities)
            .anyMatch(each -> each instanceof Feature.Risk risk && risk.late().delay().isZero());
    InvalidValue.unless(
        !hasNoDelay || labelArrival != null,
        "labelArrival",
        "must be given where a risk has no delay, since labels are known after their events",
        "left out");
  }

  /** Returns the defaults; a config must name its own event id and entities. */
  public static FeatureOptions defaults() {
    return new FeatureOptions(
        "event_id", null, null, Duration.ofMinutes(10), null, null, null, Map.of());
  }

  /** Returns the same with {@code eventId} changed. */
  public FeatureOptions withEventId(String eventId) {
    return Records.with(this, "eventId", eventId);
  }

  /** Returns the same with {@code time} changed. */
  public FeatureOptions withTime(@Nullable String time) {
    return Records.with(this, "time", time);
  }

  /** Returns the same with {@code arrival} changed. */
  public FeatureOptions withArrival(@Nullable String arrival) {
    return Records.with(this, "arrival", arrival);
  }

  /** Returns the same with {@code lateness} changed. */
  public FeatureOptions withLateness(Duration lateness) {
    return Records.with(this, "lateness", lateness);
  }

  /** Returns the same with {@code labelArrival} changed. */
  public FeatureOptions withLabelArrival(@Nullable String labelArrival) {
    return Records.with(this, "labelArrival", labelArrival);
  }

  /** Returns the same with {@code forget} changed. */
  public FeatureOptions withForget(@Nullable Duration forget) {
    return Records.with(this, "forget", forget);
  }

  /** Returns the same with {@code calendar} changed. */
  public FeatureOptions withCalendar(@Nullable CalendarOptions calendar) {
    return Records.with(this, "calendar", calendar);
  }

  /** Returns the same with {@code entities} changed. */
  public FeatureOptions withEntities(Map<String, List<Feature>> entities) {
    return Records.with(this, "entities", entities);
  }

  private static Stream<Feature> each(Map<String, List<Feature>> entities) {
    return entities.values().stream().flatMap(List::stream);
  }

  /** Returns whether a feature looks at labels. */
  public boolean hasRisk() {
    return each(entities).anyMatch(Feature.Risk.class::isInstance);
  }
}
