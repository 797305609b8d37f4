package dev.synth.spark;

import dev.synth.internal.experiment.blocks.BlockEngine;

/** The service by which synth finds Spark for blocks. */
public final class SparkProvider implements BlockEngine.Provider {
  static final String NAME = "spark";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BlockEngine start(int jobs) {
    return new SparkEngine(Cluster.connect(jobs));
  }
}
