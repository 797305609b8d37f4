package dev.synth.internal.bundle;

import java.util.List;

/**
 * The columns that a server's log has beside those that the model looks at, as docs/production.md
 * describes them. Their prefix keeps them apart from columns of data.
 */
public final class LogColumns {
  /** The row's name, by which its label finds it. */
  public static final String EVENT_ID = "synth_event_id";

  /** The time of the answer, in UTC. */
  public static final String TIME = "synth_time";

  /** The version of the model that scored. */
  public static final String MODEL = "synth_model";

  /** The threshold of that model. */
  public static final String THRESHOLD = "synth_threshold";

  /** The score, in [0, 1]. */
  public static final String SCORE = "synth_score";

  /** The probability of the rare class, by the calibration. */
  public static final String PROBABILITY = "synth_probability";

  /** 1 where the score is at least the threshold, else 0. */
  public static final String ALERT = "synth_alert";

  /** The decision that was answered: 1 for an alert that did not pass, else 0. */
  public static final String DECISION = "synth_decision";

  /** The probability, known before the draw, that the decision is 0. */
  public static final String PROPENSITY = "synth_propensity";

  /** All of them, in their order in the files. */
  public static final List<String> ALL =
      List.of(EVENT_ID, TIME, MODEL, THRESHOLD, SCORE, PROBABILITY, ALERT, DECISION, PROPENSITY);

  private LogColumns() {}
}
