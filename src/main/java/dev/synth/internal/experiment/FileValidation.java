package dev.synth.internal.experiment;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.experiment.judging.JudgingScale;
import dev.synth.internal.experiment.judging.LargeFiles;
import dev.synth.internal.experiment.judging.SampledSides;
import dev.synth.internal.experiment.machine.WithinMemory;
import dev.synth.internal.report.wording.run.RunNoteSentences;
import dev.synth.internal.table.read.MatchedReader;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.validate.MetricCatalogue;
import dev.synth.internal.validate.Validator;
import dev.synth.internal.validate.WholeSums;
import dev.synth.internal.validate.plot.Plots;
import dev.synth.split.HeldOut;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import dev.synth.table.LoadedData;
import dev.synth.table.Table;
import dev.synth.table.reading.ReadingNote;
import dev.synth.validate.ValidationReport;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a file of synthetic rows, of any origin, beside a file of real ones, with the same code
 * that judges a run's own rows.
 *
 * <p>What {@code synth validate} does, any Java program does with {@link #judge}.
 */
public final class FileValidation {
  private FileValidation() {}

  /**
   * A request to judge synthetic rows.
   *
   * @param config where the real rows are, what their columns mean, the gates and the seed; the
   *     rest of it is not used
   * @param synthetic the synthetic rows: a file or glob
   * @param reference real rows that the generator never saw, a file or glob; or null
   * @param showRows whether charts may show real rows one by one
   * @param scale how many rows are judged in memory, and what works on more
   */
  public record Request(
      ExperimentConfig config,
      String synthetic,
      @Nullable String reference,
      boolean showRows,
      JudgingScale scale) {}

  /**
   * The result of a validation.
   *
   * @param report the judgement
   * @param plots what charts of it are drawn from
   * @param notes what reading the files brought up
   */
  public record Result(ValidationReport report, Plots plots, List<ReadingNote> notes) {
    public Result {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Reads and judges.
   *
   * @param context whom to tell and whether to stop; its seeds are not used, the config's are
   * @throws Problem for everything that the user can put right
   */
  public static Result judge(Request request, Context context) {
    ExperimentConfig config = request.config();
    MetricCatalogue.checkGateNames(config.validation());
    if (config.data().isDemo()) {
      throw Problem.usage("validation needs a file of real rows, and not the simulator");
    }
    Context seeded =
        new Context(
            new Seeds(config.seed()).below("validation"),
            context.progress(),
            context.cancellation());
    try (LargeFiles large =
        LargeFiles.look(
            config, request.synthetic(), request.reference(), request.scale(), context)) {
      if (large == null) {
        return judge(request, null, context, seeded);
      }
      Request ofSamples =
          new Request(
              large.config(),
              large.synthetic(),
              request.reference() == null ? null : large.reference(),
              request.showRows(),
              request.scale());
      return large.read(
          () -> {
            large.sample();
            return judge(ofSamples, large, context, seeded);
          });
    }
  }

  private static Result judge(
      Request request, @Nullable LargeFiles large, Context context, Context seeded) {
    LoadedData real = TableReader.readAnyClass(request.config().data(), context);
    return WithinMemory.on(real.rows(), () -> judge(request, real, large, context, seeded));
  }

  private static Result judge(
      Request request,
      LoadedData real,
      @Nullable LargeFiles large,
      Context context,
      Context seeded) {
    ExperimentConfig config = request.config();
    List<ReadingNote> notes = new ArrayList<>(real.notes());
    Table rows = read(request.synthetic(), real, large, config, notes, context);
    Synthetic synthetic = Synthetic.external(rows);
    Training training = Training.whole(real.rows());
    String source = request.reference();
    Table reference = source == null ? null : read(source, real, large, config, notes, context);
    HeldOut<HeldOut.Validation> heldOut =
        reference == null ? null : HeldOut.declared(allRare(reference, real.rows()));
    WholeSums sums =
        large == null ? null : large.sums(new SampledSides(real.rows(), rows, reference));
    Validator.JudgedRows judged =
        new Validator(null, config.relations())
            .judge(
                training,
                heldOut,
                synthetic,
                config.validation(),
                request.showRows(),
                sums,
                seeded);
    BrokenParts.of(judged)
        .forEach(note -> RunNoteSentences.of(note).forEach(context.progress()::note));
    Plots plots =
        TrainingRowsProfiler.add(
            judged.plots(), real.rows(), synthetic.rows(), config.data(), seeded.below("patterns"));
    return new Result(judged.report(), plots, notes);
  }

  private static Table read(
      String source,
      LoadedData real,
      @Nullable LargeFiles large,
      ExperimentConfig config,
      List<ReadingNote> notes,
      Context context) {
    String shown = large == null ? source : large.named(source);
    MatchedReader.Matched matched =
        MatchedReader.read(source, shown, real.rows(), config.data(), context);
    if (large != null) {
      large.notes(source).forEach(notes::add);
    }
    notes.addAll(matched.notes());
    return matched.rows();
  }

  private static LabelledTable allRare(Table rows, LabelledTable real) {
    BitSet rare = new BitSet();
    rare.set(0, rows.rowCount());
    return new LabelledTable(rows, rare, real.label());
  }
}
