package dev.synth.internal.cli;

import dev.synth.base.ExitCode;
import dev.synth.internal.experiment.machine.Doctor;
import dev.synth.internal.listing.Checkup;
import dev.synth.internal.report.text.CheckupText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synth doctor}: says what this machine has of what synth needs. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Say whether this machine has what synth needs.",
    description = {
      "Looks at versions, the Java virtual machine, memory, where networks run, what reads tables",
      "and whether the output folder can be written to, and ends in 6 where something is missing."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  synth doctor", "  synth doctor --out results --json"})
final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where synthetic-out/ and evaluation/ would go (default: here).")
  private Path out = Path.of("");

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Checkup checkup = Doctor.examine(out);
    console.out().print(json ? CheckupText.json(checkup) : CheckupText.plain(checkup));
    return (checkup.isAnythingMissing() ? ExitCode.ENVIRONMENT : ExitCode.DONE).code();
  }
}
