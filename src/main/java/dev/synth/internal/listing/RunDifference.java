package dev.synth.internal.listing;

import dev.synth.compare.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two runs side by side.
 *
 * @param first the one
 * @param second the other
 * @param keys the config keys in which they differ
 * @param figures the figures that at least one has, of the first-listed classifier of each
 */
public record RunDifference(Side first, Side second, List<Key> keys, List<Figure> figures) {
  /**
   * One of them.
   *
   * @param name its name
   * @param version the version of synth that made it; empty where it does not say
   * @param gatesPassed whether its synthetic rows passed; null where there are none or it is open
   * @param verdict of its comparison; null without one
   * @param headline the verdict in a sentence; null without one
   */
  public record Side(
      String name,
      String version,
      @Nullable Boolean gatesPassed,
      @Nullable Verdict verdict,
      @Nullable String headline) {}

  /**
   * A key of the config.
   *
   * @param key its path, such as {@code generator.steps}
   * @param first its value; null where the config has no such key
   * @param second the other value, or null
   */
  public record Key(String key, @Nullable String first, @Nullable String second) {}

  /**
   * A figure.
   *
   * @param arm the arm
   * @param metric the metric's title
   * @param first its mean over repeats, or null
   * @param second the other mean, or null
   */
  public record Figure(
      String arm, String metric, @Nullable Double first, @Nullable Double second) {}

  public RunDifference {
    keys = List.copyOf(keys);
    figures = List.copyOf(figures);
  }
}
