package dev.synth.internal.experiment.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Problem;
import dev.synth.internal.experiment.FinishedRun;
import dev.synth.internal.listing.RunSchedule;
import dev.synth.internal.listing.RunSchedule.Row;
import dev.synth.run.RunFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Says how long the grid of a finished run would take on more cores, by the times of its units. */
public final class GridSchedule {
  private static final String UNIT_SECONDS = "unit_seconds";

  private GridSchedule() {}

  /**
   * Returns the schedule of a run.
   *
   * @param run a run's name, one of its folders, or a file in one
   * @param out the folder that holds {@code synthetic-out} and {@code evaluation}, for names
   * @throws Problem if there is no such run, or it has no times of units
   */
  public static RunSchedule of(String run, Path out) {
    FinishedRun finished = FinishedRun.find(run, out);
    if (finished.evaluation().isEmpty()) {
      throw Problem.usage("the run '%s' has no grid", run);
    }
    List<Double> seconds = new ArrayList<>();
    Stream.of(finished.synthesis(), finished.evaluation()) // synth generate has times in the first
        .flatMap(Optional::stream)
        .filter(RunFile.PROVENANCE::isIn)
        .map(folder -> RunFile.PROVENANCE.read(folder, JsonNode.class).path(UNIT_SECONDS))
        .filter(units -> !units.isEmpty())
        .findFirst()
        .ifPresent(units -> units.forEach(each -> seconds.add(each.asDouble())));
    if (seconds.isEmpty()) {
      throw Problem.data(
          "the run '%s' says nothing of how long its units took; an older synth made it", run);
    }
    return of(run, seconds);
  }

  /**
   * Returns the schedule of units for 1, 2, 4, … at once, up to the first number that no larger one
   * outdoes.
   *
   * @param seconds how long each unit takes, in the order in which they are given out
   */
  static RunSchedule of(String run, List<Double> seconds) {
    double all = seconds.stream().mapToDouble(Double::doubleValue).sum();
    double longest = seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    List<Row> rows = new ArrayList<>();
    for (int atOnce = 1; ; atOnce *= 2) {
      double takes = seconds(seconds, atOnce);
      rows.add(new Row(atOnce, takes));
      if (atOnce >= seconds.size() || takes <= longest) {
        return new RunSchedule(run, seconds.size(), all, longest, rows);
      }
    }
  }

  /**
   * Returns how long units take that are given out in their order, each to the first that is free:
   * as Spark gives them out, and this process too.
   *
   * @param atOnce how many are computed at once, at least 1
   */
  static double seconds(List<Double> seconds, int atOnce) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int i = 0; i < Math.min(atOnce, seconds.size()); i++) {
      free.add(0.0);
    }
    double end = 0;
    for (double each : seconds) {
      double ends = free.remove() + each;
      end = Math.max(end, ends);
      free.add(ends);
    }
    return end;
  }
}
