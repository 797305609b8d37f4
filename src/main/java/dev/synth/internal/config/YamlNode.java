package dev.synth.internal.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A YAML document as data: texts, lists and keys; a scalar keeps the text that was written. */
sealed interface YamlNode {
  /** Returns where the node was written. */
  Origin origin();

  /**
   * The place where a node was written.
   *
   * @param override whether on the command line, and not in the file
   * @param line the line, from 1
   */
  record Origin(boolean override, int line) {
    /** Neither in a file nor on the command line: a default. */
    static final Origin NOWHERE = new Origin(false, 0);
  }

  /**
   * A text, a number, a truth value or nothing; which of them, its reader decides.
   *
   * @param text what was written, without quotes
   * @param quoted whether there were quotes
   */
  record Scalar(String text, boolean quoted, Origin origin) implements YamlNode {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    /** Returns whether this says nothing. */
    boolean isNull() {
      return !quoted && NULLS.contains(text);
    }
  }

  /**
   * A list.
   *
   * @param items its items, in order
   */
  record Sequence(List<YamlNode> items, Origin origin) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * Keys and values.
   *
   * @param entries in the order of the file
   */
  record Mapping(Map<String, YamlNode> entries, Origin origin) implements YamlNode {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Returns the same keys, with one added or replaced. */
    Mapping with(String key, YamlNode value) {
      Map<String, YamlNode> changed = new LinkedHashMap<>(entries);
      changed.put(key, value);
      return new Mapping(changed, origin);
    }

    /** Returns the same keys, without one. */
    Mapping without(String key) {
      Map<String, YamlNode> changed = new LinkedHashMap<>(entries);
      changed.remove(key);
      return new Mapping(changed, origin);
    }

    /** Returns the keys, in the order of the file. */
    List<String> keys() {
      return new ArrayList<>(entries.keySet());
    }
  }

  /** Returns whether this is a scalar that says nothing. */
  default boolean isEmpty() {
    return this instanceof Scalar scalar && scalar.isNull();
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /**
   * The number of characters of a text that a message shows: enough for any value, and not for a
   * whole file.
   */
  int SHOWN = 100;

  /** Returns the node as messages name it: {@code 'abc'}, {@code a list}. */
  default String describe() {
    return switch (this) {
      case Scalar scalar -> scalar.isNull() ? "empty" : "'" + shortened(scalar.text()) + "'";
      case Sequence sequence -> "a list";
      case Mapping mapping -> "a block of keys";
    };
  }
}
