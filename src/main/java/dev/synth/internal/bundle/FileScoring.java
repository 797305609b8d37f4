package dev.synth.internal.bundle;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.internal.base.Parallel;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.stage.RowStream;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores the rows of files, block after block, in memory that does not grow with their number.
 *
 * <p>The scored file has one row a row, in the order of the files. First come the columns that the
 * model does not look at, or the row's number where the files have none. Then come {@code score},
 * {@code probability} and {@code decision}, which is 1 for an alert and else 0. Where reasons are
 * asked for, {@code reason_1}, {@code reason_1_by} and so on follow.
 */
public final class FileScoring {
  /** The number of rows that one thread scores at once. */
  static final int BLOCK_ROWS = 4096;

  private final Bundle bundle;
  private final ScoringMode way;
  private final Context context;
  private final RowAssembler assembler;
  private final ScoredTables tables;
  private final List<RowAssembler.AssembledRows> waiting = new ArrayList<>();
  private @Nullable TableWriter writer;
  private long rows;
  private long alerts;

  /**
   * A summary of what was scored.
   *
   * @param model the model's version
   * @param rows how many rows
   * @param alerts how many alerts
   * @param threshold rows whose score is at least this are alerts
   * @param odd what was odd about the rows
   */
  public record ScoringSummary(
      String model, long rows, long alerts, double threshold, Tally.Counts odd) {}

  /**
   * The way of scoring.
   *
   * @param lenient whether what breaks the model's contract is counted and scored all the same
   * @param reasons how many columns are named that moved a row's score
   * @param jobs how many blocks are scored at once; no byte depends on it
   * @param history a file or glob of earlier rows, of which features are made, or null
   */
  public record ScoringMode(boolean lenient, int reasons, int jobs, @Nullable String history) {
    /** A way without earlier rows. */
    public ScoringMode(boolean lenient, int reasons, int jobs) {
      this(lenient, reasons, jobs, null);
    }
  }

  private FileScoring(Bundle bundle, String source, ScoringMode way, Context context) {
    this.bundle = bundle;
    this.way = way;
    this.context = context;
    this.assembler = new RowAssembler(bundle.plan(), way.lenient(), PlainText.of("'%s'", source));
    this.tables = new ScoredTables(bundle, way.reasons(), null);
  }

  /**
   * Scores.
   *
   * @param source a file or glob
   * @param target the scored file, whole or not at all; replaced if it exists
   * @throws dev.synth.base.Problem if the files can't be read or break the contract
   */
  public static ScoringSummary run(
      Bundle bundle, String source, Path target, ScoringMode way, Context context) {
    FileScoring scoring = new FileScoring(bundle, source, way, context);
    try (Progress.Stage stage = context.progress().stage("scoring", Progress.UNKNOWN, "rows")) {
      scoring.read(source, target, stage);
    } finally {
      TableWriter open = scoring.writer;
      if (open != null) {
        open.close();
      }
    }
    return new ScoringSummary(
        bundle.version(),
        scoring.rows,
        scoring.alerts,
        bundle.facts().threshold().value(),
        scoring.assembler.counts());
  }

  private void read(String source, Path target, Progress.Stage stage) {
    RowStream.Sink sink =
        new RowStream.Sink() {
          @Override
          public void columns(List<String> names) {
            collect();
            flush(target, stage);
            assembler.columns(names);
          }

          @Override
          public void row(RowStream.@Nullable Cell[] cells) {
            assembler.add(cells);
            if (assembler.size() == BLOCK_ROWS) {
              collect();
              if (waiting.size() >= 2 * way.jobs()) {
                flush(target, stage);
              }
            }
          }
        };
    RowStream.read(source, null, FeatureSink.before(sink, bundle, source, way.history()));
    collect();
    if (waiting.isEmpty() && writer == null) {
      waiting.add(assembler.take()); // a file without rows is scored to one without rows
    }
    flush(target, stage);
    TableWriter open = writer;
    if (open != null) {
      open.commit();
    }
  }

  private void collect() {
    if (assembler.size() > 0) {
      waiting.add(assembler.take());
    }
  }

  private void flush(Path target, Progress.Stage stage) {
    context.cancellation().check();
    List<ScoredTables.RowScores> scored =
        way.jobs() == 1
            ? waiting.stream().map(tables::score).toList()
            : Parallel.map(waiting, way.jobs(), tables::score);
    for (int i = 0; i < scored.size(); i++) {
      Table table = tables.table(waiting.get(i), scored.get(i));
      TableWriter open = writer;
      if (open == null) {
        open = TableWriter.open(target, table.schema());
        writer = open;
      }
      open.append(table);
      rows += table.rowCount();
      stage.advance(table.rowCount());
      alerts += scored.get(i).scores().alertCount();
    }
    waiting.clear();
  }
}
