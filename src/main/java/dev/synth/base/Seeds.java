package dev.synth.base;

import java.nio.charset.StandardCharsets;

/**
 * One root seed and the named streams below it.
 *
 * <p>A stream depends on the root seed and on its path of names alone, never on what was drawn
 * elsewhere. So a step that is added does not shift another step's numbers.
 *
 * @param root the root seed; any value
 */
public record Seeds(long root) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** Returns the seeds below a name, for a part that names streams of its own. */
  public Seeds below(String name) {
    return new Seeds(derive(name));
  }

  /** Returns a fresh stream; asked for twice, it starts from the same number twice. */
  public RandomStream stream(String name) {
    return new RandomStream(derive(name));
  }

  /** Returns a seed for a library that wants a number, in [0, 2³¹ − 1). */
  public int librarySeed(String name) {
    return (int) Math.floorMod(derive(name), (long) Integer.MAX_VALUE);
  }

  /** FNV-1a over the name, mixed with the root by the finaliser of SplitMix64. */
  private long derive(String name) {
    long hash = FNV_OFFSET;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return RandomStream.mix(RandomStream.mix(root) + hash);
  }
}
