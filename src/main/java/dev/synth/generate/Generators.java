package dev.synth.generate;

import dev.synth.base.Problem;
import dev.synth.generate.classical.Copula;
import dev.synth.generate.classical.CopulaTrainer;
import dev.synth.generate.classical.Mgs;
import dev.synth.generate.classical.MgsTrainer;
import dev.synth.generate.classical.Smote;
import dev.synth.generate.classical.SmoteSettings;
import dev.synth.generate.classical.SmoteTrainer;
import java.io.IOException;
import java.nio.file.Path;

/** The one list of generators. */
public final class Generators {
  private Generators() {}

  /** Returns the trainer that options are for. */
  public static GeneratorTrainer trainer(GeneratorOptions options) {
    return switch (options) {
      case VaeOptions vae -> new VaeTrainer(vae);
      case GanOptions gan -> new GanTrainer(gan);
      case Dl4jVaeOptions stock -> new Dl4jVaeTrainer(stock);
      case DiffusionOptions diffusion -> new DiffusionTrainer(diffusion);
      case ForestOptions forest -> new ForestTrainer(forest);
      case OversampleOptions oversample -> new OversampleTrainer();
      case SmoteOptions smote -> new SmoteTrainer(SmoteSettings.of(smote));
      case SmoteNcOptions smoteNc -> new SmoteTrainer(SmoteSettings.of(smoteNc));
      case BorderlineSmoteOptions borderline -> new SmoteTrainer(SmoteSettings.of(borderline));
      case AdasynOptions adasyn -> new SmoteTrainer(SmoteSettings.of(adasyn));
      case MgsOptions mgs -> new MgsTrainer(mgs);
      case CopulaOptions copula -> new CopulaTrainer(copula);
    };
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
      return switch (file.options()) {
        case VaeOptions vae -> Vae.load(vae, file);
        case GanOptions gan -> Gan.load(gan, file);
        case Dl4jVaeOptions stock -> Dl4jVae.load(stock, file);
        case DiffusionOptions diffusion -> Diffusion.load(diffusion, file);
        case ForestOptions forest -> AdversarialForest.load(forest, file);
        case OversampleOptions oversample -> Oversample.load(file);
        case SmoteOptions smote -> Smote.load(SmoteSettings.of(smote), file);
        case SmoteNcOptions smoteNc -> Smote.load(SmoteSettings.of(smoteNc), file);
        case BorderlineSmoteOptions borderline -> Smote.load(SmoteSettings.of(borderline), file);
        case AdasynOptions adasyn -> Smote.load(SmoteSettings.of(adasyn), file);
        case MgsOptions mgs -> Mgs.load(mgs, file);
        case CopulaOptions copula -> Copula.load(copula, file);
      };
    } catch (IllegalArgumentException e) {
      throw ModelFile.damaged(folder.resolve(ModelFile.NAME), e);
    }
  }
}
