package dev.synth.internal.cli;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.cli.option.GivenOptions;
import dev.synth.internal.cli.option.OptionKeys;
import dev.synth.internal.cli.option.OutputOptions;
import dev.synth.internal.cluster.CustomerSegments;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.FinishedRun;
import dev.synth.internal.experiment.profile.ProfileRequest;
import dev.synth.internal.experiment.profile.ProfiledData;
import dev.synth.internal.experiment.profile.Segments;
import dev.synth.internal.experiment.profile.TableLook;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.report.profile.ProfileReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code synth profile}: what a table looks like, before anything is trained. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    usageHelpWidth = Main.WIDTH,
    header = "Look at a table before anything is trained.",
    description = {
      "Columns with type and reason, missing cells, skew, levels, constants, copies; with a label",
      "also whether there are enough rare rows, which columns may leak it, which labels are in",
      "doubt, what drifts over time, which split is advisable, and what effect these data could",
      "show at all, by the number of repeats. What is not named is guessed, and said."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth profile data.csv                               guesses label, time and group",
      "  synth profile data.csv --label Class --positive 1 --out profile.html",
      "  synth profile --config my.yaml --json",
      "  synth profile customers.csv --no-label               a plain table",
      "  synth profile data.csv --clusters --columns amount,hour",
      "  synth profile --clusters --run vae-f95eb35a          with what synthetic rows cover",
      "  synth profile sales.csv --clusters --rfm customer,date,amount"
    })
final class ProfileCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = "A file or glob: csv, csv.gz, parquet, json; or demo.")
  private @Nullable String data;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The config that names the data, in place of DATA.")
  private @Nullable Path config;

  @Mixin private NamedColumns named = new NamedColumns();

  @Option(names = "--no-label", description = "Takes no column for the label.")
  private boolean noLabel;

  @Option(
      names = "--clusters",
      description =
          "Shows the patterns of the rare rows instead (of all rows, without a label): scaled"
              + " columns, PCA, k-means beside DBSCAN, what sets each cluster apart.")
  private boolean clusters;

  @Option(
      names = "--columns",
      paramLabel = "COLUMN",
      split = ",",
      description = "The columns that clusters are found by (default: all but times and names).")
  private List<String> columns = List.of();

  @Option(
      names = "--rfm",
      paramLabel = "CUSTOMER,DATE,AMOUNT",
      description = "Three columns: segments customers by recency, frequency and monetary value.")
  private @Nullable String rfm;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "The run whose synthetic rows are held against each cluster; names DATA too.")
  private @Nullable String run;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of k-means (default: ${DEFAULT-VALUE}).")
  private long seed = 42;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the profile as a page, profile.html, besides printing it.")
  private @Nullable Path out;

  @Option(names = "--overwrite", description = "Replaces the page if it exists.")
  private boolean overwrite;

  @Mixin private final OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ProfileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    checkGiven();
    if (out != null) {
      FinishedRun.checkFree(out, overwrite);
    }
    Context context = console.context(seed, output.quiet());
    ProfileRequest request = request();
    ProfiledData read =
        config == null
            ? OptionKeys.ofColumns(() -> ProfiledData.read(request, context))
            : ProfiledData.read(request, context);
    if (rfm != null) {
      CustomerSegments customers = customers(rfm, read, context);
      return tell(
          () -> ProfileReport.plain(customers),
          () -> ProfileReport.json(customers),
          () -> ProfileReport.html(customers));
    }
    if (clusters) {
      Segmentation segments = Segments.of(read, columns, run, Path.of(""), context);
      return tell(
          () -> ProfileReport.plain(segments, read.source()),
          () -> ProfileReport.json(segments),
          () -> ProfileReport.html(segments, read.source()));
    }
    DataProfile profile = TableLook.profile(read, context);
    return tell(
        () -> ProfileReport.plain(profile),
        () -> ProfileReport.json(profile),
        () -> ProfileReport.html(profile));
  }

  /** Refuses options that would change nothing. */
  private void checkGiven() {
    GivenOptions given = new GivenOptions(spec);
    if (!clusters) {
      given.refuse(
          List.of("--columns", "--rfm", "--run", "--seed"),
          "is about clusters; say --clusters too");
    }
    if (rfm != null) {
      given.refuse(
          List.of("--columns", "--run"), "does not go with --rfm, whose columns are its own");
    }
    if (out == null) {
      given.refuse(List.of("--overwrite"), "is for the page of --out, and there is no --out");
    }
    if (data == null && (config != null || run != null)) {
      given.refuse(
          List.of("--label", "--positive", "--time", "--group"),
          "goes with a data file; a config names its own");
    }
  }

  private Integer tell(Supplier<String> plain, Supplier<String> json, Supplier<String> html) {
    console.out().print((output.json() ? json : plain).get());
    if (out != null) {
      FinishedRun.write(out, html.get(), overwrite);
      console.note("the page is in " + out);
    }
    return 0;
  }

  private static CustomerSegments customers(String names, ProfiledData read, Context context) {
    List<String> three = List.of(names.split(",", -1));
    if (three.size() != 3 || three.stream().anyMatch(String::isBlank)) {
      throw Problem.usage(
          "--rfm takes three columns, CUSTOMER,DATE,AMOUNT, such as customer,date,amount; but is"
              + " '%s'",
          names);
    }
    return Segments.ofCustomers(
        read, three.get(0).strip(), three.get(1).strip(), three.get(2).strip(), context);
  }

  private ProfileRequest request() {
    if (config != null && data != null) {
      throw Problem.usage("name either a data file or a config, not both");
    }
    if (config != null) {
      return ProfileRequest.of(ConfigLoader.load(config, List.of(), console::note));
    }
    if (data == null && run != null) {
      return ProfileRequest.of(Segments.configOf(run, Path.of("")));
    }
    if (data == null) {
      throw Problem.usage("which data? For example: synth profile data.csv --label Class");
    }
    return named.of(data, noLabel || rfm != null);
  }
}
