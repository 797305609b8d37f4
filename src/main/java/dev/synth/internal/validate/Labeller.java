package dev.synth.internal.validate;

import dev.synth.split.SoftLabels;
import dev.synth.split.Synthetic;
import org.jspecify.annotations.Nullable;

/** The teacher of soft labels, where rows have any. */
@FunctionalInterface
public interface Labeller {
  /** A labeller of rows that are all called rare. */
  Labeller NONE = rows -> null;

  /** Returns how rare synthetic rows are; null where no teacher says it. */
  @Nullable SoftLabels label(Synthetic rows);
}
