package dev.synth.generate;

/** The one list of generators. */
public final class Generators {
  private Generators() {}

  /** Returns the trainer that options are for. */
  public static GeneratorTrainer trainer(GeneratorOptions options) {
    return switch (options) {
      case VaeOptions vae -> new VaeTrainer(vae);
      case OversampleOptions oversample -> new OversampleTrainer();
    };
  }
}
