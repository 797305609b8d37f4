package dev.synth.internal.experiment;

import static dev.synth.validate.PrivacyLever.ANOTHER_KIND;
import static dev.synth.validate.PrivacyLever.FEWER_STEPS;
import static dev.synth.validate.PrivacyLever.LARGER_LEAVES;
import static dev.synth.validate.PrivacyLever.LATENT_NOISE;
import static dev.synth.validate.PrivacyLever.MORE_RARE_ROWS;
import static dev.synth.validate.PrivacyLever.PRIOR_DRAWS;
import static dev.synth.validate.PrivacyLever.WIDER_SPREAD;

import dev.synth.generate.AdasynOptions;
import dev.synth.generate.BorderlineSmoteOptions;
import dev.synth.generate.CopulaOptions;
import dev.synth.generate.DiffusionOptions;
import dev.synth.generate.Dl4jVaeOptions;
import dev.synth.generate.ForestOptions;
import dev.synth.generate.GanOptions;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.MgsOptions;
import dev.synth.generate.OversampleOptions;
import dev.synth.generate.ShuffleOptions;
import dev.synth.generate.SmoteNcOptions;
import dev.synth.generate.SmoteOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.validate.PrivacyLever;
import java.util.List;

/** The levers that make the rows of each kind of generator lean less on single training rows. */
public final class PrivacyLevers {
  private PrivacyLevers() {}

  /** Returns the levers that these options still have, the likeliest first. */
  public static List<PrivacyLever> of(GeneratorOptions options) {
    return switch (options) {
      case VaeOptions vae ->
          switch (vae.sampling()) {
            case POSTERIOR -> List.of(FEWER_STEPS, LATENT_NOISE, PRIOR_DRAWS, MORE_RARE_ROWS);
            case PRIOR -> List.of(FEWER_STEPS, MORE_RARE_ROWS);
          };
      case GanOptions gan -> List.of(FEWER_STEPS, MORE_RARE_ROWS);
      case DiffusionOptions diffusion -> List.of(FEWER_STEPS, MORE_RARE_ROWS);
      case Dl4jVaeOptions vae -> List.of(FEWER_STEPS, MORE_RARE_ROWS);
      case ForestOptions forest -> List.of(LARGER_LEAVES, MORE_RARE_ROWS);
      case MgsOptions mgs -> List.of(WIDER_SPREAD, ANOTHER_KIND);
      case CopulaOptions copula -> List.of(MORE_RARE_ROWS, ANOTHER_KIND);
      case ShuffleOptions shuffle -> List.of(MORE_RARE_ROWS);
      case SmoteOptions smote -> List.of(ANOTHER_KIND);
      case SmoteNcOptions smote -> List.of(ANOTHER_KIND);
      case BorderlineSmoteOptions smote -> List.of(ANOTHER_KIND);
      case AdasynOptions adasyn -> List.of(ANOTHER_KIND);
      case OversampleOptions copies -> List.of(ANOTHER_KIND);
    };
  }
}
