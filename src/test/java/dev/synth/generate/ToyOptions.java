package dev.synth.generate;

import java.util.List;

/** Options for tests: a small network, trained briefly. */
public final class ToyOptions {
  private ToyOptions() {}

  public static VaeOptions vae(int steps) {
    return vae(steps, VaeOptions.Sampling.POSTERIOR);
  }

  static VaeOptions vae(int steps, VaeOptions.Sampling sampling) {
    return vae(Scope.RARE, steps, sampling);
  }

  public static VaeOptions vae(Scope scope, int steps, VaeOptions.Sampling sampling) {
    return new VaeOptions(scope, steps, 64, List.of(32), 4, 0.005, 1, sampling, 1, true);
  }

  public static GanOptions gan(int steps) {
    return gan(Scope.RARE, steps);
  }

  public static GanOptions gan(Scope scope, int steps) {
    return new GanOptions(scope, steps, 1, 64, 2, List.of(32), 8, 0.005, 1, true, 0.98, true);
  }

  public static Dl4jVaeOptions dl4jVae(int steps) {
    return new Dl4jVaeOptions(steps, 64, List.of(16), 4, 0.005);
  }

  public static DiffusionOptions diffusion(int steps) {
    return new DiffusionOptions(Scope.RARE, steps, 64, List.of(32, 32), 0.005, 0.01, 0.9, 8, true);
  }
}
