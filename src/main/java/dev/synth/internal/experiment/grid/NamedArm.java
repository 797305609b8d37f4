package dev.synth.internal.experiment.grid;

import dev.synth.augment.AugmentationOptions;
import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.classify.ClassWeighting;
import dev.synth.config.CompareOptions;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.config.GeneratorNames;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.generate.kinds.Generators;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the arm that a user names as tables write it: {@code none}, {@code class-weight}, or a
 * generator with how much it adds, such as {@code vae, ratio 0.1}.
 *
 * <p>A generator has the options that the config has for it, under {@code compare.generators} or
 * {@code generator}; else the defaults of its kind. Its random numbers are those that the same arm
 * has in {@code compare} and {@code evaluate}.
 */
public final class NamedArm {
  private final ExperimentConfig config;
  private final Map<String, NamedGenerator> generators = new LinkedHashMap<>();

  /**
   * The generator behind an arm's name.
   *
   * @param source the name of the generator's random numbers
   */
  private record NamedGenerator(String source, GeneratorOptions options, boolean isBaseline) {}

  private NamedArm(ExperimentConfig config) {
    this.config = config;
    CompareOptions compare = config.compare();
    if (compare != null) {
      List<String> names = GeneratorNames.of(compare.generators());
      for (int i = 0; i < compare.generators().size(); i++) {
        addGenerator(names.get(i), compare.generators().get(i));
      }
    }
    addGenerator(config.generator().kind(), config.generator());
    for (Baseline baseline : Baseline.values()) {
      String name = baseline.id();
      baseline
          .sampler()
          .ifPresent(
              sampler -> generators.putIfAbsent(name, new NamedGenerator(name, sampler, true)));
    }
    Generators.kinds()
        .forEach(
            (kind, standard) ->
                generators.putIfAbsent(kind, new NamedGenerator(kind, standard, false)));
  }

  private void addGenerator(String name, GeneratorOptions options) {
    String title = GridDesign.generatorTitle(name, config.evaluation(), labels());
    generators.putIfAbsent(title, new NamedGenerator(name, options, false));
  }

  /** Returns what the config's generators' rows are called. */
  private List<Labels> labels() {
    CompareOptions compare = config.compare();
    AugmentationOptions augmentation = config.augmentation();
    return compare != null
        ? compare.labels()
        : augmentation == null ? List.of() : List.of(augmentation.ofRows());
  }

  /**
   * Returns the source of the named arm, which is its only one.
   *
   * @throws Problem (usage) if there is no such arm, or nothing says how much it adds
   */
  public static Source find(String text, ExperimentConfig config) {
    return addingNothing()
        .filter(baseline -> baseline.id().equals(text))
        .findFirst()
        .map(Source::of)
        .orElseGet(() -> new NamedArm(config).generator(text));
  }

  private static Stream<Baseline> addingNothing() {
    return Stream.of(Baseline.NONE, Baseline.CLASS_WEIGHT);
  }

  private Source generator(String text) {
    Map.Entry<String, NamedGenerator> found =
        generators.entrySet().stream()
            .filter(each -> text.equals(each.getKey()) || text.startsWith(each.getKey() + ", "))
            .max(Comparator.comparingInt(each -> each.getKey().length()))
            .orElseThrow(() -> unknown(text));
    String name = found.getKey();
    NamedGenerator named = found.getValue();
    Addition.Planned added =
        text.equals(name) ? ofConfig(name) : planned(text, text.substring(name.length() + 2));
    AugmentationPlan plan = added.plan();
    Arm arm =
        named.isBaseline()
            ? Arm.baseline(name, plan, added.labels())
            : Arm.generator(name, plan, added.labels());
    return new Source(
        named.source(),
        named.options(),
        List.of(new ArmPlan(arm, ClassWeighting.NONE, plan, added.labels())));
  }

  private Problem unknown(String text) {
    if (text.equals("selected") || text.equals("auto")) {
      return Problem.invalid(
              "arm",
              "names one arm, and '%s' is a procedure that takes another one in each repeat",
              text)
          .remedy(Remedy.NO_ARM);
    }
    List<String> known = new ArrayList<>(addingNothing().map(Baseline::id).toList());
    known.addAll(generators.keySet());
    if (Baseline.find(text).isPresent()) {
      return Problem.invalid(
          "arm", "names rows to write, and '%s' is a way to fit classifiers that adds none", text);
    }
    String hint = Spelling.hint(text.split(",", -1)[0], known);
    return Problem.usage(
        "there is no arm '%s'%s",
        text, hint.isEmpty() ? "; the arms are " + String.join(", ", known) : hint);
  }

  private Addition.Planned ofConfig(String name) {
    AugmentationOptions options = config.augmentation();
    if (options == null) {
      throw Problem.usage("how many rows of %s? The config has no 'augmentation'", name)
          .remedy(Remedy.ARM_WITH_ROWS, name);
    }
    return new Addition.Planned(options.plan(), options.ofRows());
  }

  private static Addition.Planned planned(String text, String plan) {
    try {
      return Addition.Planned.parse(plan).orElseThrow(() -> notAPlan(text, plan));
    } catch (InvalidValue e) {
      throw Problem.invalid("arm", "'%s': %s", text, String.valueOf(e.getMessage())).causedBy(e);
    }
  }

  private static Problem notAPlan(String text, String plan) {
    return Problem.invalid(
        "arm",
        "'%s': how much is added is 'ratio 0.1', 'multiply 3' or 'rows 2000', but is '%s'",
        text,
        plan);
  }
}
