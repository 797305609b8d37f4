package dev.synth.internal.experiment.production;

import dev.synth.base.Problem;
import dev.synth.config.TrackingOptions;
import dev.synth.internal.tracking.ModelRegistry;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The request of {@code synth retrain}.
 *
 * @param champion the folder of the bundle in use
 * @param rows labelled rows, old and new: a file or glob
 * @param days how many of the newest days both models are measured on, at least 8
 * @param promote what a challenger has to show
 * @param alpha the level that all retrainings together may spend, in (0, 1)
 * @param jobs parts computed at once; no byte depends on it
 * @param registry where a promoted bundle is registered; null for nowhere
 */
public record RetrainRequest(
    Path champion,
    String rows,
    int days,
    Promote promote,
    double alpha,
    int jobs,
    @Nullable Registry registry) {
  private static final int FEWEST_DAYS = 8;

  /** The proof that a challenger owes. */
  public enum Promote {
    /** That it finds more. */
    UPLIFT,
    /** That it does not find fewer by the effect worth having. */
    NO_HARM
  }

  /**
   * A registry of models.
   *
   * @param server the server
   * @param name the model's name there; null for the name of the config
   */
  public record Registry(TrackingOptions server, @Nullable String name) {
    public Registry {
      if (name != null) {
        ModelRegistry.checkName(name);
      }
    }
  }

  public RetrainRequest {
    if (days < FEWEST_DAYS) {
      throw Problem.invalid("days", "must be at least %d, but is %d", FEWEST_DAYS, days);
    }
    if (!(alpha > 0 && alpha < 1)) { // written so that NaN fails too
      throw Problem.invalid("alpha", "must be in (0, 1), but is %s", alpha);
    }
    if (jobs < 1) {
      throw Problem.invalid("jobs", "must be at least 1, but is %d", jobs);
    }
  }
}
