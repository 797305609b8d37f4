package dev.synth.internal.cli.production;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.bundle.LogColumns;
import dev.synth.internal.cli.option.OutputOptions;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.monitor.MonitorReport;
import dev.synth.internal.monitor.MonitorRequest;
import dev.synth.internal.monitor.Monitoring;
import dev.synth.internal.report.monitor.MonitorMetrics;
import dev.synth.internal.report.monitor.MonitorPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synth monitor}: whether rows are still like those that a bundle was fitted on. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = Desk.WIDTH,
    header = "Look whether the world changed for a fitted model.",
    description = {
      "Holds a window of rows, such as a week, against past ones: breaks of the model's contract,",
      "drift by column, of the score and of all columns together, the share of alerts, and, with",
      "labels, whether the model got worse. An alarm is more than chance and of a size that",
      "matters."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth monitor model --rows week.parquet",
      "  synth monitor model --rows week.parquet --past 'earlier-*.parquet' --html week.html",
      "  synth monitor model --rows month.parquet --labels late.parquet --fail-on-alarm"
    })
public final class MonitorCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(index = "0", paramLabel = "MODEL", description = "The bundle's folder.")
  private Path model = Path.of("");

  @Option(
      names = "--rows",
      paramLabel = "ROWS",
      description = "The window's rows, a file or glob: csv, csv.gz, parquet or json.")
  private @Nullable String rows;

  @Option(
      names = "--log",
      paramLabel = "DIR",
      description =
          "The folder that 'serve --log' writes, in place of --rows: its time, its names of "
              + "rows and its propensity are used.")
  private @Nullable Path log;

  @Option(
      names = "--labels",
      paramLabel = "ROWS",
      description =
          "Labels that became known later: the label column beside the column that names "
              + "rows, and 'propensity' where labels of alerts are known of a random share only.")
  private @Nullable String labels;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description = "The column that names rows (default: the only one that both files have).")
  private @Nullable String id;

  @Option(
      names = "--past",
      paramLabel = "ROWS",
      description =
          "Earlier rows that the model did not learn from, at least eight windows (default: "
              + "the days of the fitted rows). Where rows have no time, each file is a window.")
  private @Nullable String past;

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = "The column that tells the time (default: data.time of the config).")
  private @Nullable String time;

  @Option(
      names = "--exempt",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns that age by design, such as an account's age; times always are.")
  private List<String> exempt = List.of();

  @Option(names = "--html", paramLabel = "FILE", description = "Writes the report as a page.")
  private @Nullable Path html;

  @Option(
      names = "--prometheus",
      paramLabel = "FILE",
      description = "Writes the figures for Prometheus' textfile collector.")
  private @Nullable Path prometheus;

  @Option(names = "--fail-on-alarm", description = "Ends in 7 where there is an alarm.")
  private boolean failOnAlarm;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Blocks scored at once (default: the number of cores); same bytes for any N.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private final OutputOptions output = new OutputOptions();

  /** A command that talks to a desk. */
  public MonitorCommand(Desk desk) {
    this.desk = desk;
  }

  private MonitorRequest request() {
    if ((rows == null) == (log == null)) {
      throw Problem.usage("name either the rows, with --rows, or the folder of a log, with --log");
    }
    boolean isLog = log != null;
    if (id != null && labels == null) {
      throw Problem.usage("--id names the rows that --labels are of, and there are no --labels");
    }
    String source = log == null ? String.valueOf(rows) : log.resolve("*.parquet").toString();
    return new MonitorRequest(
        model,
        source,
        labels,
        id == null && isLog ? LogColumns.EVENT_ID : id,
        past,
        time == null && isLog ? LogColumns.TIME : time,
        Set.copyOf(exempt),
        jobs);
  }

  @Override
  public Integer call() {
    Context context = desk.context(0, output.quiet());
    MonitorReport report = Monitoring.run(request(), context);
    if (html != null) {
      OutputFiles.wholeText(html, MonitorPage.html(report));
    }
    if (prometheus != null) {
      OutputFiles.wholeText(prometheus, MonitorMetrics.of(report));
    }
    desk.out().print(output.json() ? MonitorPage.json(report) : MonitorPage.plain(report));
    return failOnAlarm && report.alarms() > 0 ? ExitCode.ALARM.code() : ExitCode.DONE.code();
  }
}
