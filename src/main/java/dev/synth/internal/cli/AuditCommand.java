package dev.synth.internal.cli;

import dev.synth.base.ExitCode;
import dev.synth.internal.cli.option.OutputOptions;
import dev.synth.internal.experiment.audit.Audit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synth audit}: looks for leaks in a finished run. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Look for leaks in a finished run.",
    description = {
      "Looks for leaks in a finished run of 'generate', 'evaluate' or 'compare': reads its folder",
      "and its data again, fits again what is quickly fitted, and ends in 3 with a line for each",
      "alarm, such as held-out rows among the training rows."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth audit vae-f95eb35a",
      "  synth audit results/evaluation/nightly --refit --json"
    })
final class AuditCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "The run's name or folder.")
  private String run = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where synthetic-out/ and evaluation/ are (default: here).")
  private Path out = Path.of("");

  @Option(
      names = "--refit",
      description =
          "Fits generators again too, so that every threshold and choice is replayed: as "
              + "much work as the run was, one fit after the other.")
  private boolean refit;

  @Mixin private final OutputOptions output = new OutputOptions();

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Audit audit = Audit.of(run, out, refit, console.context(0, output.quiet()));
    console.out().print(output.json() ? audit.json() : audit.text());
    return (audit.alarms().isEmpty() ? ExitCode.DONE : ExitCode.DATA).code();
  }
}
