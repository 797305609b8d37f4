package dev.synth.base;

/**
 * The listener that a computation tells how far it is. Implementations are safe to call from any
 * thread.
 */
public interface Progress {
  /** The total of a stage whose length is unknown. */
  long UNKNOWN = Long.MAX_VALUE;

  /** A listener that shows nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public Stage stage(String name, long total, String unit) {
          return done -> {};
        }

        @Override
        public void note(String message) {}
      };

  /**
   * Starts a stage.
   *
   * @param name what is being done, such as {@code training}
   * @param total how many units there are, at least 1; {@link #UNKNOWN} where that is not known
   * @param unit what is counted, in the plural, such as {@code rows} or {@code steps}
   */
  Stage stage(String name, long total, String unit);

  /** Shows a message that the user ought to see. */
  void note(String message);

  /** One stage; closing it ends it, however far it came. */
  interface Stage extends AutoCloseable {
    /** Tells that further units are done. */
    void advance(long done);

    /**
     * Tells what is being done inside a unit that takes long.
     *
     * @param what its name, such as {@code mean_ks}
     */
    default void doing(String what) {}

    /**
     * Tells which of several parts of a unit is being done.
     *
     * @param what the unit's name, such as {@code mean_ks}
     * @param part what is counted, in the singular, such as {@code draw}
     * @param number which one, from 1
     * @param total how many there are
     */
    default void doing(String what, String part, int number, int total) {}

    @Override
    default void close() {}
  }
}
