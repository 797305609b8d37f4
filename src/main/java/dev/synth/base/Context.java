package dev.synth.base;

/**
 * The surroundings of a computation: where its random numbers come from, whom it tells how far it
 * is, and whether it should stop.
 *
 * @param seeds the seeds of this part of the work
 * @param progress who is told
 * @param cancellation whether to go on
 */
public record Context(Seeds seeds, Progress progress, Cancellation cancellation) {
  /** A context that shows no progress and is never cancelled, for tests and for library users. */
  public static Context quiet(long seed) {
    return new Context(new Seeds(seed), Progress.NONE, new Cancellation());
  }

  /** Returns the same context with the seeds below a name. */
  public Context below(String name) {
    return new Context(seeds.below(name), progress, cancellation);
  }

  /** Returns the same context without anyone to tell, for work inside a stage that tells. */
  public Context silent() {
    return new Context(seeds, Progress.NONE, cancellation);
  }
}
