package dev.synth.internal.experiment.production;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.monitor.Duel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of all retrainings of a model, beside its bundle: {@code NAME.retrain.json}.
 *
 * @param entries one a retraining, the earliest first
 */
public record RetrainAudit(List<Retraining> entries) {
  /**
   * One retraining.
   *
   * @param number from 1
   * @param at when, in UTC
   * @param champion the version of the model in use
   * @param challenger the version of the other
   * @param rowsSha256 what identifies the rows
   * @param from the first day that both were measured on
   * @param to the last one
   * @param promote what the challenger had to show
   * @param duel what was measured
   * @param isPromoted whether the challenger took its place
   * @param kept where the old bundle is; null where it stays in use
   */
  public record Retraining(
      int number,
      String at,
      String champion,
      String challenger,
      String rowsSha256,
      String from,
      String to,
      RetrainRequest.Promote promote,
      Duel duel,
      boolean isPromoted,
      @Nullable String kept) {}

  public RetrainAudit {
    entries = List.copyOf(entries);
  }

  /** Returns the file of a bundle's record. */
  static Path file(Path bundle) {
    return bundle.resolveSibling(bundle.getFileName() + ".retrain.json");
  }

  /**
   * Reads the record of a bundle; an empty one where there is none.
   *
   * @throws Problem (data) if the file is no record
   */
  static RetrainAudit read(Path bundle) {
    Path file = file(bundle);
    if (!Files.exists(file)) {
      return new RetrainAudit(List.of());
    }
    try {
      return new RetrainAudit(
          Json.mapper()
              .readValue(Files.readString(file), new TypeReference<List<Retraining>>() {}));
    } catch (JsonProcessingException e) {
      throw Problem.data("%s is no record of retrainings: %s", file, e.getOriginalMessage())
          .causedBy(e);
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }

  /** Writes the record with one more entry, whole or not at all. */
  void write(Path bundle, Retraining more) {
    List<Retraining> all = new ArrayList<>(entries);
    all.add(more);
    OutputFiles.wholeText(file(bundle), Json.write(all));
  }

  /**
   * Returns the level of the next retraining, alpha·6/(π²·n²) for the n-th: all of them together
   * spend alpha at most, however many there will be.
   */
  double nextLevel(double alpha) {
    double number = entries.size() + 1.0;
    return alpha * 6 / (Math.PI * Math.PI * number * number);
  }
}
