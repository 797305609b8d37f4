package dev.synth.spark;

import dev.synth.base.Problem;
import dev.synth.internal.experiment.blocks.DrawnBlock;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a block: the block, or a problem of the order, which no other executor could mend.
 * Problems of a machine are thrown instead, and Spark tries another one.
 */
record Outcome(@Nullable DrawnBlock block, @Nullable Problem problem) implements Serializable {
  static Outcome of(DrawnBlock block) {
    return new Outcome(block, null);
  }

  static Outcome of(Problem problem) {
    return new Outcome(null, problem);
  }

  /** Returns the block. */
  DrawnBlock get() {
    if (problem != null) {
      throw problem;
    }
    if (block == null) {
      throw new IllegalStateException("neither block nor problem");
    }
    return block;
  }
}
