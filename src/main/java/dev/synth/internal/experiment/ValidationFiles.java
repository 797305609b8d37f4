package dev.synth.internal.experiment;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Version;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.report.RunReport;
import dev.synth.internal.report.wording.ValidationJson;
import dev.synth.internal.report.wording.reading.ReadingJson;
import dev.synth.run.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The files of a judgement: a folder of them, a page, or the figures alone. */
public final class ValidationFiles {
  /** The endings that people give a report's name and that this one can't have. */
  private static final Set<String> OTHER_FILES =
      Set.of("csv", "txt", "md", "pdf", "xml", "yaml", "yml", "xlsx", "parquet", "htm", "tex");

  /** The files that a folder gets. */
  private static final List<RunFile> WRITTEN =
      List.of(RunFile.VALIDATION, RunFile.PLOTS, RunFile.PROVENANCE, RunFile.PAGE);

  private ValidationFiles() {}

  /**
   * Writes {@code validation.json}, {@code plots.json}, {@code provenance.json} and {@code
   * report.html} into a folder; or the page or the figures alone into a file that ends in {@code
   * .html} or {@code .json}.
   *
   * @param overwrite whether files of an earlier call may be replaced
   * @throws Problem if the name ends as files do that are neither, or something is in the way
   */
  public static void write(
      Path out, FileValidation.Request request, FileValidation.Result result, boolean overwrite) {
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
  private static void writePage(
      Path page, FileValidation.Request request, FileValidation.Result result) {
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

  private static void writeAll(
      Path folder, FileValidation.Request request, FileValidation.Result result) {
    Path validation = RunFile.VALIDATION.in(folder);
    OutputFiles.folder(folder);
    OutputFiles.text(validation, ValidationJson.write(result.report()));
    OutputFiles.text(RunFile.PLOTS.in(folder), Json.writeDense(result.plots()));
    OutputFiles.text(RunFile.PROVENANCE.in(folder), Json.write(provenance(request, result)));
    OutputFiles.text(RunFile.PAGE.in(folder), RunReport.synthesis(folder, request.showRows()));
  }

  private static Map<String, Object> provenance(
      FileValidation.Request request, FileValidation.Result result) {
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
