package dev.synth.features;

import dev.synth.internal.base.PlainText;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The events before a row that a feature looks at: those of a time, {@code 7d}, the last few,
 * {@code last 5}, or all that is remembered, {@code ever}.
 */
public sealed interface Window {
  /** All events that are remembered. */
  @SuppressWarnings("ClassInitializationDeadlock") // nothing that Ever needs waits for this
  Window EVER = new Ever();

  /** Returns it as configs write it. */
  String text();

  /** Returns whether events of any age may be in it, so that something must be forgotten. */
  boolean isUnbounded();

  /** Returns it as names of columns have it: {@code 7d}, {@code last5}, {@code ever}. */
  default String suffix() {
    return text().replace(" ", "");
  }

  /** Returns the window that a text describes; empty where it describes none. */
  static Optional<Window> parse(String text) {
    if (text.equals(EVER.text())) {
      return Optional.of(EVER);
    }
    Matcher last = Last.TEXT.matcher(text);
    if (last.matches()) {
      int count = Integer.parseInt(last.group(1));
      return count <= Last.MOST ? Optional.of(new Last(count)) : Optional.empty();
    }
    Matcher time = Time.TEXT.matcher(text);
    return time.matches() ? Optional.of(Time.of(time)) : Optional.empty();
  }

  /**
   * The events of [t − length, t), where t is the row's own time.
   *
   * @param length at least a second
   */
  record Time(Duration length) implements Window {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,6})\\s*([smhd])");

    public Time {
      if (length.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException("a window of " + length);
      }
    }

    private static Time of(Matcher time) {
      long count = Long.parseLong(time.group(1));
      return new Time(
          switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          });
    }

    @Override
    public String text() {
      long seconds = length.toSeconds();
      if (seconds % 86_400 == 0) {
        return seconds / 86_400 + "d";
      }
      if (seconds % 3600 == 0) {
        return seconds / 3600 + "h";
      }
      return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    @Override
    public boolean isUnbounded() {
      return false;
    }
  }

  /**
   * The last events before the row, by time and then by event id.
   *
   * @param count how many, in [1, {@value #MOST}]
   */
  record Last(int count) implements Window {
    /** The most events. */
    public static final int MOST = 10_000;

    private static final Pattern TEXT = Pattern.compile("last\\s+([1-9][0-9]{0,4})");

    public Last {
      if (count < 1 || count > MOST) {
        throw new IllegalArgumentException(PlainText.of("the last %d events", count));
      }
    }

    @Override
    public String text() {
      return "last " + count;
    }

    @Override
    public boolean isUnbounded() {
      return true;
    }
  }

  /** All events that are remembered. */
  record Ever() implements Window {
    @Override
    public String text() {
      return "ever";
    }

    @Override
    public boolean isUnbounded() {
      return true;
    }
  }
}
