package dev.synth.generate;

import java.util.List;

/** Options for tests: a small network, trained briefly. */
final class ToyOptions {
  private ToyOptions() {}

  static VaeOptions vae(int steps) {
    return vae(steps, VaeOptions.Sampling.POSTERIOR);
  }

  static VaeOptions vae(int steps, VaeOptions.Sampling sampling) {
    return vae(Scope.RARE, steps, sampling);
  }

  static VaeOptions vae(Scope scope, int steps, VaeOptions.Sampling sampling) {
    return new VaeOptions(scope, steps, 64, List.of(32), 4, 0.005, 1, sampling, 1, true);
  }
}
