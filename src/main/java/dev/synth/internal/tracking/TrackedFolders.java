package dev.synth.internal.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.report.RunReport;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders of a finished run that is logged.
 *
 * @param name the run's name
 * @param evaluation the folder that holds {@code comparison.json}; empty where nothing was
 *     evaluated
 * @param synthesis the folder that holds {@code validation.json}; empty where no rows were written
 */
public record TrackedFolders(String name, Optional<Path> evaluation, Optional<Path> synthesis) {
  private static final int SHORT = 16;

  /** The files that are uploaded as they stand. None of these files holds a row of the data. */
  private static final List<RunFile> FILES =
      List.of(
          RunFile.CONFIG,
          RunFile.RESOLVED,
          RunFile.PROVENANCE,
          RunFile.RUN,
          RunFile.RUNS,
          RunFile.COMPARISON,
          RunFile.DESCRIPTION,
          RunFile.THRESHOLDS,
          RunFile.TRAINING,
          RunFile.VALIDATION,
          RunFile.LOG);

  /** Returns the folders that there are, the synthesis first. */
  private Stream<Path> all() {
    return Stream.of(synthesis, evaluation).flatMap(Optional::stream);
  }

  /** Returns the first of the folders that has a file. */
  Optional<Path> with(RunFile file) {
    return all().filter(file::isIn).findFirst();
  }

  /** Returns a JSON file of the run; an empty object where it has none. */
  JsonNode json(RunFile file) {
    return with(file)
        .map(folder -> file.read(folder, JsonNode.class))
        .orElseGet(() -> Json.mapper().createObjectNode());
  }

  /** Returns the identity of the run; empty where it is not known. */
  String identity() {
    return all().flatMap(each -> RunFolders.done(each).stream()).findFirst().orElse("");
  }

  /** Returns a hash of what the run found. */
  String results() {
    List<Path> files = new ArrayList<>();
    synthesis.map(RunFile.VALIDATION::in).ifPresent(files::add);
    evaluation.map(RunFile.COMPARISON::in).ifPresent(files::add);
    return Hashes.ofFiles(files).substring(0, SHORT);
  }

  /** Returns when the run ended, in milliseconds since 1970. */
  long end() {
    Path folder = evaluation.or(() -> synthesis).orElseThrow();
    Path done = folder.resolve(RunFolders.DONE);
    try {
      return Files.getLastModifiedTime(Files.exists(done) ? done : folder).toMillis();
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", done, OutputFiles.reason(e)).causedBy(e);
    }
  }

  /**
   * Returns the files to upload by their places: figures, config, log, and the pages without real
   * rows. Rows and models stay where they are, since real rows may be among them.
   */
  Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    evaluation.ifPresent(
        folder -> {
          files.put("evaluation/" + RunFile.PAGE.fileName(), bytes(RunReport.evaluation(folder)));
          addAll(files, "evaluation/", folder);
        });
    synthesis.ifPresent(
        folder -> {
          files.put("synthesis/" + RunFile.PAGE.fileName(), bytes(RunReport.synthesis(folder)));
          addAll(files, "synthesis/", folder);
          if (RunFile.PLOTS.isIn(folder) && !RunReport.holdsRealRows(folder)) {
            add(files, "synthesis/", folder, RunFile.PLOTS);
          }
        });
    return files;
  }

  private static void addAll(Map<String, byte[]> files, String place, Path folder) {
    FILES.stream()
        .filter(file -> file.isIn(folder))
        .forEach(file -> add(files, place, folder, file));
  }

  private static void add(Map<String, byte[]> files, String place, Path folder, RunFile file) {
    files.put(place + file.fileName(), bytes(file.text(folder)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
