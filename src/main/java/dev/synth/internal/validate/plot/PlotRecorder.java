package dev.synth.internal.validate.plot;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.RandomStream;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.privacy.MembershipInference;
import dev.synth.validate.SkipReason;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.PartReading;
import dev.synth.validate.ValidationReport.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records the data of charts, from rows that were validated: training rows, rows that were held out
 * for validation, and synthetic ones; never test rows.
 *
 * <p>It looks at no more than {@value #MOST_ROWS} rows of each side ({@value #MOST_MAJORITY_ROWS}
 * of the other class), and its work is small beside that of the metrics. A part that breaks is left
 * out: a chart costs no run.
 */
public final class PlotRecorder {
  /** A share of more rows is no more exact than a chart shows. */
  private static final int MOST_ROWS = 20_000;

  /** The other class stands in the background, and would take most of the time. */
  private static final int MOST_MAJORITY_ROWS = 5_000;

  /** A panel each; of more columns those that differ most, which keeps the file below 1 MB. */
  private static final int MOST_COLUMNS = 300;

  /** Associations of more rows are no more exact than a colour shows. */
  private static final int MOST_ASSOCIATED = 2_000;

  private final Input input;
  private final Context context;
  private final Sample real;
  private final Sample synthetic;
  private final @Nullable Sample majority;
  private final List<BrokenChart> broken = new ArrayList<>();

  private PlotRecorder(Input input, Context context) {
    this.input = input;
    this.context = context;
    this.real = mixed(input.training(), "real", MOST_ROWS);
    this.synthetic = mixed(input.synthetic(), "synthetic", MOST_ROWS);
    Sample others = input.training().majority();
    this.majority =
        others == null || others.rowCount() == 0
            ? null
            : mixed(others, "majority", MOST_MAJORITY_ROWS);
  }

  /**
   * The data that charts are recorded from.
   *
   * @param training rare training rows, with what stands beside them
   * @param synthetic the rows that were judged
   * @param trainingRows how many training rows of both classes there are
   * @param report what the metrics said
   * @param showRows whether the user asked to be shown real rows
   */
  public record Input(
      Sample training,
      Sample synthetic,
      int trainingRows,
      ValidationReport report,
      boolean showRows) {}

  /**
   * The data of charts.
   *
   * @param broken the charts that are left out, since their data could not be recorded
   */
  public record Recorded(Plots plots, List<BrokenChart> broken) {
    public Recorded {
      broken = List.copyOf(broken);
    }
  }

  /**
   * Records.
   *
   * @param context seeds, those that the metrics were given, and cancellation
   */
  public static Recorded record(Input input, Context context) {
    PlotRecorder recorder = new PlotRecorder(input, context);
    return new Recorded(recorder.record(), recorder.broken);
  }

  private Plots record() {
    List<ColumnPlot> panels = new ArrayList<>();
    ColumnPlotter plotter = new ColumnPlotter(real, synthetic, majority);
    for (int column = 0; column < real.columnCount(); column++) {
      int number = column;
      ColumnPlot panel = orNull("panel", () -> plotter.plot(number));
      if (panel != null) {
        panels.add(panel);
      }
    }
    panels.sort(Comparator.comparingDouble(panel -> -panel.excess()));
    List<ColumnPlot> kept = panels.subList(0, Math.min(panels.size(), MOST_COLUMNS));
    Sample unseen = input.training().unseen();
    return new Plots(
        Plots.VERSION,
        new Plots.RowCounts(
            input.training().rowCount(),
            input.synthetic().rowCount(),
            majority == null ? 0 : majority.rowCount(),
            unseen == null ? 0 : unseen.rowCount()),
        input.showRows(),
        real.columnCount() - kept.size(),
        kept,
        orNull("associations", () -> associations(panels)),
        orNull("map", () -> MapPlotter.plot(real, synthetic, majority, input.showRows())),
        orNull("distances", () -> privacy(unseen).distances()),
        attacks(unseen),
        pairs(unseen),
        orNull("data", () -> data(kept)),
        null,
        null);
  }

  private @Nullable AssociationPlot associations(List<ColumnPlot> panels) {
    List<String> pairs = new ArrayList<>();
    for (MetricReport metric : input.report().metrics()) {
      if (metric.metric().equals("worst_pair_difference")) {
        for (Reading reading : metric.readings()) {
          reading.parts().stream().map(PartReading::name).forEach(pairs::add);
        }
      }
    }
    return AssociationPlotter.plot(
        first(real, MOST_ASSOCIATED), first(synthetic, MOST_ASSOCIATED), pairs, panels);
  }

  private PrivacyPlotter privacy(@Nullable Sample unseen) {
    return new PrivacyPlotter(
        real,
        synthetic,
        unseen == null ? null : mixed(unseen, "unseen", MOST_ROWS),
        context.cancellation());
  }

  private List<AttackPlot> attacks(@Nullable Sample unseen) {
    List<AttackPlot> attacks = new ArrayList<>();
    AttackPlot simple = orNull("attack", () -> privacy(unseen).attack());
    if (simple != null) {
      attacks.add(simple);
    }
    AttackPlot shadows = orNull("shadow attack", this::shadowAttack);
    if (shadows != null) {
      attacks.add(shadows);
    }
    return attacks;
  }

  private List<PairPlot> pairs(@Nullable Sample unseen) {
    List<PairPlot> pairs =
        input.showRows() ? orNull("pairs", () -> privacy(unseen).pairs()) : List.<PairPlot>of();
    return pairs == null ? List.of() : pairs;
  }

  /** Scores rows as the metric did, with the same seeds. */
  private @Nullable AttackPlot shadowAttack() {
    MembershipInference.Attacked attacked = MembershipInference.attacked(input.training(), context);
    return attacked == null
        ? null
        : PrivacyPlotter.curve(
            AttackPlot.Kind.SHADOWS, attacked.members(), attacked.others(), attacked.times());
  }

  private DataPlot data(List<ColumnPlot> panels) {
    List<String> names = real.columns().stream().map(column -> column.name()).toList();
    int[] order = panels.stream().mapToInt(panel -> names.indexOf(panel.name())).toArray();
    return new DataSurvey(real, majority, input.trainingRows(), input.training().rowCount())
        .plot(order);
  }

  /** Returns rows up to a number, in random order. */
  private Sample mixed(Sample sample, String name, int most) {
    RandomStream stream = context.seeds().below("plots").stream(name);
    int[] order = stream.permutation(sample.rowCount());
    return sample.rows(Arrays.copyOf(order, Math.min(order.length, most)));
  }

  private static Sample first(Sample sample, int most) {
    return sample.rowCount() <= most ? sample : sample.rows(IntStream.range(0, most).toArray());
  }

  private <T> @Nullable T orNull(String what, Supplier<@Nullable T> work) {
    context.cancellation().check();
    try {
      return work.get();
    } catch (CancellationException | Problem e) {
      throw e;
    } catch (RuntimeException e) {
      broken.add(new BrokenChart(what, SkipReason.Broken.of(e)));
      return null;
    }
  }
}
