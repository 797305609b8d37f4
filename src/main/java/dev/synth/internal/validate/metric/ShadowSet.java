package dev.synth.internal.validate.metric;

import dev.synth.validate.SkipReason;
import java.util.List;

/** The shadow generators' rows, or why there are none. */
public sealed interface ShadowSet {
  /** No generator was passed in, or its shadows were not asked for. */
  ShadowSet NO_GENERATOR = new None(new SkipReason.Plain(SkipReason.Cause.NO_GENERATOR));

  /**
   * The rows that each shadow generator gave.
   *
   * @param shadows an even number, each row of the training rows in half of them
   */
  record Fitted(List<Shadow> shadows) implements ShadowSet {
    public Fitted {
      shadows = List.copyOf(shadows);
    }
  }

  /**
   * There are none.
   *
   * @param why the reason
   */
  record None(SkipReason why) implements ShadowSet {}
}
