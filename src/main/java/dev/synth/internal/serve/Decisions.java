package dev.synth.internal.serve;

import dev.synth.internal.bundle.RowAssembler;
import dev.synth.internal.bundle.Scores;
import dev.synth.internal.bundle.Tally;
import java.util.List;

/**
 * The decisions on a request's rows, one entry a row.
 *
 * @param model the model that scored them
 * @param rows the rows, as the model saw them
 * @param scores its scores
 * @param odd what was odd about the rows
 * @param request the request's name
 * @param events the rows' names
 * @param blocked whether a row is an alert that did not pass
 * @param exploration what let alerts pass
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
record Decisions(
    ServedModel model,
    RowAssembler.AssembledRows rows,
    Scores scores,
    Tally.Counts odd,
    String request,
    List<String> events,
    boolean[] blocked,
    Exploration exploration) {
  /** Decides: alerts are blocked, but for those that pass. */
  static Decisions of(
      ServedModel.ScoredRequest scored,
      String request,
      List<String> events,
      Exploration exploration) {
    boolean[] alerts = scored.scores().alerts();
    boolean[] blocked = new boolean[alerts.length];
    for (int row = 0; row < alerts.length; row++) {
      blocked[row] = alerts[row] && !exploration.passes(events.get(row));
    }
    return new Decisions(
        scored.model(),
        scored.rows(),
        scored.scores(),
        scored.odd(),
        request,
        events,
        blocked,
        exploration);
  }

  /** Returns the number of rows. */
  int count() {
    return blocked.length;
  }

  /** Returns the probability that a row passes. */
  double propensity(int row) {
    return exploration.propensity(scores.alerts()[row]);
  }

  /** Returns how many alerts passed. */
  int passed() {
    int count = 0;
    for (int row = 0; row < blocked.length; row++) {
      count += scores.alerts()[row] && !blocked[row] ? 1 : 0;
    }
    return count;
  }
}
