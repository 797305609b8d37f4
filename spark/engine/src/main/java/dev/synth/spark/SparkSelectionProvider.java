package dev.synth.spark;

import dev.synth.internal.experiment.selection.SelectionEngine;

/** The service by which synth finds Spark for the selection of rows. */
public final class SparkSelectionProvider implements SelectionEngine.Provider {
  @Override
  public String name() {
    return SparkProvider.NAME;
  }

  @Override
  public SelectionEngine start(int jobs) {
    return new SparkSelection(Cluster.connect(jobs));
  }
}
