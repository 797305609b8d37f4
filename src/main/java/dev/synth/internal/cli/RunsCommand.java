package dev.synth.internal.cli;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.experiment.history.GridSchedule;
import dev.synth.internal.experiment.history.RunCleaner;
import dev.synth.internal.experiment.history.RunComparer;
import dev.synth.internal.experiment.history.RunHistory;
import dev.synth.internal.listing.RunDifference;
import dev.synth.internal.listing.RunListing;
import dev.synth.internal.listing.RunSchedule;
import dev.synth.internal.report.text.RunsText;
import dev.synth.internal.report.text.ScheduleText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synth runs}: the runs on disk. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "List runs, hold two side by side, clean up, or schedule one.",
    description = {
      "Without a name: all runs of synthetic-out/ and evaluation/ with state, gates, verdict, size",
      "and date. With two: the config keys in which they differ, verdicts and figures. With clean:",
      "removes runs that were never finished, or old ones; never one that a process works on.",
      "With schedule and a name: how long the run's grid would take on more cores or executors."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth runs",
      "  synth runs vae-f95eb35a gan-0c1d2e3f",
      "  synth runs clean --dry-run                   unfinished runs",
      "  synth runs clean --older-than 30d --yes      all runs of that age",
      "  synth runs schedule vae-f95eb35a             its grid on 1, 2, 4, … cores"
    })
final class RunsCommand implements Callable<Integer> {
  private static final String CLEAN = "clean";
  private static final String SCHEDULE = "schedule";
  private static final Pattern AGE = Pattern.compile("(\\d{1,5})([dhm])");

  private final Console console;

  @Parameters(
      arity = "0..2",
      paramLabel = "RUN",
      description = "Two runs to hold side by side; or clean; or schedule and a run.")
  private List<String> runs = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where synthetic-out/ and evaluation/ are (default: here).")
  private Path out = Path.of("");

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      description = "With clean: runs, finished or not, of this age, such as 30d or 12h.")
  private @Nullable String olderThan;

  @Option(names = "--dry-run", description = "With clean: says what would be removed.")
  private boolean dryRun;

  @Option(names = "--yes", description = "With clean: removes them.")
  private boolean yes;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(out.toAbsolutePath())) {
      throw Problem.usage("--out names no folder: %s", out);
    }
    if (runs.size() == 1 && runs.getFirst().equals(CLEAN)) {
      return clean();
    }
    if (olderThan != null || dryRun || yes) {
      throw Problem.usage("--older-than, --dry-run and --yes are for 'synth runs clean'");
    }
    if (!runs.isEmpty() && runs.getFirst().equals(SCHEDULE)) {
      return schedule();
    }
    if (runs.size() == 1) {
      throw Problem.usage("name two runs to hold side by side, or none to list all");
    }
    if (runs.isEmpty()) {
      RunListing listing = new RunHistory(out).list();
      console.out().print(json ? RunsText.json(listing) : RunsText.plain(listing));
    } else {
      RunDifference both = RunComparer.of(runs.getFirst(), runs.getLast(), out);
      console.out().print(json ? RunsText.json(both) : RunsText.plain(both));
    }
    return ExitCode.DONE.code();
  }

  private Integer schedule() {
    if (runs.size() == 1) {
      throw Problem.usage("name the run whose grid is meant: synth runs schedule RUN");
    }
    RunSchedule schedule = GridSchedule.of(runs.getLast(), out);
    console.out().print(json ? ScheduleText.json(schedule) : ScheduleText.plain(schedule));
    return ExitCode.DONE.code();
  }

  private Integer clean() {
    if (dryRun && yes) {
      throw Problem.usage("--dry-run removes nothing, and --yes removes: say one of them");
    }
    RunCleaner sweeper = new RunCleaner(out);
    RunListing found = sweeper.candidates(age());
    RunListing told = yes ? sweeper.remove(found) : found;
    console.out().print(json ? RunsText.json(told) : RunsText.swept(told, yes));
    if (!yes && !dryRun && !found.runs().isEmpty()) {
      throw Problem.usage("nothing is removed before you say --yes");
    }
    if (told.runs().size() < found.runs().size()) {
      console.note("a run that a process has begun to work on is left alone");
    }
    return ExitCode.DONE.code();
  }

  private @Nullable Duration age() {
    if (olderThan == null) {
      return null;
    }
    Matcher age = AGE.matcher(olderThan);
    if (!age.matches()) {
      throw Problem.invalid(
          "olderThan",
          "must be a number of days, hours or minutes, such as 30d, but is '%s'",
          olderThan);
    }
    long count = Long.parseLong(age.group(1));
    return switch (age.group(2)) {
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofMinutes(count);
    };
  }
}
