package dev.synth.internal.cli;

import dev.synth.base.Cancellation;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.ProcessFolder;
import dev.synth.internal.cli.production.Desk;
import dev.synth.internal.cli.production.FitCommand;
import dev.synth.internal.cli.production.MonitorCommand;
import dev.synth.internal.cli.production.RetrainCommand;
import dev.synth.internal.cli.production.ScoreCommand;
import dev.synth.internal.cli.production.ServeCommand;
import dev.synth.internal.cli.selection.SelectCommand;
import dev.synth.internal.cli.terminal.Interruption;
import dev.synth.internal.cli.tracking.RegisterCommand;
import dev.synth.internal.cli.tracking.TrackCommand;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line's entry: {@code synth COMMAND …}. */
@Command(
    name = "synth",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpWidth = Main.WIDTH,
    header = "Synthetic data for rare events, and whether it helps.",
    description = {
      "Learns the rare class of a table, draws synthetic rows, validates them, and",
      "measures on real held-out rows whether they help a classifier."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a bug of ours",
      "2:a mistake on the command line or in the config",
      "3:data that is missing, malformed or too little",
      "4:a validation gate failed",
      "5:harm was measured (with --fail-on-harm)",
      "6:the machine lacks what is needed: memory, disk, a permission",
      "7:an alarm was raised (with --fail-on-alarm)",
      "8:the old model was kept (with --fail-unless-promoted)",
      "130:interrupted",
      "143:terminated"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth generate --config configs/vae.yaml       all stages, on simulated cards",
      "  synth generate --config my.yaml --set seed=7   with one key changed",
      "  synth generate --config my.yaml --dry-run      what it would do",
      "  synth evaluate --config my.yaml                only whether it helps",
      "  synth compare --config configs/compare.yaml    several generators, ranked",
      "  synth augment --config my.yaml --to train.csv  the training file, augmented",
      "  synth fit --config my.yaml --to model          the arm of the verdict, fitted",
      "  synth score model rows.csv --to scored.csv     rows, scored by it",
      "  synth serve model                              the same over HTTP",
      "  synth monitor model --rows week.parquet        whether the world has changed",
      "  synth retrain --champion model --rows all.csv  a challenger, if it is better",
      "  synth report --format latex compare-1a2b3c4d   its tables for a paper",
      "  synth validate --real a.csv --synthetic b.csv --label Class --positive 1",
      "                                                 judges rows from any tool",
      "  synth audit vae-f95eb35a                       finds leaks in a finished run",
      "  synth demo --rows 1000000 cards.parquet        simulated rows to a file",
      "  synth profile data.csv                         what a table looks like",
      "  synth init data.csv                            a first config for it",
      "  synth select --config my.yaml --to selected    rows of too large files",
      "  synth runs                                     what was computed here",
      "  synth track vae-f95eb35a --mlflow URL          a run, logged to MLflow",
      "  synth doctor                                   whether this machine serves",
      "  synth help generate                            what a command does"
    })
public final class Main implements Runnable {
  /** No line of a help text is longer. */
  static final int WIDTH = Desk.WIDTH;

  /** The commands, in the order of the help. */
  private static final List<Entry> COMMANDS =
      List.of(
          new Entry(GenerateCommand.class, GenerateCommand::new),
          new Entry(EvaluateCommand.class, EvaluateCommand::new),
          new Entry(CompareCommand.class, CompareCommand::new),
          new Entry(AugmentCommand.class, AugmentCommand::new),
          new Entry(ValidateCommand.class, ValidateCommand::new),
          new Entry(AuditCommand.class, AuditCommand::new),
          new Entry(ProfileCommand.class, ProfileCommand::new),
          new Entry(InitCommand.class, InitCommand::new),
          new Entry(SelectCommand.class, SelectCommand::new),
          new Entry(FitCommand.class, FitCommand::new),
          new Entry(ScoreCommand.class, ScoreCommand::new),
          new Entry(ServeCommand.class, ServeCommand::new),
          new Entry(MonitorCommand.class, MonitorCommand::new),
          new Entry(RetrainCommand.class, RetrainCommand::new),
          new Entry(ReportCommand.class, ReportCommand::new),
          new Entry(RunsCommand.class, RunsCommand::new),
          new Entry(TrackCommand.class, TrackCommand::new),
          new Entry(RegisterCommand.class, RegisterCommand::new),
          new Entry(DemoCommand.class, DemoCommand::new),
          new Entry(DoctorCommand.class, DoctorCommand::new),
          new Entry(CompletionCommand.class, CompletionCommand::new));

