package dev.synth.internal.config;

import dev.synth.internal.base.YamlText;
import dev.synth.internal.config.YamlNode.Mapping;
import dev.synth.internal.config.YamlNode.Scalar;
import dev.synth.internal.config.YamlNode.Sequence;
import java.util.stream.Collectors;

/** Writes nodes as YAML: blocks of keys, lists on one line; the same nodes give the same bytes. */
final class YamlWriter {
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
              out.append(indent).append(YamlText.of(key)).append(':');
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
      case Scalar scalar -> scalar.quoted() ? YamlText.of(scalar.text()) : scalar.text();
      case Sequence sequence ->
          sequence.items().stream()
              .map(YamlWriter::inline)
              .collect(Collectors.joining(", ", "[", "]"));
      case Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(entry -> YamlText.of(entry.getKey()) + ": " + inline(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
