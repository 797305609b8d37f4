package dev.synth.internal.validate.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The number of rows of each content, of the contents with the least hashes: of all while there are
 * few.
 *
 * <p>The k least hashes of a set are among the k least of each of its parts, so that parts are
 * joined without loss. Two sides that keep the least hashes keep the same contents, up to the
 * largest hash that both can hold. So rows that are equal on both sides are found, which two
 * samples drawn apart would hardly do.
 */
public final class ContentCounts {
  private final int most;
  private Map<Long, Long> counts = new HashMap<>();
  private long limit = Long.MAX_VALUE;
  private boolean isCut;

  /**
   * No rows.
   *
   * @param most how many contents are kept
   */
  ContentCounts(int most) {
    this.most = most;
  }

  /** Adds rows of one content. */
  void add(long hash, long rows) {
    if (hash > limit) {
      return;
    }
    counts.merge(hash, rows, Long::sum);
    if (counts.size() > 2L * most) {
      cut();
    }
  }

  /** Forgets all but the least. */
  private void cut() {
    if (counts.size() <= most) {
      return;
    }
    long[] hashes = counts.keySet().stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(hashes);
    limit = hashes[most - 1];
    isCut = true;
    counts.keySet().removeIf(hash -> hash > limit);
  }

  void add(ContentCounts more) {
    if (more.isCut) {
      limit = Math.min(limit, more.limit);
      isCut = true;
      counts.keySet().removeIf(hash -> hash > limit);
    }
    more.counts.forEach(this::add);
  }

  /**
   * Returns the rows of each content up to the largest hash that both sides hold, in the order of
   * hashes.
   */
  public Map<Long, Long> beside(ContentCounts other) {
    cut();
    other.cut();
    long both = Math.min(limit, other.limit);
    Map<Long, Long> kept = new TreeMap<>(counts);
    kept.keySet().removeIf(hash -> hash > both);
    return kept;
  }

  /** Returns the counts as words. */
  String text() {
    cut();
    StringBuilder text = new StringBuilder(isCut ? Long.toString(limit) : "-");
    new TreeMap<>(counts)
        .forEach((hash, rows) -> text.append(' ').append(hash).append(' ').append(rows));
    return text.toString();
  }

  /** Adds counts that {@link #text} wrote. */
  void add(String[] words) {
    ContentCounts more = new ContentCounts(most);
    for (int i = 1; i < words.length; i += 2) {
      more.counts.put(Long.parseLong(words[i]), Long.parseLong(words[i + 1]));
    }
    if (!words[0].equals("-")) {
      more.limit = Long.parseLong(words[0]);
      more.isCut = true;
    }
    add(more);
  }
}
