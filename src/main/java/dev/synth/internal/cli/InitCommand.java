package dev.synth.internal.cli;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.cli.option.OptionKeys;
import dev.synth.internal.experiment.profile.ConfigDraft;
import dev.synth.internal.profile.RareProfile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synth init}: writes a first config for a table. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Write a commented config for a table.",
    description = {
      "Looks at a table and writes a config that runs, with the reason of each choice beside it.",
      "Label, rare value, time, group, split and repeats are guessed where they are not named, and",
      "every guess is said."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth init data.csv",
      "  synth init data.csv --label Class --positive 1 --to my.yaml",
      "  synth generate --config data.yaml --dry-run          what the config would do"
    })
final class InitCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = "A file or glob: csv, csv.gz, parquet, json; or demo.")
  private @Nullable String data;

  @Mixin private NamedColumns named = new NamedColumns();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The config to write (default: the data's name, in this folder, .yaml).")
  private @Nullable Path to;

  @Option(names = "--overwrite", description = "Replaces the config if it exists.")
  private boolean overwrite;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on standard error.")
  private boolean quiet;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (data == null) {
      throw Problem.usage("which data? For example: synth init data.csv");
    }
    String rows = data;
    Context context = console.context(0, quiet);
    Path file = to == null ? Path.of(ConfigDraft.nameFor(data) + ".yaml") : to;
    ConfigDraft.Written written =
        OptionKeys.ofColumns(
            () ->
                ConfigDraft.write(named.of(rows, false), named.named(), file, overwrite, context));
    console.out().println("wrote " + written.file());
    written.guesses().forEach(guess -> console.out().println("  " + guess));
    if (written.enough() == RareProfile.Enough.TOO_FEW) {
      console.out().println("next: more real rare rows, which help more than any synthetic ones;");
      console.out().println("  what so few could show: synth profile " + data + named.options());
    } else {
      console.out().println("next: synth generate --config " + written.file() + " --dry-run");
    }
    return 0;
  }
}
