package dev.synth.internal.monitor;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.internal.base.Micros;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.bundle.FeatureColumn;
import dev.synth.internal.bundle.FittedReference;
import dev.synth.internal.bundle.LogColumns;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.stage.SourceFiles;
import dev.synth.table.ColumnType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks at a window of rows through a fitted model. */
public final class Monitoring {
  private final MonitorRequest request;
  private final Context context;
  private final BundleFiles.LoadedBundle model;
  private final FittedReference reference;
  private final ExperimentConfig config;
  private final @Nullable String time;
  private final TreeSet<String> exempt = new TreeSet<>();

  private Monitoring(MonitorRequest request, Context context) {
    this.request = request;
    this.context = context;
    this.model = BundleFiles.readWhole(request.model());
    this.reference = model.reference();
    this.config =
        ConfigLoader.parse(
            model.config(), request.model().resolve("resolved.yaml").toString(), List.of());
    String named = request.time();
    this.time = named == null ? config.data().time() : named;
    addExempt();
  }

  private void addExempt() {
    List<String> names = new ArrayList<>();
    for (FeatureColumn feature : model.bundle().contract().features()) {
      names.add(feature.column().name());
      boolean ages = feature.column().type() instanceof ColumnType.Timestamp;
      if (ages || feature.column().name().equals(time)) {
        exempt.add(feature.column().name());
      }
    }
    for (String name : request.exempt()) {
      if (!names.contains(name)) {
        throw Problem.usage("the model has no column '%s'%s", name, Spelling.hint(name, names));
      }
      exempt.add(name);
    }
    String told = time;
    if (told != null
        && !names.contains(told)
        && !told.equals(LogColumns.TIME)
        && !model.bundle().contract().carried().contains(told)) {
      throw Problem.usage(
          "the model knows no column '%s' that could tell the time%s",
          told, Spelling.hint(told, names));
    }
  }

  /**
   * Looks.
   *
   * @throws Problem if the bundle, the rows, the past or the labels can't be used
   */
  public static MonitorReport run(MonitorRequest request, Context context) {
    return new Monitoring(request, context).run();
  }

  private MonitorReport run() {
    LateLabels labels = labels();
    LabelledRows labelled = labels == null ? null : new LabelledRows(labels);
    LabelFreeEstimate.Sums sums = new LabelFreeEstimate.Sums();
    WindowReader.RowSink sink =
        labelled != null
            ? labelled
            : (taken, scores, days) -> {
              for (int row = 0; row < scores.scores().length; row++) {
                sums.add(scores.probabilities()[row], scores.alerts()[row]);
              }
            };
    WindowReader.Seen seen = read(request.rows(), sink);
    if (seen.rows() == 0) {
      throw Problem.data("'%s' has no row", request.rows());
    }
    long first = seen.days().firstKey();
    long last = seen.days().lastKey();
    WindowCounts now = WindowCounts.sum(reference, List.copyOf(seen.days().values()));
    Past past = past(first, last);
    JointTest.Areas joint =
        JointTest.of(reference, past.windows(), now, exempt, context.cancellation());
    List<DriftCheck> checks = new DriftChecks(reference, past, now, exempt).all(joint);
    var fold = model.bundle().facts().outOfFold();
    return new MonitorReport(
        model.bundle().facts().name(),
        model.bundle().version(),
        request.rows(),
        seen.rows(),
        time == null ? null : new MonitorReport.Days(date(first), date(last)),
        seen.withoutTime(),
        facts(past),
        Break.of(seen.odd(), seen.rows(), exempt),
        checks,
        new MonitorReport.Alerts(
            seen.alerts(),
            1000.0 * seen.alerts() / seen.rows(),
            fold.alertsPer1000(),
            model.bundle().facts().rule()),
        labelled == null ? sums.estimate(reference.calibration()) : null,
        labelled == null ? null : judged(labelled));
  }

  private static String date(long day) {
    return InstantText.date(day * Micros.PER_DAY);
  }

  private WindowReader.Seen read(String source, WindowReader.RowSink sink) {
    return WindowReader.read(model, time, source, sink, request.jobs(), context);
  }

  private @Nullable LateLabels labels() {
    String source = request.labels();
    if (source == null) {
      return null;
    }
    boolean byPlace = source.equals(request.rows()) && request.id() == null;
    return LateLabels.read(
        source,
        new LateLabels.Columns(
            request.id(),
            model.bundle().contract().label().column(),
            config.data(),
            model.bundle().contract().carried()),
        byPlace);
  }

  private Past past(long first, long last) {
    String source = request.past();
    if (source == null) {
      TreeMap<Long, WindowCounts> days = new TreeMap<>();
      boolean isSameTime =
          time != null && (time.equals(reference.time()) || time.equals(LogColumns.TIME));
      if (isSameTime) {
        reference.days().forEach(day -> days.put(day.day(), WindowCounts.of(reference, day)));
      }
      return Past.of(reference, days, first, last);
    }
    if (time != null) {
      return Past.of(reference, read(source, WindowReader.RowSink.NONE).days(), first, last);
    }
    List<WindowCounts> windows = new ArrayList<>();
    for (Path file : SourceFiles.resolve(source).files()) {
      WindowReader.Seen seen = read(file.toString(), WindowReader.RowSink.NONE);
      windows.addAll(seen.days().values());
    }
    return Past.ofWindows(reference, windows);
  }

  private MonitorReport.PastFacts facts(Past past) {
    boolean isOfFit = request.past() == null;
    return switch (past.kind()) {
      case WINDOWS ->
          new MonitorReport.PastFacts(isOfFit, past.windows().size(), 0, past.all().rows());
      case DAYS -> new MonitorReport.PastFacts(isOfFit, 0, past.dayCount(), past.all().rows());
      case NONE -> new MonitorReport.PastFacts(isOfFit, 0, 0, past.all().rows());
    };
  }

  private LabelledPerformance judged(LabelledRows labelled) {
    if (labelled.rows().isEmpty()) {
      throw Problem.data(
          "'%s' has no label of a row of '%s'", String.valueOf(request.labels()), request.rows());
    }
    EvaluationOptions options =
        config.evaluation() == null ? EvaluationOptions.defaults() : config.evaluation();
    return new LabelledJudge(reference, model.bundle().facts(), options.effect())
        .judge(labelled.rows(), labelled.coverage());
  }
}
