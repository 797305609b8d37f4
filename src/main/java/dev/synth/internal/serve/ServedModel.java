package dev.synth.internal.serve;

import dev.synth.base.Problem;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.bundle.EventAssembler;
import dev.synth.internal.bundle.FeatureContract;
import dev.synth.internal.bundle.RowAssembler;
import dev.synth.internal.bundle.Scores;
import dev.synth.internal.bundle.Tally;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model as it is served. Safe for use by several threads.
 *
 * @param bundle the model
 * @param plan how rows are read for it
 * @param events how events are read for it; null where it computes no features
 */
record ServedModel(Bundle bundle, RowAssembler.Plan plan, EventAssembler.@Nullable Plan events) {
  /**
   * The scores of a request's rows.
   *
   * @param model what scored them
   * @param rows the rows, as the model saw them
   * @param scores one a row
   * @param odd what was odd about the rows
   */
  record ScoredRequest(
      ServedModel model, RowAssembler.AssembledRows rows, Scores scores, Tally.Counts odd) {}

  static ServedModel of(Bundle bundle) {
    FeatureContract features = bundle.features();
    return new ServedModel(
        bundle,
        bundle.plan(),
        features == null ? null : EventAssembler.Plan.of(features, bundle.contract()));
  }

  /** Reads a bundle. */
  static ServedModel read(Path folder) {
    return of(BundleFiles.read(folder));
  }

  String name() {
    return bundle.facts().name();
  }

  String version() {
    return bundle.version();
  }

  double threshold() {
    return bundle.facts().threshold().value();
  }

  /** Refuses rows that break the contract. */
  void check(RequestRows rows, boolean lenient) {
    try {
      RowAssembler assembler = new RowAssembler(plan, lenient, "");
      assembler.columns(rows.columns());
      rows.rows().forEach(assembler::add);
    } catch (Problem problem) {
      throw BadRequest.body("%s", problem.complaint().text());
    }
  }

  /** Scores rows, as {@code synth score} does. */
  ScoredRequest score(RequestRows rows, boolean lenient) {
    try {
      RowAssembler assembler = new RowAssembler(plan, lenient, "");
      assembler.columns(rows.columns());
      rows.rows().forEach(assembler::add);
      RowAssembler.AssembledRows block = assembler.take();
      return new ScoredRequest(this, block, bundle.score(block.features()), assembler.counts());
    } catch (Problem problem) {
      throw BadRequest.body("%s", problem.complaint().text());
    }
  }
}
