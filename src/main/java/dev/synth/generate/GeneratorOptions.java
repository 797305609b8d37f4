package dev.synth.generate;

import dev.synth.base.Kinds;
import dev.synth.internal.generate.kinds.Generators;

/** The options of a generator; one record a kind, registered in {@link Generators}. */
public sealed interface GeneratorOptions
    permits VaeOptions,
        OversampleOptions,
        SmoteOptions,
        SmoteNcOptions,
        BorderlineSmoteOptions,
        AdasynOptions,
        MgsOptions,
        CopulaOptions,
        GanOptions,
        Dl4jVaeOptions,
        ForestOptions,
        DiffusionOptions,
        ShuffleOptions {
  /** Returns the kind's name in configs and reports. */
  default String kind() {
    return Kinds.nameOf(getClass());
  }
}
