package dev.synth.split;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.synth.internal.base.PlainText;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of real rare training rows that are kept: all of them, or at most a number.
 *
 * <p>A config and {@code runs.csv} write it as {@code all} or a number; JSON writes the number, or
 * null for all.
 */
@JsonDeserialize(using = RareRows.FromJson.class)
public sealed interface RareRows {
  /** The fewest rare rows that a generator is fitted to; the splitter's limit too. */
  int FEWEST = 8;

  /** Keeps every real rare row. */
  RareRows ALL = new All();

  /** Returns it as configs, tables and names of files write it: {@code all} or {@code 16}. */
  String text();

  /** Returns how many of a number of rows are kept. */
  int of(int there);

  /** Returns the number as JSON has it; null for all. */
  @JsonValue
  @Nullable Integer json();

  /** Returns it in words, such as {@code all rare rows} or {@code 16 rare rows}. */
  String describe();

  /**
   * Returns the number that a text gives; empty where it is neither {@code all} nor such a number.
   */
  static Optional<RareRows> parse(String text) {
    if (text.equals(ALL.text())) {
      return Optional.of(ALL);
    }
    return AtMost.NUMBER.matcher(text).matches() && Integer.parseInt(text) >= FEWEST
        ? Optional.of(new AtMost(Integer.parseInt(text)))
        : Optional.empty();
  }

  /** Every real rare row. */
  record All() implements RareRows {
    @Override
    public String text() {
      return "all";
    }

    @Override
    public String describe() {
      return text() + " rare rows";
    }

    @Override
    public int of(int there) {
      return there;
    }

    @Override
    public @Nullable Integer json() {
      return null;
    }
  }

  /**
   * The first real rare rows of a random order, up to a number.
   *
   * @param count how many, at least {@link #FEWEST}
   */
  record AtMost(int count) implements RareRows {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    public AtMost {
      if (count < FEWEST) {
        throw new IllegalArgumentException(PlainText.of("at most %d rare rows", count));
      }
    }

    @Override
    public String text() {
      return Integer.toString(count);
    }

    @Override
    public String describe() {
      return text() + " rare rows";
    }

    @Override
    public int of(int there) {
      return Math.min(count, there);
    }

    @Override
    public Integer json() {
      return count;
    }
  }

  /** Reads a number, and null as all. */
  final class FromJson extends StdDeserializer<RareRows> {
    private static final long serialVersionUID = 1L;

    FromJson() {
      super(RareRows.class);
    }

    @Override
    public RareRows deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      int count = parser.getIntValue();
      return count < FEWEST
          ? (RareRows) context.handleWeirdNumberValue(RareRows.class, count, "too few rare rows")
          : new AtMost(count);
    }

    @Override
    public RareRows getNullValue(DeserializationContext context) {
      return ALL;
    }
  }
}
