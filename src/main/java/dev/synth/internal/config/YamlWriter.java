package dev.synth.internal.config;

import dev.synth.internal.config.YamlNode.Mapping;
import dev.synth.internal.config.YamlNode.Scalar;
import dev.synth.internal.config.YamlNode.Sequence;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes nodes as YAML: blocks of keys, lists on one line; the same nodes give the same bytes. */
final class YamlWriter {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");
  private static final Set<String> READ_AS_OTHERS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan");

  private YamlWriter() {}

  /** Returns a document that ends in a line feed. */
  static String write(Mapping document) {
    StringBuilder out = new StringBuilder();
    block(document, "", out);
    return out.toString();
  }

  private static void block(Mapping mapping, String indent, StringBuilder out) {
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              out.append(indent).append(quoted(key)).append(':');
              if (value instanceof Mapping inner && !inner.entries().isEmpty()) {
                out.append('\n');
                block(inner, indent + "  ", out);
              } else {
                out.append(' ').append(inline(value)).append('\n');
              }
            });
  }

  /** Returns a node on one line. */
  static String inline(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> scalar.quoted() ? quoted(scalar.text()) : scalar.text();
      case Sequence sequence ->
          sequence.items().stream()
              .map(YamlWriter::inline)
              .collect(Collectors.joining(", ", "[", "]"));
      case Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(entry -> quoted(entry.getKey()) + ": " + inline(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /** Returns a text that reads back as itself, in quotes where another reader might err. */
  private static String quoted(String text) {
    if (PLAIN.matcher(text).matches() && !READ_AS_OTHERS.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder escaped = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        default -> {
          if ((c >= ' ' && c < 0x7f) || Character.isLetterOrDigit(c)) {
            escaped.append(c);
          } else {
            escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          }
        }
      }
    }
    return escaped.append('"').toString();
  }
}
