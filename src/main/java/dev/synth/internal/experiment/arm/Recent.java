package dev.synth.internal.experiment.arm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that are computed when they are first asked for, of which the most recently used are kept;
 * safe for use by several threads, none of which computes what another is computing.
 */
final class Recent<K, V> {
  private final Map<K, Lazy<K, V>> kept;

  Recent(int capacity) {
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Lazy<K, V>> eldest) {
            return size() > capacity;
          }
        };
  }

  /** Returns the value of a key; a failure to compute it is thrown to all who ask. */
  V get(K key, Function<K, V> compute) {
    Lazy<K, V> lazy;
    synchronized (kept) {
      lazy = kept.computeIfAbsent(key, Lazy::new);
    }
    return lazy.get(compute);
  }

  private static final class Lazy<K, V> {
    private final K key;
    private @Nullable V value;

    Lazy(K key) {
      this.key = key;
    }

    synchronized V get(Function<K, V> compute) {
      V known = value;
      if (known == null) {
        known = compute.apply(key);
        value = known;
      }
      return known;
    }
  }
}
