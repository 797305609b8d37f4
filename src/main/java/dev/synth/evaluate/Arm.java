package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One way of preparing the training rows.
 *
 * @param name what was done, such as {@code none}, {@code oversample} or {@code vae}
 * @param plan how much was added, such as {@code ratio 0.1}; empty where nothing is added
 * @param role what the arm is for in the comparison
 */
public record Arm(String name, String plan, Role role) {
  /** The arm that all others are compared with: the training rows as they are. */
  public static final Arm NONE = new Arm("none", "", Role.REFERENCE);

  /** What an arm is for in a comparison. */
  public enum Role {
    /** What the others are compared with; there is one. */
    REFERENCE,
    /** A free rival, which costs no generator; gets no verdict. */
    BASELINE,
    /** A generator's rows were added; gets the verdict. */
    GENERATOR
  }

  /** A free rival of the generators. */
  public static Arm baseline(String name, String plan) {
    return new Arm(name, plan, Role.BASELINE);
  }

  /** A generator's arm. */
  public static Arm generator(String name, String plan) {
    return new Arm(name, plan, Role.GENERATOR);
  }

  /** Returns name and plan, such as {@code vae, ratio 0.1}. */
  @JsonIgnore
  public String title() {
    return plan.isEmpty() ? name : name + ", " + plan;
  }
}
