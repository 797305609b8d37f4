package dev.synth.internal.cli.production;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.cli.option.GivenOptions;
import dev.synth.internal.cli.option.OutputOptions;
import dev.synth.internal.cli.option.ServerAccess;
import dev.synth.internal.experiment.production.RetrainAudit;
import dev.synth.internal.experiment.production.RetrainRequest;
import dev.synth.internal.experiment.production.RetrainRequest.Promote;
import dev.synth.internal.experiment.production.RetrainResult;
import dev.synth.internal.experiment.production.RetrainRun;
import dev.synth.internal.report.monitor.RetrainText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synth retrain}: a challenger, which takes the champion's place if it is better. */
@Command(
    name = "retrain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = Desk.WIDTH,
    header = "Fit a challenger, and promote it if it is better.",
    description = {
      "Fits a model by the config of the one in use on all but the newest days, measures both on",
      "these at equal numbers of alerts, and puts the new one into the old one's place where it is",
      "shown to find more. The old bundle is kept, and every retraining is recorded beside it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth retrain --champion model --rows 'rows-*.parquet'",
      "  synth retrain --champion model --rows all.csv --days 42 --fail-unless-promoted",
      "  synth retrain --champion model --rows all.csv --mlflow http://localhost:5000"
    })
public final class RetrainCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(
      names = "--champion",
      paramLabel = "DIR",
      required = true,
      description = "The bundle in use.")
  private Path champion = Path.of("");

  @Option(
      names = "--rows",
      paramLabel = "ROWS",
      required = true,
      description =
          "Rows with labels, old and new, a file or glob. Leave out rows whose labels may "
              + "still change.")
  private String rows = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "The newest days that both are measured on (default: ${DEFAULT-VALUE}).")
  private int days = 28;

  @Option(
      names = "--promote",
      paramLabel = "RULE",
      description =
          "uplift: where the challenger is shown to find more (the default); no-harm: where "
              + "it is shown not to find fewer by evaluation.effect.")
  private String promote = "uplift";

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description = "The level that all retrainings together spend (default: ${DEFAULT-VALUE}).")
  private double alpha = 0.05;

  @Option(names = "--fail-unless-promoted", description = "Ends in 8 where the old model is kept.")
  private boolean failUnlessPromoted;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Parts computed at once (default: the number of cores); same bytes for any N.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--mlflow",
      paramLabel = "URL",
      description =
          "Registers a promoted model with this MLflow server, under the alias champion. A "
              + "server that fails costs a note, and not the promotion.")
  private @Nullable String mlflow;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's name on the server (default: the name of the config).")
  private @Nullable String name;

  @Mixin private final ServerAccess access = new ServerAccess();

  @Mixin private final OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** A command that talks to a desk. */
  public RetrainCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Promote rule =
        switch (promote) {
          case "uplift" -> Promote.UPLIFT;
          case "no-harm" -> Promote.NO_HARM;
          default ->
              throw Problem.usage("--promote must be uplift or no-harm, but is '%s'", promote);
        };
    RetrainRequest request =
        new RetrainRequest(champion, rows, days, rule, alpha, jobs, registry());
    RetrainResult result = RetrainRun.run(request, desk.context(0, output.quiet()));
    desk.out().print(output.json() ? Json.write(result) : text(result));
    if (result.trouble() != null) {
      desk.note(
          PlainText.of(
              "%s; the promotion stands, and 'synth register %s --mlflow %s --alias champion'"
                  + " registers it later",
              result.trouble(), champion, mlflow));
    }
    return failUnlessPromoted && !result.entry().isPromoted()
        ? ExitCode.KEPT.code()
        : ExitCode.DONE.code();
  }

  private RetrainRequest.@Nullable Registry registry() {
    if (mlflow != null) {
      return new RetrainRequest.Registry(access.named(mlflow), name);
    }
    new GivenOptions(spec)
        .refuse(
            List.of("--name", "--experiment", "--token-env", "--seconds"),
            "needs --mlflow, the server that a model is registered with");
    return null;
  }

  private String text(RetrainResult result) {
    RetrainAudit.Retraining entry = result.entry();
    return new RetrainText(champion.toString(), entry.champion(), entry.challenger(), entry.kept())
        .of(entry.duel(), entry.from(), entry.to(), result.registered());
  }
}
