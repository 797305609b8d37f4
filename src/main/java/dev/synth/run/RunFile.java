package dev.synth.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a run's folders, by what they hold. */
public enum RunFile {
  /** The config as the user gave it. */
  CONFIG("config.yaml"),
  /** The config with every default filled in. */
  RESOLVED("resolved.yaml"),
  /** Versions, seeds, digests, the machine and times. */
  PROVENANCE("provenance.json"),
  /** The lines that the run told, each with its time. */
  LOG("log.txt"),
  /** The log of the generator's training. */
  TRAINING("training.json"),
  /** The findings of validation. */
  VALIDATION("validation.json"),
  /** The counts that charts of the validation are drawn from. */
  PLOTS("plots.json"),
  /** Rows that the rules turned away. */
  REJECTED("rejected.csv"),
  /** The figures of every repeat, arm and classifier. */
  RUNS("runs.csv"),
  /** The first-listed classifier's ranks of the test rows of random splits. */
  RANKS("ranks.json"),
  /** The result of the repeats together. */
  COMPARISON("comparison.json"),
  /** The diagnostics that stand beside a comparison and get no verdict. */
  DESCRIPTION("description.json"),
  /** The run itself: command, version, seed, data. */
  RUN("run.json"),
  /** The effect of thresholds on validation rows. */
  THRESHOLDS("thresholds.json"),
  /** The outcome of {@code augment}. */
  AUGMENTATION("augmentation.json"),
  /** The page. */
  PAGE("report.html");

  private final String fileName;

  RunFile(String fileName) {
    this.fileName = fileName;
  }

  /** Returns the name without a folder. */
  public String fileName() {
    return fileName;
  }

  /** Returns the file's path in a run's folder. */
  public Path in(Path folder) {
    return folder.resolve(fileName);
  }

  /** Returns whether a folder has the file. */
  public boolean isIn(Path folder) {
    return Files.isRegularFile(in(folder));
  }

  /**
   * Reads a JSON file; keys that this version does not know are passed over.
   *
   * @throws Problem if the file is missing, damaged, or of another version
   */
  public <T> T read(Path folder, Class<T> type) {
    String text = text(folder);
    try {
      T value =
          Json.mapper()
              .readerFor(type)
              .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(text);
      if (value == null) {
        throw new IllegalArgumentException("it holds nothing");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw damaged(folder, e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw damaged(folder, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Reads a file as text.
   *
   * @throws Problem if the file is missing or cannot be read
   */
  public String text(Path folder) {
    if (!isIn(folder)) {
      throw Problem.data("%s is not there; a finished run has it", in(folder));
    }
    try {
      return Files.readString(in(folder));
    } catch (IOException e) {
      throw Problem.environment("%s cannot be read (%s)", in(folder), e.getClass().getSimpleName())
          .causedBy(e);
    }
  }

  /** Returns the problem that the file does not hold what it should. */
  public Problem damaged(Path folder, String why, Exception cause) {
    return Problem.data("%s is not what this version of synth writes: %s", in(folder), why)
        .remedy(Remedy.RERUN)
        .causedBy(cause);
  }
}
