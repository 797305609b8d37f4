package dev.synth.benchmarks;

import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.config.ConfigLoader;
import java.util.List;

/**
 * A generator of the benchmark.
 *
 * @param name what results call it
 * @param block its block of a config
 */
record GeneratorArm(String name, String block) {
  /** The default, every kind with its defaults, and each scope of those that have two. */
  static final List<GeneratorArm> ALL =
      List.of(
          new GeneratorArm("default", "{kind: vae}"),
          new GeneratorArm("smote", "{kind: smote}"),
          new GeneratorArm("oversample", "{kind: oversample}"),
          new GeneratorArm("shuffle", "{kind: shuffle}"),
          new GeneratorArm("vae rare", "{kind: vae, scope: rare, early_stop: true}"),
          new GeneratorArm("vae all, 4000", "{kind: vae, scope: all, steps: 4000}"),
          new GeneratorArm("gan rare", "{kind: gan, scope: rare}"),
          new GeneratorArm("gan all", "{kind: gan, scope: all}"),
          new GeneratorArm("diffusion rare", "{kind: diffusion, scope: rare}"),
          new GeneratorArm("diffusion all", "{kind: diffusion, scope: all}"),
          new GeneratorArm("forest", "{kind: forest}"),
          new GeneratorArm("mgs", "{kind: mgs}"),
          new GeneratorArm("copula", "{kind: copula}"),
          new GeneratorArm("smote-nc", "{kind: smote-nc}"),
          new GeneratorArm("borderline-smote", "{kind: borderline-smote}"),
          new GeneratorArm("adasyn", "{kind: adasyn}"),
          new GeneratorArm("dl4j-vae", "{kind: dl4j-vae}"));

  /** Returns the kind's options, its defaults where the block is silent. */
  GeneratorOptions options() {
    String config = "data: {source: demo, label: fraud, positive: 1}\ngenerator: " + block;
    return ConfigLoader.parse(config, name, List.of()).generator();
  }

  /** Returns the arm of a name, or one whose name is a config block itself. */
  static GeneratorArm of(String name) {
    return ALL.stream()
        .filter(arm -> arm.name.equals(name))
        .findFirst()
        .orElseGet(() -> new GeneratorArm(name, name));
  }
}
