package dev.synth.validate;

/** A change that would make a generator's rows lean less on single training rows. */
public enum PrivacyLever {
  /** A larger {@code latent_noise}. */
  LATENT_NOISE,
  /** {@code sampling: prior}. */
  PRIOR_DRAWS,
  /** Fewer {@code steps}. */
  FEWER_STEPS,
  /** A larger {@code spread}. */
  WIDER_SPREAD,
  /** A larger {@code minimum_leaf_rows}. */
  LARGER_LEAVES,
  /** A kind that does not draw between or upon two real rows. */
  ANOTHER_KIND,
  /** More rare training rows. */
  MORE_RARE_ROWS
}
