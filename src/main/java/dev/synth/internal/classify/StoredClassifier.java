package dev.synth.internal.classify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;

/** A fitted classifier that can be written to files and scores the same when it is read back. */
public interface StoredClassifier extends Classifier {
  /** The field that names what a stored classifier is. */
  String KIND = "kind";

  /**
   * Returns what each column of the rows adds to their margins.
   *
   * @throws IllegalArgumentException if what was stored does not tell
   */
  Contributions explain(Table features);

  /** Returns what was learned. */
  ObjectNode write(ClassifierOutput output);

  /**
   * Returns a classifier as one that can be written.
   *
   * @throws IllegalArgumentException if it can't be
   */
  static StoredClassifier of(Classifier classifier) {
    if (classifier instanceof StoredClassifier stored) {
      return stored;
    }
    throw new IllegalArgumentException(classifier.getClass() + " cannot be written to files");
  }
}
