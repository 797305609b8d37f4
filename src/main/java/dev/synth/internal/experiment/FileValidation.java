package dev.synth.internal.experiment;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Version;
import dev.synth.internal.experiment.judging.JudgingScale;
import dev.synth.internal.experiment.judging.LargeFiles;
import dev.synth.internal.experiment.judging.SampledSides;
import dev.synth.internal.experiment.machine.WithinMemory;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.report.RunReport;
import dev.synth.internal.report.wording.ValidationJson;
import dev.synth.internal.report.wording.reading.ReadingJson;
import dev.synth.internal.report.wording.run.RunNoteSentences;
import dev.synth.internal.table.read.MatchedReader;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.validate.MetricCatalogue;
import dev.synth.internal.validate.Validator;
import dev.synth.internal.validate.WholeSums;
import dev.synth.internal.validate.plot.Plots;
import dev.synth.run.RunFile;
import dev.synth.split.HeldOut;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import dev.synth.table.LoadedData;
import dev.synth.table.Table;
import dev.synth.table.reading.ReadingNote;
import dev.synth.validate.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges a file of synthetic rows, of any origin, beside a file of real ones, with the same code
 * that judges a run's own rows.
 *
 * <p>What {@code synth validate} does, any Java program does with {@link #judge}.
 */
public final class FileValidation {
  /** The endings that people give a report's name and that this one can't have. */
  private static final Set<String> OTHER_FILES =
      Set.of("csv", "txt", "md", "pdf", "xml", "yaml", "yml", "xlsx", "parquet", "htm", "tex");

  /** The files that a folder gets. */
  private static final List<RunFile> WRITTEN =
      List.of(RunFile.VALIDATION, RunFile.PLOTS, RunFile.PROVENANCE, RunFile.PAGE);

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

  /**
   * Writes {@code validation.json}, {@code plots.json}, {@code provenance.json} and {@code
   * report.html} into a folder; or the page or the figures alone into a file that ends in {@code
   * .html} or {@code .json}.
   *
   * @param overwrite whether files of an earlier call may be replaced
   * @throws Problem if the name ends as files do that are neither, or something is in the way
   */
  public static void write(Path out, Request request, Result result, boolean overwrite) {
    checkOut(out, overwrite);
    if (isPage(out)) {
      writePage(out, request, result);
    } else if (isFigures(out)) {
      Path folder = out.toAbsolutePath().getParent();
      if (folder != null) {
        OutputFiles.folder(folder);
      }
      OutputFiles.text(out, ValidationJson.write(result.report()));
    } else {
      writeAll(out, request, result);
    }
  }

  /**
   * Checks where to write before there is anything to write.
   *
   * @throws Problem as {@link #write}, and where the place cannot be written to
   */
  public static void checkOut(Path out, boolean overwrite) {
    boolean file = isPage(out) || isFigures(out);
    String ending = ending(out);
    if (!file && OTHER_FILES.contains(ending)) {
      throw Problem.invalid(
          "out", "is a folder, or a file that ends in .html or .json, and not '%s'", out);
    }
    Path written = file ? out : RunFile.VALIDATION.in(out);
    if (Files.exists(written) && !overwrite) {
      throw Problem.usage("%s exists; choose another %s", written, file ? "name" : "folder")
          .remedy(Remedy.OVERWRITE);
    }
    OutputFiles.check(file ? out.toAbsolutePath().resolveSibling(".") : out);
    if (file) {
      checkReplaceable(out);
    } else {
      WRITTEN.forEach(each -> checkReplaceable(each.in(out)));
    }
  }

  private static void checkReplaceable(Path file) {
    if (Files.isDirectory(file) || (Files.exists(file) && !Files.isWritable(file))) {
      throw Problem.environment(
          "cannot write %s: %s",
          file, Files.isDirectory(file) ? "it is a folder" : "permission denied");
    }
  }

  private static boolean isPage(Path out) {
    return !Files.isDirectory(out) && ending(out).equals("html");
  }

  /** Returns whether a place is that of a file of figures alone. */
  public static boolean isFigures(Path out) {
    return !Files.isDirectory(out) && ending(out).equals("json");
  }

  private static String ending(Path out) {
    String name = out.getFileName() == null ? "" : out.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The page is rendered from a folder's files alone, so it gets one beside it that goes again. */
  private static void writePage(Path page, Request request, Result result) {
    Path folder = page.resolveSibling("." + page.getFileName() + ".files");
    try {
      writeAll(folder, request, result);
      OutputFiles.text(page, Files.readString(RunFile.PAGE.in(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      OutputFiles.remove(folder);
    }
  }

  private static void writeAll(Path folder, Request request, Result result) {
    Path validation = RunFile.VALIDATION.in(folder);
    OutputFiles.folder(folder);
    OutputFiles.text(validation, ValidationJson.write(result.report()));
    OutputFiles.text(RunFile.PLOTS.in(folder), Json.writeDense(result.plots()));
    OutputFiles.text(RunFile.PROVENANCE.in(folder), Json.write(provenance(request, result)));
    OutputFiles.text(RunFile.PAGE.in(folder), RunReport.synthesis(folder, request.showRows()));
  }

  private static Map<String, Object> provenance(Request request, Result result) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("version", Version.fingerprint());
    facts.put("real", request.config().data().source());
    facts.put("synthetic", request.synthetic());
    if (request.reference() != null) {
      facts.put("reference", request.reference());
    }
    facts.put("seed", request.config().seed());
    facts.put("reading_notes", ReadingJson.notes(result.notes()));
    return facts;
  }
}
