package dev.synth.internal.config;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.YamlNode.Mapping;
import dev.synth.internal.config.YamlNode.Origin;
import dev.synth.internal.config.YamlNode.Scalar;
import dev.synth.internal.config.YamlNode.Sequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * Turns YAML text into nodes, from the parser's events alone.
 *
 * <p>No object is ever built from a document: tags, anchors and aliases are refused, and so are
 * documents that are too long or too deep.
 */
final class YamlReader {
  /** No config comes near it; what does is not a config. */
  static final int MOST_CHARACTERS = 1_000_000;

  private static final int DEEPEST = 30;

  private final Iterator<Event> events;
  private final boolean override;
  private final Problems problems;

  private YamlReader(String yaml, boolean override, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    this.events = new Yaml(options).parse(new StringReader(yaml)).iterator();
    this.override = override;
    this.problems = problems;
  }

  /**
   * Reads one document.
   *
   * @param name what messages call the text
   * @param override whether the text comes from the command line
   * @param problems where keys that are given twice are noted
   * @return the document, an empty scalar where there is none
   * @throws Problem if the text is not one YAML document of plain data
   */
  static YamlNode read(String yaml, String name, boolean override, Problems problems) {
    if (yaml.length() > MOST_CHARACTERS) {
      throw Problem.usage(
          "%s has more than %d characters, which no config needs", name, MOST_CHARACTERS);
    }
    try {
      return new YamlReader(yaml, override, problems).document();
    } catch (MarkedYAMLException e) {
      throw Problem.usage("%s is not valid YAML: %s%s", name, place(e.getProblemMark()), why(e))
          .causedBy(e);
    } catch (YAMLException e) {
      throw Problem.usage(
              "%s is not valid YAML: %s", name, firstLine(String.valueOf(e.getMessage())))
          .causedBy(e);
    }
  }

  private static String why(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("(TAB)")) {
      return "a tab stands where blanks must; indent by blanks";
    }
    if (problem.contains("unknown escape character")) {
      return "a backslash between double quotes begins an escape; use single quotes";
    }
    if (problem.contains("expected ',' or")) {
      return firstLine(problem) + "; put texts that hold : ? , or brackets between quotes";
    }
    return e.getProblem() == null ? "cannot be read" : firstLine(problem);
  }

  private static String place(Mark mark) {
    return mark == null
        ? ""
        : PlainText.of("line %d, column %d: ", mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private YamlNode document() {
    YamlNode root = new Scalar("", false, new Origin(override, 1));
    boolean found = false;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent) {
        if (found) {
          throw refusal(event, "a second document");
        }
        root = node(events.next(), "", 0);
        found = true;
      } else if (event instanceof StreamEndEvent) {
        break;
      }
    }
    return root;
  }

  private YamlNode node(Event event, String path, int depth) {
    if (event instanceof AliasEvent) {
      throw refusal(event, "an alias ('*')");
    }
    if (event instanceof NodeEvent named && named.getAnchor() != null) {
      throw refusal(event, "an anchor ('&')");
    }
    if (depth > DEEPEST) {
      throw refusal(event, "a block this deep");
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case SequenceStartEvent start -> sequence(start, path, depth);
      case MappingStartEvent start -> mapping(start, path, depth);
      default -> throw new IllegalStateException("unexpected event " + event);
    };
  }

  private Scalar scalar(ScalarEvent event) {
    if (event.getTag() != null) {
      throw refusal(event, "a tag ('!')");
    }
    return new Scalar(event.getValue(), !event.isPlain(), origin(event));
  }

  private Sequence sequence(SequenceStartEvent start, String path, int depth) {
    if (start.getTag() != null) {
      throw refusal(start, "a tag ('!')");
    }
    List<YamlNode> items = new ArrayList<>();
    Event event = events.next();
    while (!(event instanceof SequenceEndEvent)) {
      items.add(node(event, path, depth + 1));
      event = events.next();
    }
    return new Sequence(items, origin(start));
  }

  private Mapping mapping(MappingStartEvent start, String path, int depth) {
    if (start.getTag() != null) {
      throw refusal(start, "a tag ('!')");
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Event event = events.next();
    while (!(event instanceof MappingEndEvent)) {
      if (!(node(event, path, depth + 1) instanceof Scalar key)) {
        throw refusal(event, "a key that is not a text");
      }
      String below = Problems.below(path, key.text());
      YamlNode value = node(events.next(), below, depth + 1);
      YamlNode earlier = entries.putIfAbsent(key.text(), value);
      if (earlier != null) {
        problems.add(
            below,
            key.origin(),
            PlainText.of(
                "is given twice, in line %d and in line %d",
                earlier.origin().line(), key.origin().line()));
      }
      event = events.next();
    }
    return new Mapping(entries, origin(start));
  }

  private Origin origin(Event event) {
    return new Origin(override, event.getStartMark().getLine() + 1);
  }

  private static YAMLException refusal(Event event, String what) {
    Mark mark = event.getStartMark();
    return new YAMLException(place(mark) + what + " has no place in a config");
  }
}
