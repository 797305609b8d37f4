package dev.synth.table;

import dev.synth.base.Context;
import dev.synth.internal.table.read.TableReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads files in tests, with everything at its default that a test does not speak of. */
public record Reading(
    String source,
    String label,
    String positive,
    List<String> exclude,
    @Nullable String time,
    @Nullable String group,
    Map<String, ColumnType> types,
    List<String> missing) {
  static final List<String> MISSING = List.of("NA", "N/A", "NaN", "nan", "NULL", "null", "?");

  public static Reading of(Object source, String label, String positive) {
    return new Reading(
        source.toString(), label, positive, List.of(), null, null, Map.of(), MISSING);
  }

  public Reading exclude(String... columns) {
    return new Reading(source, label, positive, List.of(columns), time, group, types, missing);
  }

  public Reading time(String column) {
    return new Reading(source, label, positive, exclude, column, group, types, missing);
  }

  public Reading group(String column) {
    return new Reading(source, label, positive, exclude, time, column, types, missing);
  }

  public Reading type(String column, ColumnType type) {
    return new Reading(
        source, label, positive, exclude, time, group, Map.of(column, type), missing);
  }

  public Reading tokens(String... tokens) {
    return new Reading(source, label, positive, exclude, time, group, types, List.of(tokens));
  }

  public LoadedData read() {
    DataOptions options =
        new DataOptions(
            source, label, List.of(positive), exclude, time, group, types, missing, false);
    return TableReader.read(options, Context.quiet(1));
  }

  public Table features() {
    return read().rows().features();
  }
}
