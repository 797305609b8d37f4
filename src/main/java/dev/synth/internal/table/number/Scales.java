package dev.synth.internal.table.number;

import dev.synth.table.NumberScale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Letters behind numbers that stand for zeros: {@code 1.2K} beside {@code 3M}.
 *
 * <p>They are scales where a column has several of them, or numbers without any beside them. One
 * letter behind all numbers is a unit as any other. Sizes of files are read in thousands: {@code 20
 * MB} beside {@code 3 GB}.
 */
final class Scales {
  private static final int THOUSAND = 3;
  private static final int LAKH = 5;
  private static final int MILLION = 6;
  private static final int CRORE = 7;
  private static final int BILLION = 9;
  private static final int TRILLION = 12;

  /** The number of zeros that each stands for. */
  private static final Map<String, Integer> ZEROS =
      Map.ofEntries(
          Map.entry("k", THOUSAND),
          Map.entry("K", THOUSAND),
          Map.entry("thousand", THOUSAND),
          Map.entry("Tsd", THOUSAND),
          Map.entry("Tsd.", THOUSAND),
          Map.entry("lakh", LAKH),
          Map.entry("Lakh", LAKH),
          Map.entry("lac", LAKH),
          Map.entry("Lac", LAKH),
          Map.entry("crore", CRORE),
          Map.entry("Crore", CRORE),
          Map.entry("cr", CRORE),
          Map.entry("Cr", CRORE),
          Map.entry("Mio", MILLION),
          Map.entry("Mio.", MILLION),
          Map.entry("Mrd", BILLION),
          Map.entry("Mrd.", BILLION),
          Map.entry("M", MILLION),
          Map.entry("mn", MILLION),
          Map.entry("mln", MILLION),
          Map.entry("million", MILLION),
          Map.entry("B", BILLION),
          Map.entry("bn", BILLION),
          Map.entry("billion", BILLION),
          Map.entry("T", TRILLION),
          Map.entry("tn", TRILLION),
          Map.entry("trillion", TRILLION));

  /** The sizes of files, in which a B is one byte. */
  private static final Map<String, Integer> BYTES =
      Map.ofEntries(
          Map.entry("B", 0),
          Map.entry("bytes", 0),
          Map.entry("Bytes", 0),
          Map.entry("kB", THOUSAND),
          Map.entry("KB", THOUSAND),
          Map.entry("MB", MILLION),
          Map.entry("GB", BILLION),
          Map.entry("TB", TRILLION));

  private Scales() {}

  /** Returns whether a text stands for zeros. */
  static boolean isScale(String text) {
    return ZEROS.containsKey(text);
  }

  /**
   * Takes the scales off the numbers of a column, if it has any: {@code 1.2K} becomes {@code
   * 1.2e3}.
   *
   * @param shapes the texts taken apart, null where one is no number; changed
   * @param fewest how many different scaled numbers there must be
   * @return the scales, the smallest first; none where there are none
   */
  static List<NumberScale> takeOff(@Nullable NumberShape[] shapes, int fewest) {
    Map<String, Integer> scales = new TreeMap<>();
    boolean hasOthers = false;
    int scaled = 0;
    Map<String, Integer> known = areBytes(shapes) ? BYTES : ZEROS;
    for (NumberShape shape : shapes) {
      if (shape != null) {
        Integer zeros = known.get(NumberShape.strip(shape.after()));
        if (!mayStandBeside(shape, zeros)) {
          return List.of();
        }
        if (zeros != null) {
          scales.put(shape.after(), zeros);
          scaled++;
        }
        hasOthers |= zeros == null;
      }
    }
    long different = scales.values().stream().distinct().count();
    boolean isMixed = different > 1 || hasOthers;
    if (scaled < fewest || !isMixed || different < scales.size()) {
      return List.of();
    }
    for (int i = 0; i < shapes.length; i++) {
      NumberShape shape = shapes[i];
      shapes[i] = shape == null ? null : shape.scaled(scales.getOrDefault(shape.after(), 0));
    }
    List<NumberScale> all = new ArrayList<>();
    scales.forEach(
        (text, zeros) ->
            all.add(new NumberScale(text, Math.pow(10, zeros), NumberScale.MOST_DIGITS)));
    all.sort(Comparator.comparingDouble(NumberScale::factor));
    return all;
  }

  /** Returns whether all numbers are sizes of files, one of them at least in more than bytes. */
  private static boolean areBytes(@Nullable NumberShape[] shapes) {
    int most = 0;
    for (NumberShape shape : shapes) {
      if (shape != null) {
        Integer zeros = BYTES.get(NumberShape.strip(shape.after()));
        if (zeros == null) {
          return false;
        }
        most = Math.max(most, zeros);
      }
    }
    return most > 0;
  }

  /**
   * Returns whether a number may stand in a column of scales: it has one, or nothing behind its
   * digits.
   */
  private static boolean mayStandBeside(NumberShape shape, @Nullable Integer zeros) {
    boolean hasExponent = shape.core().indexOf('e') >= 0 || shape.core().indexOf('E') >= 0;
    return !hasExponent && (zeros != null || NumberShape.strip(shape.after()).isEmpty());
  }
}
