package dev.synth.internal.experiment.run;

import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.files.OutputFiles;
import dev.synth.run.RunFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the folder of a run that the user means: by its path, by its name, or by a file of it. */
public final class RunLookup {
  private RunLookup() {}

  /**
   * Returns the folder of a run's synthesis.
   *
   * @param given the run's name, its folder in {@code synthetic-out} or {@code evaluation}, or
   *     anything in the former
   * @param out the folder that holds {@code synthetic-out}
   * @throws Problem a usage problem that tells which runs there are
   */
  public static Path find(String given, Path out) {
    Path path = Path.of(given);
    for (Path folder = path; folder != null; folder = folder.getParent()) {
      if (isRun(folder)) {
        return folder;
      }
    }
    Path named = RunFolders.below(out, nameOf(path)).synthesis();
    if (isRun(named)) {
      return named;
    }
    if (Files.isRegularFile(path)) {
      throw Problem.usage("'%s' is a file", given).remedy(Remedy.DRAW_OR_LEARN);
    }
    List<String> runs = runs(out.resolve("synthetic-out"));
    String hint = Spelling.hint(nameOf(path), runs);
    if (!hint.isEmpty()) {
      throw Problem.usage("there is no run '%s'%s", given, hint);
    }
    Path folder = out.resolve("synthetic-out");
    if (runs.isEmpty()) {
      throw Problem.usage("there is no run '%s'; there is no run in '%s'", given, folder)
          .remedy(Remedy.GENERATE);
    }
    throw Problem.usage(
        "there is no run '%s'; in '%s' there are %s", given, folder, String.join(", ", runs));
  }

  private static boolean isRun(Path folder) {
    return Files.isDirectory(folder.resolve(DrawableModel.FOLDER));
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static List<String> runs(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(RunLookup::isRun)
          .map(RunLookup::nameOf)
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", root, OutputFiles.reason(e)).causedBy(e);
    }
  }
}
