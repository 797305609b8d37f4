package dev.synth.run;

import dev.synth.base.Problem;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The two folders of a run.
 *
 * @param name the run's name
 * @param synthesis the split, model, rows and gates of the first repeat
 * @param evaluation the comparison over all repeats; absent where a gate stopped the run
 * @param evaluationOnly whether the run has nothing to do with the first folder
 */
public record RunFolders(String name, Path synthesis, Path evaluation, boolean evaluationOnly) {
  /** The file that is written last; it holds the run's identity. */
  public static final String DONE = "DONE";

  /** Returns the folders of a run below an output folder. */
  public static RunFolders below(Path out, String name) {
    return new RunFolders(
        name,
        out.resolve("synthetic-out").resolve(name),
        out.resolve("evaluation").resolve(name),
        false);
  }

  /** Returns the folders of a run that writes no synthetic rows. */
  public static RunFolders ofEvaluation(Path out, String name) {
    RunFolders both = below(out, name);
    return new RunFolders(name, both.synthesis, both.evaluation, true);
  }

  /** Returns the folder whose {@code DONE} says that the run is there. */
  public Path main() {
    return evaluationOnly ? evaluation : synthesis;
  }

  /** Returns the folders that the run makes, the main one last. */
  public List<Path> places() {
    return evaluationOnly ? List.of(evaluation) : List.of(evaluation, synthesis);
  }

  /** Returns whose finished run is there: its identity, or empty if there is none. */
  public Optional<String> owner() {
    return done(main());
  }

  /** Returns whether an evaluation of the same run is there. */
  public boolean hasEvaluation() {
    return owner().isPresent() && done(evaluation).equals(owner());
  }

  /** Returns whether there is anything at all under the run's name. */
  public boolean isTaken() {
    return places().stream().anyMatch(Files::exists);
  }

  /** Returns the identity that a folder says is its own; empty where it says none. */
  public static Optional<String> done(Path folder) {
    Path done = folder.resolve(DONE);
    if (!Files.isRegularFile(done)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(done).strip());
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", done, OutputFiles.reason(e)).causedBy(e);
    }
  }
}
