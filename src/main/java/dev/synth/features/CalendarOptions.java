package dev.synth.features;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of the calendar features of a row's time. */
public record CalendarOptions(
    @Setting("One or more of `hour` (0 to 23), `weekday` and `holiday`.") List<Field> fields,
    @Setting("A text file with a holiday such as 2025-12-25 a line; `holiday` needs it.")
        @Nullable String holidays) {
  /** A field. */
  public enum Field {
    /** The hour of the day, by the clock of the cells. */
    HOUR,
    /** The day of the week. */
    WEEKDAY,
    /** The mark of a holiday. */
    HOLIDAY
  }

  public CalendarOptions {
    fields = List.copyOf(fields);
    InvalidValue.unless(
        !fields.isEmpty() && fields.stream().distinct().count() == fields.size(),
        "fields",
        "must be one or more of hour, weekday and holiday, none of them twice",
        fields);
    InvalidValue.unless(
        fields.contains(Field.HOLIDAY) == (holidays != null),
        "holidays",
        "must be given where 'holiday' is among the fields, and only there",
        String.valueOf(holidays));
  }
}
