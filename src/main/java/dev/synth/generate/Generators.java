package dev.synth.generate;

import dev.synth.base.Problem;
import java.io.IOException;
import java.nio.file.Path;

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
        case OversampleOptions oversample -> Oversample.load(file);
      };
    } catch (IllegalArgumentException e) {
      throw ModelFile.damaged(folder.resolve(ModelFile.NAME), e);
    }
  }
}
