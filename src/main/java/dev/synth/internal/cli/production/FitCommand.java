package dev.synth.internal.cli.production;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.experiment.Experiment;
import dev.synth.internal.cli.option.ConfigOptions;
import dev.synth.internal.cli.option.WorkOptions;
import dev.synth.internal.report.text.FitText;
import dev.synth.run.FitRequest;
import dev.synth.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code synth fit}: the arm that earned a verdict, as a bundle. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = Desk.WIDTH,
    header = "Fit the arm that earned the verdict, as a model for use.",
    description = {
      "Fits a config's classifier on the arm that earned the verdict 'uplift' in the finished run",
      "of the config, or on the real rows alone where none did, and writes it as one folder that",
      "'score' and 'serve' take. Test rows stay out; threshold and probabilities are learned from",
      "rows that the scoring models had not learned from."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth fit --config mine.yaml --to model",
      "  synth fit --config mine.yaml --to model --arm none --overwrite",
      "  synth fit --config mine.yaml --to model --arm 'mgs, ratio 1, soft labels' --unjudged"
    })
public final class FitCommand implements Callable<Integer> {
  private final Desk desk;

  @Mixin private final ConfigOptions config = new ConfigOptions();

  @Option(names = "--to", paramLabel = "DIR", required = true, description = "The bundle's folder.")
  private Path to = Path.of("");

  @Option(
      names = "--arm",
      paramLabel = "NAME",
      description =
          "Fits this arm: none, an arm as tables write it, a free rival such as teacher, or "
              + "auto to have one picked inside the rows (default: the arm that earned the "
              + "verdict).")
  private @Nullable String arm;

  @Option(names = "--unjudged", description = "Allows an --arm without the verdict 'uplift'.")
  private boolean unjudged;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description =
          "The finished run whose verdict counts (default: the config's own, below --out).")
  private @Nullable String run;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where evaluation/ with the finished runs is (default: here).")
  private Path out = Path.of("");

  @Mixin private final WorkOptions work = new WorkOptions();

  /** A command that talks to a desk. */
  public FitCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    if (to.toString().isBlank()) {
      throw Problem.usage("--to must name a folder");
    }
    if (unjudged && arm == null) {
      throw Problem.usage("--unjudged allows an arm without the verdict; name it with --arm");
    }
    ExperimentConfig loaded =
        config.load("synth fit --config mine.yaml --to model", List.of(), desk::note);
    Context context = desk.context(loaded.seed(), work.quiet());
    RunRequest request =
        new RunRequest(
            loaded, config.file(), out, null, false, work.overwrite(), false, false, work.jobs());
    Experiment.fit(new FitRequest(request, to, arm, run, unjudged), context);
    desk.out().print(FitText.of(to, work.json()));
    return 0;
  }
}
