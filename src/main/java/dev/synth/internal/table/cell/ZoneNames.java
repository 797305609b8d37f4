package dev.synth.internal.table.cell;

import dev.synth.internal.base.Micros;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Names of time zones: abbreviations such as {@code CET}, each with one offset, and regions such as
 * {@code Europe/Berlin}, whose offset depends on the day.
 *
 * <p>Of abbreviations that several countries use, the zone is that of RFC 822 ({@code CST} is North
 * America's), Britain's summer time for {@code BST}, and India's for {@code IST}.
 */
final class ZoneNames {
  private static final int SECONDS_PER_MINUTE = 60;

  /** Minutes ahead of UTC. */
  private static final Map<String, Integer> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("WET", 0),
          Map.entry("WEST", 60),
          Map.entry("BST", 60),
          Map.entry("CET", 60),
          Map.entry("CEST", 120),
          Map.entry("MEZ", 60),
          Map.entry("MESZ", 120),
          Map.entry("EET", 120),
          Map.entry("EEST", 180),
          Map.entry("MSK", 180),
          Map.entry("IST", 330),
          Map.entry("SGT", 480),
          Map.entry("HKT", 480),
          Map.entry("AWST", 480),
          Map.entry("JST", 540),
          Map.entry("KST", 540),
          Map.entry("ACST", 570),
          Map.entry("AEST", 600),
          Map.entry("AEDT", 660),
          Map.entry("NZST", 720),
          Map.entry("NZDT", 780),
          Map.entry("BRT", -180),
          Map.entry("AST", -240),
          Map.entry("ADT", -180),
          Map.entry("EST", -300),
          Map.entry("EDT", -240),
          Map.entry("CST", -360),
          Map.entry("CDT", -300),
          Map.entry("MST", -420),
          Map.entry("MDT", -360),
          Map.entry("PST", -480),
          Map.entry("PDT", -420),
          Map.entry("AKST", -540),
          Map.entry("AKDT", -480),
          Map.entry("HST", -600));

  private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();

  private ZoneNames() {}

  /** Returns how many characters from a position on are a zone's name; 0 where none is there. */
  static int length(String text, int from) {
    int end = from;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    String name = text.substring(from, end);
    boolean isRegion = name.indexOf('/') > 0 && REGIONS.contains(name);
    return isRegion || ABBREVIATIONS.containsKey(name) ? name.length() : 0;
  }

  private static boolean isPart(char c) {
    boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isLetter || c == '/' || c == '_' || c == '-';
  }

  /**
   * Returns the microseconds by which a zone's clock is ahead of UTC; empty where a text is no
   * zone's name.
   *
   * @param local what the clock says, in microseconds since 1970-01-01T00:00
   */
  static OptionalLong micros(String name, long local) {
    Integer minutes = ABBREVIATIONS.get(name);
    if (minutes != null) {
      return OptionalLong.of(minutes * SECONDS_PER_MINUTE * Micros.PER_SECOND);
    }
    if (name.indexOf('/') < 0 || !REGIONS.contains(name)) {
      return OptionalLong.empty();
    }
    long second = Math.floorDiv(local, Micros.PER_SECOND);
    LocalDateTime clock = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    ZoneOffset offset = ZoneId.of(name).getRules().getOffset(clock);
    return OptionalLong.of(offset.getTotalSeconds() * Micros.PER_SECOND);
  }
}
