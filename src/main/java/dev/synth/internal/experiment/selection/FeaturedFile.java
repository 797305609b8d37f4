package dev.synth.internal.experiment.selection;

import dev.synth.features.CalendarOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.features.CalendarFields;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.table.selection.ParquetRows;
import dev.synth.internal.table.stage.FileScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the rows of a file with the columns that were made for them behind the others.
 *
 * @param layout what was made, and where it lies
 * @param file the file
 * @param number its number among all
 * @param to the file to write
 */
record FeaturedFile(EventLayout layout, String file, int number, String to) implements FileTask {
  @Override
  public List<List<String>> answer(int threads) {
    FeaturePlan plan = layout.contract().definition().plan();
    List<String> names = plan.names();
    List<String> selected = new ArrayList<>();
    StringBuilder from = new StringBuilder(" FROM data");
    for (int i = 0; i < layout.columns().names().size(); i++) {
      selected.add(PlainText.of("c%d AS %s", i, name(layout.columns().names().get(i))));
    }
    int made = 0;
    for (int entity = 0; entity < plan.entities().size(); entity++) {
      String own = "e" + entity;
      for (int i = 0; i < plan.entities().get(entity).measures().size(); i++) {
        selected.add(PlainText.of("%s.m%d AS %s", own, i, name(names.get(made))));
        made++;
      }
      join(from, own, layout.allMade(entity), true);
    }
    if (!plan.calendar().isEmpty()) {
      for (CalendarOptions.Field field : plan.calendar()) {
        int i = made - names.size() + plan.calendar().size();
        String value = PlainText.of("CASE WHEN r.sf IS NULL THEN d.d%d ELSE r.d%d END", i, i);
        selected.add(level(field, value) + " AS " + name(names.get(made)));
        made++;
      }
      join(from, "d", EventLayout.children(layout.events(number), "calendar-"), false);
      join(from, "r", layout.allRetries(), true);
    }
    FileScan.write(
        Path.of(file),
        layout.columns(),
        FileScan.View.NUMBERED,
        "SELECT " + String.join(", ", selected) + from,
        threads,
        Path.of(to));
    return List.of();
  }

  private static String name(String column) {
    return ParquetRows.name(column);
  }

  private void join(StringBuilder from, String alias, List<Path> files, boolean areOfAll) {
    String own = areOfAll ? " WHERE f = " + number : "";
    from.append(
        PlainText.of(
            " LEFT JOIN (SELECT * FROM %s%s) AS %s ON data.n = %s.n",
            ParquetRows.of(files), own, alias, alias));
  }

  /** Returns a field of the calendar as cells have it. */
  private static String level(CalendarOptions.Field field, String value) {
    List<String> levels = CalendarFields.levels(field);
    if (levels.isEmpty()) {
      return value;
    }
    StringBuilder text = new StringBuilder("CASE CAST(" + value + " AS INTEGER)");
    IntStream.range(0, levels.size())
        .forEach(i -> text.append(PlainText.of(" WHEN %d THEN '%s'", i, levels.get(i))));
    return text.append(" END").toString();
  }
}
