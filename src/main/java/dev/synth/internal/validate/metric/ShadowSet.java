package dev.synth.internal.validate.metric;

import dev.synth.validate.SkipReason;
import java.util.List;

/** The shadow generators' rows, or why there are none. */
public sealed interface ShadowSet {
  /** Nobody passed a generator in, or asked for it to be fitted again. */
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
