package dev.synth.internal.config;

import dev.synth.base.Records;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.PlainText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The reference of all config keys, written from the option records themselves. */
public final class ConfigReference {
  private static final String INTRODUCTION =
      """
      # Config reference

      Every key of a config, with its default. This page is generated from the option records in \
      the source; `--dry-run` prints a config with every default filled in.

      A config is a YAML file. Keys that are not listed here are errors, and so are keys that are \
      given twice; all problems are told at once. Anchors, aliases and tags are refused. A value \
      can be changed on the command line, as in `--set generator.steps=500`.
      """;

  private final StringBuilder out = new StringBuilder(INTRODUCTION);

  /** The types that have had their section: one may be in several places. */
  private final Set<Class<?>> shown = new HashSet<>();

  private ConfigReference() {}

  /** Returns the reference as Markdown, in the order of the records' components. */
  public static String markdown() {
    ConfigReference reference = new ConfigReference();
    reference.section("", "The top level", ExperimentConfig.class);
    return reference.out.toString();
  }

  private void section(String path, String title, Class<?> type) {
    out.append("\n## ").append(title).append("\n\n");
    if (type.getRecordComponents().length == 0) {
      out.append("Nothing to set.\n");
      return;
    }
    out.append("| key | value | default | meaning |\n|---|---|---|---|\n");
    List<String> presets = Presets.names(type);
    if (!presets.isEmpty()) {
      out.append(
          PlainText.of(
              "| `%s` | one of %s | `%s` | Whose values the keys below have where they are left"
                  + " out; the defaults are those of `%s`. |\n",
              Presets.KEY, String.join(", ", presets), presets.getFirst(), presets.getFirst()));
    }
    for (RecordComponent component : type.getRecordComponents()) {
      row(component);
    }
    for (RecordComponent component : type.getRecordComponents()) {
      subsections(Problems.below(path, SettingDetails.key(component)), component.getGenericType());
    }
  }

  private void row(RecordComponent component) {
    out.append("| `")
        .append(SettingDetails.key(component))
        .append("` | ")
        .append(noun(component))
        .append(" | ")
        .append(standard(component))
        .append(" | ")
        .append(SettingDetails.setting(component).value())
        .append(" |\n");
  }

  private void subsections(String path, Type of) {
    if (of instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      subsections(path, arguments[arguments.length - 1]);
      return;
    }
    Class<?> type = (Class<?>) of;
    if (shown.add(type)) {
      ofType(path, type);
    }
  }

  private void ofType(String path, Class<?> type) {
    if (type.isRecord()) {
      section(path, "`" + path + "`", type);
    } else if (type.isSealed()) {
      Variants variants = new Variants(type);
      Optional<String> tag = variants.tag();
      for (String name : tag.isPresent() ? variants.names() : List.<String>of()) {
        String title = PlainText.of("`%s` of `%s: %s`", path, tag.orElseThrow(), name);
        section(path, title, variants.find(name).orElseThrow());
      }
      if (tag.isEmpty() && !ScalarReader.reads(type)) {
        blocks(path, variants);
      }
    }
  }

  /** The cases that are a key with a block of keys. */
  private void blocks(String path, Variants variants) {
    for (String name : variants.names()) {
      Class<?> variant = variants.find(name).orElseThrow();
      boolean isBlock =
          !Variants.isWord(variant) && variant.getRecordComponents()[0].getType().isRecord();
      Class<?> block = isBlock ? variant.getRecordComponents()[0].getType() : variant;
      if (isBlock && shown.add(block)) {
        section(path, PlainText.of("`%s` of `{%s: …}` and others like it", path, name), block);
      }
    }
  }

  private static String standard(RecordComponent component) {
    if (SettingDetails.mustBeGiven(component)) {
      return "**must be given**";
    }
    Object standard = SettingDetails.standard(component);
    if (standard == null) {
      return "left out";
    }
    boolean block = component.getType().isRecord();
    return block ? "see below" : code(text(component.getGenericType(), standard));
  }

  /** Returns a default as one would write it: of a case with its own defaults, its name alone. */
  private static String text(Type type, Object value) {
    if (value instanceof List<?> list && type instanceof ParameterizedType generic) {
      return list.stream()
          .map(item -> text(generic.getActualTypeArguments()[0], item))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (type instanceof Class<?> family
        && family.isSealed()
        && Records.defaults(value.getClass()).filter(value::equals).isPresent()) {
      return new Variants(family).nameOf(value.getClass());
    }
    return YamlWriter.inline(ConfigTree.node(type, value));
  }

  private static String noun(RecordComponent component) {
    Type type = component.getGenericType();
    return SettingDetails.mayBeOne(component) && type instanceof ParameterizedType list
        ? noun(list.getActualTypeArguments()[0]) + ", or a list"
        : noun(type);
  }

  private static String noun(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? "list; each " + noun(arguments[0])
          : "block of keys; each " + noun(arguments[1]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return "block of keys";
    }
    if (plain.isSealed() && !ScalarReader.reads(plain)) {
      return forms(new Variants(plain));
    }
    return ScalarReader.noun(plain);
  }

  private static String forms(Variants variants) {
    List<String> forms = new ArrayList<>();
    variants.ofNumber().ifPresent(each -> forms.add("a number"));
    for (String name : variants.names()) {
      boolean word = variants.find(name).map(Variants::isWord).orElse(true);
      forms.add(code(variants.tag().isPresent() || word ? name : "{" + name + ": …}"));
    }
    return String.join(", ", forms);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
