package dev.synth.experiment;

import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The two folders of a run.
 *
 * @param name the run's name
 * @param synthesis the split, model, rows and gates of the first repeat
 * @param evaluation the comparison over all repeats; absent where a gate stopped the run
 */
public record RunFolders(String name, Path synthesis, Path evaluation) {
  /** The file that is written last; it holds the run's identity. */
  static final String DONE = "DONE";

  /** Returns the folders of a run below an output folder. */
  public static RunFolders below(Path out, String name) {
    return new RunFolders(
        name, out.resolve("synthetic-out").resolve(name), out.resolve("evaluation").resolve(name));
  }

  /** Returns whose finished synthesis is there: its identity, or empty if there is none. */
  Optional<String> owner() {
    return done(synthesis);
  }

  /** Returns whether an evaluation of the same run is there. */
  boolean hasEvaluation() {
    return owner().isPresent() && done(evaluation).equals(owner());
  }

  /** Returns whether there is anything at all under the run's name. */
  boolean isTaken() {
    return Files.exists(synthesis) || Files.exists(evaluation);
  }

  private static Optional<String> done(Path folder) {
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
