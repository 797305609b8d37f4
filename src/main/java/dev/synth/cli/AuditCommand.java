package dev.synth.cli;

import dev.synth.base.ExitCode;
import dev.synth.experiment.Audit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synth audit}: looks for leaks in a finished run. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    description = {
      "Looks for leaks in a finished run of 'generate': reads its folder and its data again, and",
      "ends in 3 with a line for each alarm, such as held-out rows among the training rows."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  synth audit vae-f95eb35a", "  synth audit results/synthetic-out/nightly --json"})
final class AuditCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "The run's name or folder.")
  private String run = "";

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

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Audit audit = Audit.of(run, out, console.context(0, quiet));
    console.out().print(json ? audit.json() : audit.text());
    return (audit.alarms().isEmpty() ? ExitCode.DONE : ExitCode.DATA).code();
  }
}
