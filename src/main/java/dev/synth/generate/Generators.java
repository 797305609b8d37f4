package dev.synth.generate;

import dev.synth.base.Kinds;
import dev.synth.base.Problem;
import dev.synth.base.Records;
import dev.synth.generate.classical.Copula;
import dev.synth.generate.classical.CopulaTrainer;
import dev.synth.generate.classical.Mgs;
import dev.synth.generate.classical.MgsTrainer;
import dev.synth.generate.classical.Smote;
import dev.synth.generate.classical.SmoteSettings;
import dev.synth.generate.classical.SmoteTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The register of generators: one entry a kind, for every record of {@link GeneratorOptions}. */
public final class Generators {
  private static final Map<Class<?>, GeneratorKind<?>> KINDS =
      List.of(
              kind(VaeOptions.class, VaeTrainer::new, Vae::load),
              kind(GanOptions.class, GanTrainer::new, Gan::load),
              kind(Dl4jVaeOptions.class, Dl4jVaeTrainer::new, Dl4jVae::load),
              kind(DiffusionOptions.class, DiffusionTrainer::new, Diffusion::load),
              kind(ForestOptions.class, ForestTrainer::new, AdversarialForest::load),
              kind(
                  OversampleOptions.class,
                  options -> new OversampleTrainer(),
                  (options, file) -> Oversample.load(file)),
              smote(SmoteOptions.class, SmoteSettings::of),
              smote(SmoteNcOptions.class, SmoteSettings::of),
              smote(BorderlineSmoteOptions.class, SmoteSettings::of),
              smote(AdasynOptions.class, SmoteSettings::of),
              kind(MgsOptions.class, MgsTrainer::new, Mgs::load),
              kind(CopulaOptions.class, CopulaTrainer::new, Copula::load))
          .stream()
          .collect(Collectors.toUnmodifiableMap(GeneratorKind::options, kind -> kind));

  private Generators() {}

  private static <O extends GeneratorOptions> GeneratorKind<?> kind(
      Class<O> options, Function<O, GeneratorTrainer> trainers, GeneratorKind.Loader<O> loader) {
    return new GeneratorKind<>(options, trainers, loader);
  }

  private static <O extends GeneratorOptions> GeneratorKind<?> smote(
      Class<O> options, Function<O, SmoteSettings> settings) {
    return new GeneratorKind<>(
        options,
        given -> new SmoteTrainer(settings.apply(given)),
        (given, file) -> Smote.load(settings.apply(given), file));
  }

  /** Returns every kind with its defaults, by name. */
  public static Map<String, GeneratorOptions> kinds() {
    Map<String, GeneratorOptions> kinds = new LinkedHashMap<>();
    Kinds.of(GeneratorOptions.class)
        .forEach((name, type) -> kinds.put(name, Records.defaults(type).orElseThrow()));
    return kinds;
  }

  /** Returns the trainer that options are for. */
  public static GeneratorTrainer trainer(GeneratorOptions options) {
    return kind(options).trainer(options);
  }

  /**
   * Reads a generator that {@link Generator#save} wrote. The training log is not part of it.
   *
   * @param folder the folder with {@code model.json} and, where there are tensors, {@code
   *     tensors.bin}
   * @throws Problem a data problem if a file is missing, damaged, or of an unknown kind or version
   */
  public static Generator load(Path folder) throws IOException {
    ModelFile file = ModelFile.read(folder);
    try {
      return kind(file.options()).load(file);
    } catch (IllegalArgumentException e) {
      throw ModelFile.damaged(folder.resolve(ModelFile.NAME), e);
    }
  }

  /** Returns the entry of options; a test holds that every permitted class has one. */
  static GeneratorKind<?> kind(GeneratorOptions options) {
    GeneratorKind<?> kind = KINDS.get(options.getClass());
    if (kind == null) {
      throw new IllegalStateException(options.getClass() + " is not registered");
    }
    return kind;
  }
}
