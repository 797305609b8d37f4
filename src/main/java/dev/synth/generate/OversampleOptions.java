package dev.synth.generate;

/** Oversampling has nothing to set: it repeats real rare rows. */
public record OversampleOptions() implements GeneratorOptions {
  @Override
  public String kind() {
    return "oversample";
  }
}
