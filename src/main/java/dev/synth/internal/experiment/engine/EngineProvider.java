package dev.synth.internal.experiment.engine;

/**
 * A way to start an engine, found as a service.
 *
 * @param <E> the engine
 */
public interface EngineProvider<E> {
  /** Returns the name by which people ask for the engine. */
  String name();

  /**
   * Starts the engine.
   *
   * @param jobs how many parts this machine computes at once, where the engine has no answer itself
   * @throws dev.synth.base.Problem if it cannot be started
   */
  E start(int jobs);
}
