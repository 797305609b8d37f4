package dev.synth.internal.experiment;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.Remedy;
import dev.synth.base.Seeds;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.run.DrawableModel;
import dev.synth.internal.experiment.run.RunLookup;
import dev.synth.internal.experiment.run.SyntheticWriter;
import dev.synth.internal.generate.draw.RowStream;
import dev.synth.internal.generate.draw.SampleLog;
import dev.synth.internal.report.wording.training.SampleSentences;
import dev.synth.run.DrawRequest;
import dev.synth.split.RowRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Rows that were drawn from a finished run, without its data and without training.
 *
 * @param file where they are
 * @param rows how many there are
 * @param seed the seed that they were drawn with
 * @param where the values that columns were asked to have
 * @param drawn how many draws it took
 * @param rejected how many draws broke a rule, by rule
 */
public record Drawing(
    String file,
    long rows,
    long seed,
    Map<String, String> where,
    long drawn,
    Map<String, Long> rejected) {
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
    Path file =
        Objects.requireNonNullElse(
            request.file(),
            folder.resolveSibling(
                PlainText.of("%s-seed-%d.%s", folder.getFileName(), seed, run.extension())));
    RowRules rules = run.rules().where(request.where(), run.label());
    refuseToReplace(file, request.overwrite());
    Context own =
        new Context(
            new Seeds(seed).below("drawn later"), context.progress(), context.cancellation());
    SampleLog log;
    try (SyntheticWriter writer = SyntheticWriter.open(file, rules, run.label(), run.style())) {
      RowStream.Order order = new RowStream.Order(run.generator(), rules, rows, request.jobs());
      log = draw(order, writer, own);
      writer.commit();
    }
    SampleSentences.of(log).forEach(context.progress()::note);
    return new Drawing(
        file.toString(), rows, seed, request.where(), log.drawn(), log.rejectedByText());
  }

  /** Returns the result as a line for people. */
  public String text() {
    String asked =
        where.isEmpty()
            ? ""
            : where.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", ", " where ", ""));
    return String.format(
        Locale.ROOT, "%s: %,d synthetic rows%s, seed %d\n", file, rows, asked, seed);
  }

  /** Draws rows to a file, telling how far it is. */
  static SampleLog draw(RowStream.Order order, SyntheticWriter writer, Context context) {
    try (Progress.Stage stage = context.progress().stage("drawing", order.rows(), "rows")) {
      return RowStream.draw(
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
