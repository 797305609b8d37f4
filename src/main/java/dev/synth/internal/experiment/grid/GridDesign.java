package dev.synth.internal.experiment.grid;

import dev.synth.augment.AugmentationOptions;
import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.base.Problem;
import dev.synth.classify.ClassWeighting;
import dev.synth.config.CompareOptions;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Fitting;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.config.GeneratorNames;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.arm.Trainers;
import dev.synth.internal.experiment.pick.ModelFits;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The cells of an evaluation: repeats × numbers of real rare rows × arms × classifiers.
 *
 * @param sources where the arms' rows come from; the first holds {@code none}
 * @param trainingSizes how many real rare rows are kept, one after the other
 * @param repeats how many repeats
 * @param options how uplift is measured
 */
public record GridDesign(
    List<Source> sources, List<RareRows> trainingSizes, int repeats, EvaluationOptions options) {
  public GridDesign {
    sources = List.copyOf(sources);
    trainingSizes = List.copyOf(trainingSizes);
  }

  /**
   * The config's one generator at its own class ratio, beside the baselines.
   *
   * @throws Problem if the config has no evaluation or no augmentation
   */
  public static GridDesign ofOne(ExperimentConfig config) {
    AugmentationOptions augmentation = config.augmentation();
    if (augmentation == null) {
      throw Problem.usage(
          "the config has no 'augmentation', which says how many synthetic rows join the training"
              + " rows; for example: augmentation: {labels: soft}");
    }
    EvaluationOptions options = requireEvaluation(config);
    GeneratorOptions generator = config.generator();
    return new GridDesign(
        sources(
            options,
            List.of(generator),
            List.of(generator.kind()),
            List.of(augmentation.plan()),
            List.of(augmentation.ofRows())),
        List.of(RareRows.ALL),
        Repeats.count(config, options),
        options);
  }

  /**
   * Everything that the config's {@code compare} names.
   *
   * @throws Problem if there is none
   */
  public static GridDesign ofMany(ExperimentConfig config) {
    CompareOptions compare = config.compare();
    if (compare == null) {
      throw Problem.usage(
          "the config has no 'compare', which names what is compared; for example: compare:"
              + " {generators: [vae], ratios: [0.1]}");
    }
    EvaluationOptions options = requireEvaluation(config);
    List<AugmentationPlan> plans = new ArrayList<>();
    compare.ratios().forEach(ratio -> plans.add(new AugmentationPlan.Ratio(ratio)));
    return new GridDesign(
        sources(
            options,
            compare.generators(),
            GeneratorNames.of(compare.generators()),
            plans,
            compare.labels()),
        compare.rareRows(),
        Repeats.count(config, options),
        options);
  }

  private static EvaluationOptions requireEvaluation(ExperimentConfig config) {
    if (config.evaluation() == null) {
      throw Problem.usage(
          "the config has no 'evaluation', which says how uplift is measured; 'evaluation: {}' has"
              + " all defaults");
    }
    return config.evaluation();
  }

  private static List<Source> sources(
      EvaluationOptions options,
      List<GeneratorOptions> generators,
      List<String> names,
      List<AugmentationPlan> plans,
      List<Labels> labels) {
    List<Source> sources = new ArrayList<>(baselines(options, plans, labels));
    for (int i = 0; i < generators.size(); i++) {
      String name = names.get(i);
      String title = generatorTitle(name, options, labels);
      sources.add(
          source(
              name,
              generators.get(i),
              plans,
              labels,
              (plan, called) -> Arm.generator(title, plan, called)));
    }
    if (options.auto()) {
      sources.add(unpicked(Arm.auto(RareRows.ALL), List.of()));
    }
    return sources;
  }

  /**
   * Returns the sources of the baselines. What adds no rows to one classifier is quick, and stands
   * in one source with {@code none}.
   */
  private static List<Source> baselines(
      EvaluationOptions options, List<AugmentationPlan> plans, List<Labels> labels) {
    List<ArmPlan> quick = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    for (Baseline baseline : options.baselinesBeside(labels)) {
      String name = baseline.id();
      Optional<GeneratorOptions> sampler = baseline.sampler();
      if (sampler.isPresent()) {
        sources.add(
            source(
                name,
                sampler.get(),
                plans,
                baseline.labels(labels),
                (plan, called) -> Arm.baseline(name, plan, called)));
      } else if (baseline == Baseline.BEST_FREE) {
        sources.add(unpicked(baseline.arm(), labels));
      } else if (baseline == Baseline.NONE || baseline == Baseline.CLASS_WEIGHT) {
        quick.add(ArmPlan.of(baseline));
      } else {
        sources.add(Source.of(baseline));
      }
    }
    sources.addFirst(new Source(Baseline.NONE.id(), null, quick));
    return sources;
  }

  /**
   * Returns what is yet to be picked; a teacher may have a part in it where it labels other arms'
   * rows.
   */
  private static Source unpicked(Arm procedure, List<Labels> labels) {
    Labels own = labels.contains(Labels.SOFT) ? Labels.SOFT : Labels.HARD;
    ArmPlan arm = new ArmPlan(procedure, ClassWeighting.NONE, null, own, Fitting.PICKED);
    return new Source(procedure.name(), null, List.of(arm));
  }

  /**
   * Returns what a generator's arms are called: its name, told apart from a baseline of that name.
   *
   * @param options which baselines there are; null for none
   * @param labels what the generators' rows are called
   */
  static String generatorTitle(
      String name, @Nullable EvaluationOptions options, List<Labels> labels) {
    boolean isTaken =
        options != null
            && options.baselinesBeside(labels).stream()
                .anyMatch(baseline -> baseline.id().equals(name));
    return isTaken ? name + " generator" : name;
  }

  private static Source source(
      String name,
      GeneratorOptions options,
      List<AugmentationPlan> plans,
      List<Labels> labels,
      BiFunction<AugmentationPlan, Labels, Arm> arm) {
    List<ArmPlan> arms = new ArrayList<>();
    for (Labels called : labels) {
      for (AugmentationPlan plan : plans) {
        arms.add(new ArmPlan(arm.apply(plan, called), ClassWeighting.NONE, plan, called));
      }
    }
    return new Source(name, options, arms);
  }

  /** Returns the same grid with another number of repeats. */
  public GridDesign withRepeats(int others) {
    return new GridDesign(sources, trainingSizes, others, options);
  }

  /** Returns the units of all repeats, repeat by repeat. */
  public List<GridUnit> units() {
    List<GridUnit> units = new ArrayList<>();
    for (int repeat = 1; repeat <= repeats; repeat++) {
      units.addAll(units(repeat));
    }
    return units;
  }

  /** Returns the units of a repeat. */
  public List<GridUnit> units(int repeat) {
    List<GridUnit> units = new ArrayList<>();
    for (RareRows rareRows : trainingSizes) {
      for (Source source : sources) {
        units.add(
            new GridUnit(
                repeat, rareRows, source.withRareRows(rareRows), options.classifierNames()));
      }
    }
    return units;
  }

  /** Returns whether a teacher has a part in an arm. */
  public boolean haveTeacher() {
    return sources.stream().flatMap(source -> source.arms().stream()).anyMatch(ArmPlan::isTaught);
  }

  /** Returns how many arms there are for each number of real rare rows. */
  public int arms() {
    return sources.stream().mapToInt(source -> source.arms().size()).sum();
  }

  /** Returns how many classifiers are fitted in all, which is the number of cells. */
  public long cells() {
    return (long) repeats * trainingSizes.size() * arms() * options.classifiers().size();
  }

  /** Returns how many classifiers each arm takes in a repeat with the first-listed one. */
  Map<String, Long> fits(Trainers trainers) {
    ModelFits fits = new ModelFits(trainers, options.classifierNames().getFirst());
    Map<String, Long> byArm = new LinkedHashMap<>();
    for (RareRows rareRows : trainingSizes) {
      for (Source source : sources) {
        for (ArmPlan arm : source.withRareRows(rareRows).arms()) {
          byArm.put(ArmTitle.of(arm.arm()), fits.of(arm));
        }
      }
    }
    return byArm;
  }

  /** Returns how many generators are fitted in all, the baselines' among them. */
  public long generatorFits() {
    long fitted = sources.stream().map(Source::options).filter(Objects::nonNull).count();
    return fitted * repeats * trainingSizes.size();
  }
}
