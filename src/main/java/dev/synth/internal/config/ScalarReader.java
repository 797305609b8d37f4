package dev.synth.internal.config;

import dev.synth.features.Window;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.YamlNode.Scalar;
import dev.synth.split.RareRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads texts, numbers, truth values, times and constants; what is not one gets a sentence. */
final class ScalarReader {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9][0-9_]*");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9][0-9_]*\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})\\s*([smhd])");
  private static final Map<String, Double> NAMED_NUMBERS =
      Map.of(
          "nan", Double.NaN,
          ".nan", Double.NaN,
          ".inf", Double.POSITIVE_INFINITY,
          "+.inf", Double.POSITIVE_INFINITY,
          "-.inf", Double.NEGATIVE_INFINITY,
          "infinity", Double.POSITIVE_INFINITY,
          "-infinity", Double.NEGATIVE_INFINITY);
  private static final Set<Class<?>> WHOLE_TYPES =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private ScalarReader() {}

  /** A text that is not what it should be; the message is the complaint without the path. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String complaint) {
      super(complaint);
    }

    /** Returns what is wrong. */
    String complaint() {
      return String.valueOf(getMessage());
    }
  }

  /** Returns a node's value of the given type. */
  static Object read(Class<?> type, YamlNode node) throws Unreadable {
    if (!(node instanceof Scalar scalar)) {
      throw new Unreadable(PlainText.of("must be %s, but is %s", noun(type), node.describe()));
    }
    String text = scalar.text();
    if (type == String.class) {
      return text;
    }
    if (WHOLE_TYPES.contains(type)) {
      return whole(type, scalar);
    }
    if (type == double.class || type == Double.class) {
      return decimal(scalar);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(scalar);
    }
    if (type == Duration.class) {
      return time(scalar);
    }
    if (type == RareRows.class) {
      return RareRows.parse(text).orElseThrow(() -> unreadable(type, scalar));
    }
    if (type == Window.class) {
      return Window.parse(text).orElseThrow(() -> unreadable(type, scalar));
    }
    if (type.isEnum()) {
      return constant(type, scalar);
    }
    throw new IllegalStateException("no config can hold a " + type);
  }

  /** Returns whether a sealed type is written as one word or number, whichever its case. */
  static boolean reads(Class<?> family) {
    return family == RareRows.class || family == Window.class;
  }

  /** Returns whether a node's text is a number. */
  static boolean isNumber(Scalar scalar) {
    return NAMED_NUMBERS.containsKey(scalar.text().toLowerCase(Locale.ROOT))
        || DECIMAL.matcher(scalar.text()).matches();
  }

  /** Returns a type as messages and the reference name it. */
  static String noun(Class<?> type) {
    if (WHOLE_TYPES.contains(type)) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == Duration.class) {
      return "a time such as 7d, 12h, 30m or 90s";
    }
    if (type == RareRows.class) {
      return "'all' or a whole number of at least " + RareRows.FEWEST;
    }
    if (type == Window.class) {
      return "a window such as 1h, 7d, 'last 5' or 'ever'";
    }
    return type.isEnum() ? "one of " + String.join(", ", constants(type)) : "a text";
  }

  private static Object whole(Class<?> type, Scalar scalar) throws Unreadable {
    if (!WHOLE.matcher(scalar.text()).matches()) {
      throw unreadable(type, scalar);
    }
    try {
      long value = Long.parseLong(scalar.text().replace("_", ""));
      return type == long.class || type == Long.class ? (Object) value : Math.toIntExact(value);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new Unreadable("is too large a number: " + scalar.text());
    }
  }

  private static Double decimal(Scalar scalar) throws Unreadable {
    String text = scalar.text();
    Double named = NAMED_NUMBERS.get(text.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw unreadable(double.class, scalar);
    }
    return Double.valueOf(text.replace("_", ""));
  }

  private static Boolean truth(Scalar scalar) throws Unreadable {
    return switch (scalar.text()) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> throw unreadable(boolean.class, scalar);
    };
  }

  private static Duration time(Scalar scalar) throws Unreadable {
    Matcher matcher = TIME.matcher(scalar.text());
    if (!matcher.matches()) {
      throw unreadable(Duration.class, scalar);
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static Object constant(Class<?> type, Scalar scalar) throws Unreadable {
    for (Object constant : type.getEnumConstants()) {
      if (ConfigNames.kebab((Enum<?>) constant).equals(scalar.text())) {
        return constant;
      }
    }
    throw unreadable(type, scalar);
  }

  private static List<String> constants(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      names.add(ConfigNames.kebab((Enum<?>) constant));
    }
    return names;
  }

  private static Unreadable unreadable(Class<?> type, Scalar scalar) {
    return new Unreadable(PlainText.of("must be %s, but is %s", noun(type), scalar.describe()));
  }
}
