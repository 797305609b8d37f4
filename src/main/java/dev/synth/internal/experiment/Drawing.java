package dev.synth.internal.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.Remedy;
import dev.synth.base.Seeds;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.run.DrawableModel;
import dev.synth.internal.experiment.run.RunLookup;
import dev.synth.internal.experiment.run.SyntheticWriter;
import dev.synth.internal.experiment.run.TableCopy;
import dev.synth.internal.generate.draw.RowSampler;
import dev.synth.internal.generate.draw.SampleLog;
import dev.synth.internal.report.text.DrawingText;
import dev.synth.internal.report.wording.training.SampleSentences;
import dev.synth.internal.table.write.RowWriter;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.run.RunFile;
import dev.synth.run.WrittenTable;
import dev.synth.split.RowRules;
import dev.synth.table.DataOptions;
import dev.synth.table.Schema;
import dev.synth.table.TargetOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were drawn from a finished run, without its data and without training.
 *
 * @param file the file that they are in; null where a table alone has them
 * @param rows how many there are
 * @param seed the seed that they were drawn with
 * @param where the values that columns were asked to have
 * @param drawn how many draws it took
 * @param rejected how many draws broke a rule, by rule
 * @param table the table of a database that they are in; null where a file alone has them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Drawing(
    @Nullable String file,
    long rows,
    long seed,
    Map<String, String> where,
    long drawn,
    Map<String, Long> rejected,
    @Nullable WrittenTable table) {
  /**
   * Draws rows and writes them, in constant memory: the same run, seed and number of rows give the
   * same bytes.
   *
   * @param context whom to tell and whether to stop; its seeds are not used
   * @throws Problem if there is no such run, the file exists, or no such row can be drawn
   */
  public static Drawing make(DrawRequest request, Context context) {
    Path folder = RunLookup.find(request.from(), request.out());
    DrawableModel run = DrawableModel.read(folder);
    long seed = Objects.requireNonNullElse(request.seed(), run.seed());
    long rows = Objects.requireNonNullElse(request.rows(), run.rows());
    Path file = file(request, run, folder, seed);
    TableCopy table = table(request, folder);
    RowRules rules = run.rules().where(request.where(), run.label());
    if (file != null) {
      refuseToReplace(file, request.overwrite());
    }
    Context own =
        new Context(
            new Seeds(seed).below("drawn later"), context.progress(), context.cancellation());
    List<Function<Schema, RowWriter>> places = new ArrayList<>();
    if (file != null) {
      places.add(schema -> TableWriter.open(file, schema, run.style()));
    }
    if (table != null) {
      places.add(table::open);
    }
    SampleLog log;
    try (SyntheticWriter writer = SyntheticWriter.open(rules, run.label(), places)) {
      RowSampler.Order order = new RowSampler.Order(run.generator(), rules, rows, request.jobs());
      log = draw(order, writer, own);
      writer.commit();
    }
    SampleSentences.of(log).forEach(context.progress()::note);
    return new Drawing(
        file == null ? null : file.toString(),
        rows,
        seed,
        request.where(),
        log.drawn(),
        log.rejectedByText(),
        table == null ? null : table.written(rows));
  }

  /** Returns the file to write; null where a table alone is asked for. */
  private static @Nullable Path file(
      DrawRequest request, DrawableModel run, Path folder, long seed) {
    if (request.file() != null || request.table() != null) {
      return request.file();
    }
    return folder.resolveSibling(
        PlainText.of("%s-seed-%d.%s", folder.getFileName(), seed, run.extension()));
  }

  /** Returns the table to write, which may be in the database that the run's data came from. */
  private static @Nullable TableCopy table(DrawRequest request, Path folder) {
    TargetOptions options = request.table();
    if (options == null) {
      return null;
    }
    DataOptions data =
        options.jdbc() == null
            ? ConfigLoader.load(RunFile.RESOLVED.in(folder), List.of()).data()
            : DataOptions.defaults();
    return new TableCopy(options, data);
  }

  /** Returns the result as a line for people, or one for each place. */
  public String text() {
    return DrawingText.of(file, table, rows, where, seed);
  }

  /** Draws rows to a file, telling how far it is. */
  static SampleLog draw(RowSampler.Order order, SyntheticWriter writer, Context context) {
    try (Progress.Stage stage = context.progress().stage("drawing", order.rows(), "rows")) {
      return RowSampler.draw(
          order,
          batch -> {
            writer.append(batch);
            stage.advance(batch.rowCount());
          },
          context.silent());
    }
  }

  private static void refuseToReplace(Path file, boolean overwrite) {
    if (Files.exists(file) && !overwrite) {
      throw Problem.usage("%s exists", file).remedy(Remedy.OTHER_TARGET);
    }
  }
}
