package dev.synth.generate;

/** What a generator is told; one record a kind. */
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
        DiffusionOptions {
  /** Returns the kind's name in configs and reports. */
  String kind();
}
