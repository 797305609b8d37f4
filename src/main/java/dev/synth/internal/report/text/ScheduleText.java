package dev.synth.internal.report.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.listing.RunSchedule;
import dev.synth.internal.listing.RunSchedule.Row;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.format.TextGrid.Alignment;
import java.util.ArrayList;
import java.util.List;

/** The times of a grid with several units at once, for standard output. */
public final class ScheduleText {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  private ScheduleText() {}

  /** Returns a table, a line a number of units at once. */
  public static String plain(RunSchedule schedule) {
    List<String> lines =
        new ArrayList<>(
            LineBreaks.wrapped(
                PlainText.of(
                    "The grid of %s has %d %s of %s in all; the longest takes %s.",
                    schedule.run(),
                    schedule.units(),
                    schedule.units() == 1 ? "unit" : "units",
                    duration(schedule.seconds()),
                    duration(schedule.longest())),
                TextGrid.WIDTH));
    lines.add("");
    TextGrid grid =
        new TextGrid(TextGrid.WIDTH)
            .column("units at once", Alignment.RIGHT, 0)
            .column("takes", Alignment.RIGHT, 0)
            .column("times as fast", Alignment.RIGHT, 0)
            .column("cores busy", Alignment.RIGHT, 0);
    grid.heading("units at once");
    for (Row row : schedule.rows()) {
      grid.row(
          List.of(
              String.valueOf(row.atOnce()),
              duration(row.seconds()),
              PlainText.of("%.1f", schedule.speedup(row)),
              PlainText.of("%.0f %%", 100 * schedule.busy(row))));
    }
    lines.addAll(grid.lines());
    lines.add("");
    lines.addAll(
        LineBreaks.wrapped(
            "An executor of Spark computes as many units at once as it has cores. The times are"
                + " those that each unit took to fit, draw and classify in this run. Reading the"
                + " data, judging the repeats and starting Spark come on top.",
            TextGrid.WIDTH));
    return String.join("\n", lines) + "\n";
  }

  /** Returns the schedule for programs. */
  public static String json(RunSchedule schedule) {
    ObjectNode tree = Json.mapper().createObjectNode();
    tree.put("run", schedule.run());
    tree.put("units", schedule.units());
    tree.put("seconds", schedule.seconds());
    tree.put("longest", schedule.longest());
    ArrayNode rows = tree.putArray("schedule");
    for (Row row : schedule.rows()) {
      ObjectNode own = rows.addObject();
      own.put("at_once", row.atOnce());
      own.put("seconds", row.seconds());
      own.put("times_as_fast", schedule.speedup(row));
      own.put("busy", schedule.busy(row));
    }
    return Json.write(tree);
  }

  private static String duration(double seconds) {
    if (seconds < 2 * MINUTE) {
      return PlainText.of("%.1f s", seconds);
    }
    return seconds < 2 * HOUR
        ? PlainText.of("%.1f min", seconds / MINUTE)
        : PlainText.of("%.1f h", seconds / HOUR);
  }
}
