package dev.synth.spark;

import dev.synth.internal.experiment.blocks.BlockEngine;

/** The service by which synth finds Spark. */
public final class SparkProvider implements BlockEngine.Provider {
  @Override
  public String name() {
    return "spark";
  }

  @Override
  public BlockEngine start(int jobs) {
    return new SparkEngine(Cluster.connect(jobs));
  }
}
