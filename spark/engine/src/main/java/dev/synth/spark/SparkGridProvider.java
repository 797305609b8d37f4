package dev.synth.spark;

import dev.synth.internal.experiment.grid.GridEngine;

/** The service by which synth finds Spark for grids. */
public final class SparkGridProvider implements GridEngine.Provider {
  @Override
  public String name() {
    return SparkProvider.NAME;
  }

  @Override
  public GridEngine start(int jobs) {
    return new SparkGridEngine(Cluster.connect(jobs));
  }
}
