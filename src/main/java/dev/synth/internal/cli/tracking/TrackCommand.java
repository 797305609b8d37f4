package dev.synth.internal.cli.tracking;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.experiment.Experiment;
import dev.synth.internal.base.Json;
import dev.synth.internal.cli.production.Desk;
import dev.synth.run.Tracked;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synth track}: a finished run on an MLflow server. */
@Command(
    name = "track",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = Desk.WIDTH,
    header = "Log a finished run to an MLflow server.",
    description = {
      "Logs a finished run to an MLflow server, as 'tracking' in a config does when a run ends:",
      "config, verdict, figures by arm and repeat, curves, pages. Rows and models stay here. The",
      "same results are logged once."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth track vae-f95eb35a --mlflow http://localhost:5000",
      "  synth track evaluation/compare-1a2b3c4d --mlflow https://mlflow.example.org --experiment"
          + " cards"
    })
public final class TrackCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(
      paramLabel = "RUN",
      description = "The run: its name (below --out), its folder, or a file in it.")
  private String run = "";

  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where synthetic-out/ and evaluation/ are (default: here).")
  private Path out = Path.of("");

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on standard error.")
  private boolean quiet;

  /** A command that talks to a desk. */
  public TrackCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Context context = desk.context(0, quiet);
    Tracked tracked = Experiment.track(run, out, server.read(System.getenv()), context);
    String text = TrackedNote.text(tracked);
    desk.out().print(json ? Json.write(tracked) : text + "\n");
    if (!json && tracked.trouble() != null) {
      desk.note(tracked.trouble());
    }
    return ExitCode.DONE.code();
  }
}
