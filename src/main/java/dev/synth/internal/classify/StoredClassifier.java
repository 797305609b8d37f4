package dev.synth.internal.classify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.stored.ClassifierOutput;

/** A fitted classifier that can be written to files and scores the same when it is read back. */
public interface StoredClassifier extends Classifier {
  /** The field that names what a stored classifier is. */
  String KIND = "kind";

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
