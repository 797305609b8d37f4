package dev.synth.internal.cli.production;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.cli.option.OutputOptions;
import dev.synth.internal.experiment.production.RetrainAudit;
import dev.synth.internal.experiment.production.RetrainRequest;
import dev.synth.internal.experiment.production.RetrainRequest.Promote;
import dev.synth.internal.experiment.production.RetrainRun;
import dev.synth.internal.report.monitor.RetrainText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "  synth retrain --champion model --rows all.csv --days 42 --fail-unless-promoted"
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
      description = {
        "Rows with labels, old and new, a file or glob. Leave out rows whose labels may still",
        "change."
      })
  private String rows = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "The newest days that both are measured on (default: ${DEFAULT-VALUE}).")
  private int days = 28;

  @Option(
      names = "--promote",
      paramLabel = "RULE",
      description = {
        "uplift: where the challenger is shown to find more (the default); no-harm: where it is",
        "shown not to find fewer by evaluation.effect."
      })
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

  @Mixin private final OutputOptions output = new OutputOptions();

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
    Context context = desk.context(0, output.quiet());
    RetrainAudit.Entry entry =
        RetrainRun.run(new RetrainRequest(champion, rows, days, rule, alpha, jobs), context);
    desk.out().print(output.json() ? Json.write(entry) : text(entry));
    return failUnlessPromoted && !entry.isPromoted() ? ExitCode.KEPT.code() : ExitCode.DONE.code();
  }

  private String text(RetrainAudit.Entry entry) {
    return new RetrainText(champion.toString(), entry.champion(), entry.challenger(), entry.kept())
        .of(entry.duel(), entry.from(), entry.to());
  }
}
