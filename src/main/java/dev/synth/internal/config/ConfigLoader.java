package dev.synth.internal.config;

import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.config.YamlNode.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads configs, and writes them with every default filled in.
 *
 * <p>Whatever is wrong is told all at once, each with its path, the rule and the value.
 */
public final class ConfigLoader {
  private ConfigLoader() {}

  /**
   * Reads a config file.
   *
   * @param file a YAML file
   * @param overrides changes of the form {@code generator.steps=500}; values are YAML
   * @throws Problem of exit code 2 if the file cannot be read or anything in it is wrong
   */
  public static ExperimentConfig load(Path file, List<String> overrides) {
    return load(file, overrides, notice -> {});
  }

  /**
   * Reads a config file as the shorter form does.
   *
   * @param notices is told of old keys, and what is written in their place today
   */
  public static ExperimentConfig load(Path file, List<String> overrides, Consumer<String> notices) {
    if (Files.isDirectory(file)) {
      throw Problem.usage("%s is a folder; a config is a YAML file", file);
    }
    if (!Files.exists(file)) {
      throw Problem.usage("there is no config %s%s", file, near(file));
    }
    try {
      if (Files.size(file) > 4L * YamlReader.MOST_CHARACTERS) {
        throw Problem.usage("%s is far too large for a config", file);
      }
      return parse(Files.readString(file), file.toString(), overrides, notices);
    } catch (CharacterCodingException e) {
      throw Problem.usage("%s is not UTF-8 text", file).causedBy(e);
    } catch (IOException e) {
      throw Problem.usage("the config %s cannot be read: %s", file, e).causedBy(e);
    }
  }

  /** Names a config of nearly that name in its folder, or of that name in a folder like it. */
  private static String near(Path file) {
    Path name = file.getFileName();
    Path folder = Objects.requireNonNullElse(file.getParent(), Path.of(""));
    if (name == null) {
      return "";
    }
    if (Files.isDirectory(folder)) {
      return Spelling.hint(
          file.toString(), in(folder, each -> each.toString().matches(".*\\.ya?ml")));
    }
    Path above = Objects.requireNonNullElse(folder.getParent(), Path.of(""));
    return Spelling.nearest(folder.toString(), in(above, Files::isDirectory))
        .map(near -> Path.of(near).resolve(name))
        .filter(Files::exists)
        .map(near -> PlainText.of("; did you mean '%s'?", near))
        .orElse("");
  }

  private static List<String> in(Path folder, Predicate<Path> which) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(which).map(Path::toString).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // a hint is worth no failure
    }
  }

  /**
   * Reads a config text.
   *
   * @param name what messages call it, such as the file's path
   * @param overrides changes of the form {@code generator.steps=500}; values are YAML
   * @throws Problem of exit code 2 if anything in it is wrong
   */
  public static ExperimentConfig parse(String yaml, String name, List<String> overrides) {
    return parse(yaml, name, overrides, notice -> {});
  }

  /**
   * Reads a config text as the shorter form does.
   *
   * @param notices is told of old keys, and what is written in their place today
   */
  public static ExperimentConfig parse(
      String yaml, String name, List<String> overrides, Consumer<String> notices) {
    Problems problems = new Problems();
    String text = yaml.startsWith("\ufeff") ? yaml.substring(1) : yaml;
    YamlNode root = YamlReader.read(text, name, false, problems);
    Mapping config =
        root instanceof Mapping mapping ? mapping : new Mapping(Map.of(), root.origin());
    if (!(root instanceof Mapping) && !root.isEmpty()) {
      throw Problem.usage("%s must be a block of keys, but is %s", name, root.describe());
    }
    Mapping changed =
        DemoDefaults.fill(
            DatabaseBlock.unfold(Overrides.apply(config, overrides, problems), problems));
    Mapping current = OldKeys.replace(changed, problems, notices);
    Object read = new RecordReader(problems).read(ExperimentConfig.class, current, "");
    problems.throwIfAny(name);
    return (ExperimentConfig) read;
  }

  /**
   * Returns the leaves of a config text by their paths, such as {@code generator.steps}; a list is
   * one leaf.
   *
   * @param name what messages call it
   */
  public static Map<String, String> leaves(String yaml, String name) {
    Map<String, String> leaves = new LinkedHashMap<>();
    addLeaves("", YamlReader.read(yaml, name, false, new Problems()), leaves);
    return leaves;
  }

  private static void addLeaves(String path, YamlNode node, Map<String, String> leaves) {
    switch (node) {
      case YamlNode.Scalar scalar -> leaves.put(path, scalar.text());
      case YamlNode.Sequence list -> leaves.put(path, listed(list));
      case Mapping mapping -> {
        if (mapping.entries().isEmpty()) {
          leaves.put(path, "{}");
        }
        mapping
            .entries()
            .forEach(
                (key, value) -> addLeaves(path.isEmpty() ? key : path + "." + key, value, leaves));
      }
    }
  }

  private static String listed(YamlNode.Sequence list) {
    return list.items().stream()
        .map(
            item -> {
              Map<String, String> own = new LinkedHashMap<>();
              addLeaves("", item, own);
              return own.size() == 1 && own.containsKey("")
                  ? String.valueOf(own.get(""))
                  : own.toString();
            })
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * Returns a config as YAML, every default filled in; it reads back as an equal config. Features,
   * tracking, table, weight and cuts are left out where there are none, so that runs made before
   * there were any keep their hashes.
   */
  public static String resolved(ExperimentConfig config) {
    Mapping tree = DatabaseBlock.fold(ConfigTree.of(config));
    for (String key : List.of("features", "tracking", "to")) {
      tree = isLeftOut(tree, key) ? tree.without(key) : tree;
    }
    tree = withoutUnset(tree, "data", List.of("weight"));
    tree = withoutUnset(tree, "split", List.of("cuts"));
    return YamlWriter.write(tree);
  }

  /** Returns the tree without keys of a block that say nothing. */
  private static Mapping withoutUnset(Mapping tree, String block, List<String> keys) {
    if (!(tree.entries().get(block) instanceof Mapping inner)) {
      return tree;
    }
    Mapping kept = inner;
    for (String key : keys) {
      kept = isLeftOut(kept, key) ? kept.without(key) : kept;
    }
    return tree.with(block, kept);
  }

  private static boolean isLeftOut(Mapping tree, String key) {
    YamlNode node = tree.entries().get(key);
    return node instanceof YamlNode.Scalar scalar && scalar.text().equals("null");
  }
}