  /** A command, and how it is made. */
  private record Entry(Class<?> type, Function<Console, Object> maker) {
    private Command declared() {
      return type.getAnnotation(Command.class);
    }

    String name() {
      return declared().name();
    }

    /** Returns the command with its options; those of other rooms do not know the version. */
    CommandLine whole(Console console) {
      CommandLine line = new CommandLine(maker.apply(console));
      line.getCommandSpec().versionProvider(new VersionText());
      return line;
    }

    /** Returns the command as far as the list of all shows it. */
    CommandLine header() {
      CommandSpec spec = CommandSpec.create();
      spec.usageMessage().header(declared().header());
      return new CommandLine(spec);
    }
  }

  private final PrintStream out;

  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show the stack trace of every error.")
  private boolean debug;

  @Option(
      names = "--verbose",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Tell every stage of the work, also those inside others.")
  private boolean verbose;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main(PrintStream out) {
    this.out = out;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    ProcessFolder.removeAtExit();
    Interruption interruption = Interruption.listen();
    int code;
    try {
      code = run(out, err, interruption.cancellation(), args);
    } finally {
      interruption.finished();
    }
    System.exit(code);
  }

  /**
   * Runs one command.
   *
   * @param out where results go
   * @param err where progress and messages go
   * @param cancellation the request to stop
   * @return the process exit code
   */
  public static int run(
      PrintStream out, PrintStream err, Cancellation cancellation, String... args) {
    Main main = new Main(out);
    Console console = new Console(out, err, cancellation, () -> main.verbose);
    CommandLine commandLine =
        withCommands(new CommandLine(main), console, args)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler((e, arguments) -> misused(e, err))
            .setExecutionExceptionHandler((e, line, result) -> failed(e, main.debug, err));
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      return outOfMemory(err);
    }
  }

  /**
   * Adds the commands that the arguments can mean. To make them all takes longer than most of what
   * is asked: a command that is named is made alone, and a list of all shows only their headers.
   */
  private static CommandLine withCommands(CommandLine root, Console console, String... arguments) {
    List<String> words =
        Arrays.stream(arguments).filter(argument -> !argument.startsWith("-")).toList();
    boolean isHelp = !words.isEmpty() && words.getFirst().equals("help");
    List<String> asked = isHelp ? words.subList(1, words.size()) : words;
    Optional<Entry> named =
        COMMANDS.stream()
            .filter(entry -> !asked.isEmpty() && entry.name().equals(asked.getFirst()))
            .filter(entry -> entry.type() != CompletionCommand.class || isHelp) // has all of them
            .findFirst();
    if (named.isPresent()) {
      root.addSubcommand(named.get().name(), named.get().whole(console));
    } else {
      COMMANDS.forEach(
          entry ->
              root.addSubcommand(
                  entry.name(), asked.isEmpty() ? entry.header() : entry.whole(console)));
    }
    return isHelp || named.isEmpty() ? root.addSubcommand(new CommandLine.HelpCommand()) : root;
  }

  /** Without a command: the help. */
  @Override
  public void run() {
    spec.commandLine().usage(out);
  }

  /** Returns what a message begins with. */
  private static String synth() {
    return Console.colours().wrong("synth:");
  }

  private static int misused(ParameterException e, PrintStream err) {
    err.println(synth() + " " + Misuse.message(e));
    err.println(
        PlainText.of(
            "  '%s --help' tells more", e.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.code();
  }

  private static int failed(Exception e, boolean debug, PrintStream err) {
    if (debug) {
      e.printStackTrace(err);
    }
    return switch (e) {
      case Problem problem -> {
        err.println(synth() + " " + OptionWords.of(problem));
        yield problem.exitCode().code();
      }
      case CancellationException cancelled -> {
        err.println(
            "synth: stopped; nothing half-written is left, and finished parts of a grid are kept");
        yield ExitCode.INTERRUPTED.code();
      }
      default -> bug(e, debug, err);
    };
  }

  private static int bug(Exception e, boolean debug, PrintStream err) {
    err.println("synth: this is a bug of ours, not a mistake of yours. Please report it to the");
    err.println("project, with the lines below, 'synth --version' and the config.");
    if (!debug) {
      e.printStackTrace(err);
    }
    return ExitCode.BUG.code();
  }

  private static int outOfMemory(PrintStream err) {
    err.println(
        "synth: out of memory"
            + OptionWords.of(Problem.environment("").remedy(Remedy.MORE_MEMORY)));
    return ExitCode.ENVIRONMENT.code();
  }
}
