package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.split.Training;

/** Learns generators; can be used twice and forgets in between. */
@FunctionalInterface
public interface GeneratorTrainer {
  /**
   * Learns the rare class.
   *
   * @param training rows of both classes; a kind of scope {@code rare} learns from its rare ones
   */
  Generator fit(Training training, Context context);
}
