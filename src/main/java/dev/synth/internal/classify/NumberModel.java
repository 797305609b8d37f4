package dev.synth.internal.classify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;

/** A fitted model of numbers; safe for use by several threads. */
public interface NumberModel {
  /** Returns the name in stored classifiers, which is kept for good. */
  String kind();

  /**
   * Returns the rows' scores, in [0, 1].
   *
   * @param encoder turns the rows into numbers, as when the model was fitted
   */
  double[] score(RowEncoder encoder, Table rows);

  /**
   * Returns what each number of the rows adds to their margins.
   *
   * @throws IllegalArgumentException if what was stored does not tell
   */
  Contributions explain(RowEncoder encoder, Table rows);

  /** Adds what was learned to an object. */
  void write(ObjectNode json, ClassifierOutput output);
}
