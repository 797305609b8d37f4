package dev.synth.spark;

import dev.synth.internal.experiment.scoring.ScoringEngine;

/** The service by which synth finds Spark for scoring. */
public final class SparkScoringProvider implements ScoringEngine.Provider {
  @Override
  public String name() {
    return SparkProvider.NAME;
  }

  @Override
  public ScoringEngine start(int jobs) {
    return new SparkScoring(Cluster.connect(jobs));
  }
}
