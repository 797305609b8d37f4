package dev.synth.internal.experiment.plan;

import dev.synth.config.ExperimentConfig;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.pick.AutoCandidates;
import dev.synth.run.RunFolders;
import dev.synth.split.RareRows;
import dev.synth.split.Split;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The plan of an evaluation, for {@code --dry-run}.
 *
 * @param reading how the data was read, as text
 * @param folders where the run would go
 * @param split the first repeat's split
 * @param design the grid
 * @param runs how often is measured
 * @param config what is computed
 * @param estimate about how long it takes
 */
public record GridPlan(
    String reading,
    RunFolders folders,
    Split split,
    GridDesign design,
    String runs,
    String estimate,
    ExperimentConfig config) {
  /** Returns the plan as text, a line for each fact. */
  public String describe() {
    StringBuilder text = new StringBuilder(reading).append("\nplan\n");
    RunPlan.parts(text, split);
    RunPlan.line(text, "measured", runs);
    RunPlan.line(
        text,
        "rare rows",
        design.trainingSizes().stream().map(RareRows::text).collect(Collectors.joining(", ")));
    RunPlan.line(
        text,
        "arms",
        design.sources().stream()
            .flatMap(source -> source.arms().stream())
            .map(arm -> arm.arm().label())
            .collect(Collectors.joining(" · ")));
    RunPlan.line(text, "classifiers", String.join(", ", design.options().classifierNames()));
    RunPlan.line(
        text,
        "fits",
        String.format(
            Locale.ROOT,
            "%,d of generators, %,d of classifiers (%,d cells)",
            design.generatorFits(),
            design.cells(),
            design.cells()));
    if (design.options().auto()) {
      RunPlan.line(text, "auto", "picks by " + AutoCandidates.perFold());
    }
    if (design.options().tune()) {
      RunPlan.line(
          text, "tuning", "tries 3 to 5 settings in 3 folds for each classifier and repeat");
    }
    RunPlan.line(text, "takes", estimate);
    RunPlan.line(text, "run folder", folders.evaluation().toString());
    RunPlan.relations(text, split.training(), config);
    return text.toString();
  }
}
