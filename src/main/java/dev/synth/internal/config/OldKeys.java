package dev.synth.internal.config;

import dev.synth.classify.MlpOptions;
import dev.synth.internal.config.YamlNode.Mapping;
import dev.synth.internal.config.YamlNode.Scalar;
import dev.synth.internal.config.YamlNode.Sequence;
import dev.synth.validate.MetricNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keys that are written elsewhere today: a config that has them is read, with a notice. */
final class OldKeys {
  private static final String GATES = "gates";
  private static final String MLP = "mlp";
  private static final String PATH = "evaluation.mlp";

  private final Problems problems;
  private final Consumer<String> notices;

  private OldKeys(Problems problems, Consumer<String> notices) {
    this.problems = problems;
    this.notices = notices;
  }

  /**
   * Returns a config with today's keys in place of old ones.
   *
   * @param problems where what is wrong under an old key is noted
   * @param notices is told what to write instead
   */
  static Mapping replace(Mapping config, Problems problems, Consumer<String> notices) {
    OldKeys keys = new OldKeys(problems, notices);
    Mapping current = config;
    if (current.entries().get("evaluation") instanceof Mapping evaluation
        && evaluation.entries().containsKey(MLP)) {
      current = current.with("evaluation", keys.withoutMlp(evaluation));
    }
    if (current.entries().get("validation") instanceof Mapping validation
        && validation.entries().get(GATES) instanceof Mapping gates) {
      current = current.with("validation", validation.with(GATES, keys.currentGates(gates)));
    }
    return current;
  }

  /** Calls gates by today's names of their metrics, in the same order. */
  private Mapping currentGates(Mapping gates) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    gates
        .entries()
        .forEach(
            (old, rule) -> {
              String name = MetricNames.current(old);
              if (!name.equals(old)) {
                String path = "validation.gates." + old;
                if (gates.entries().containsKey(name)) {
                  problems.add(
                      path, rule.origin(), "must be left out beside its new name, " + name);
                  return;
                }
                notices.accept(path + " is an old key; write validation.gates." + name);
              }
              entries.put(name, rule);
            });
    return new Mapping(entries, gates.origin());
  }

  /** Puts the options of the network, which stood beside the classifiers, into their list. */
  private Mapping withoutMlp(Mapping evaluation) {
    YamlNode old = evaluation.entries().getOrDefault(MLP, evaluation);
    Mapping rest = evaluation.without(MLP);
    if (!old.isEmpty()
        && RecordBuilder.BROKEN.equals(
            new RecordReader(problems).read(MlpOptions.class, old, PATH))) {
      return rest;
    }
    List<YamlNode> items =
        rest.entries().get("classifiers") instanceof Sequence list
            ? new ArrayList<>(list.items())
            : new ArrayList<>();
    Optional<YamlNode> named = items.stream().filter(OldKeys::isMlp).findFirst();
    if (named.isEmpty()) {
      notices.accept(PATH + " is an old key, and without effect: no classifier is mlp");
      return rest;
    }
    if (named.get() instanceof Mapping block && block.entries().size() > 1) {
      problems.add(PATH, old.origin(), "must be left out where evaluation.classifiers has options");
      return rest;
    }
    items.set(items.indexOf(named.get()), block(old));
    Sequence classifiers = new Sequence(items, old.origin());
    notices.accept(PATH + " is an old key; write classifiers: " + YamlWriter.inline(classifiers));
    return rest.with("classifiers", classifiers);
  }

  private static boolean isMlp(YamlNode item) {
    YamlNode name = item instanceof Mapping block ? block.entries().get("kind") : item;
    return name instanceof Scalar scalar && scalar.text().equals(MLP);
  }

  private static Mapping block(YamlNode options) {
    Scalar kind = new Scalar(MLP, false, options.origin());
    Mapping block = new Mapping(Map.of("kind", kind), options.origin());
    if (options instanceof Mapping given) {
      for (String key : given.keys()) {
        block = block.with(key, given.entries().getOrDefault(key, given));
      }
    }
    return block;
  }
}
