package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.split.RareRows;

/**
 * One way of preparing the training rows.
 *
 * @param name what was done, such as {@code none}, {@code oversample} or {@code vae}
 * @param plan how much was added
 * @param rareRows how many real rare rows the training rows keep
 * @param role what the arm is for in the comparison
 */
public record Arm(String name, Addition plan, RareRows rareRows, Role role) {
  /** The training rows as they are, which all arms that keep all rare rows are compared with. */
  public static final Arm NONE = new Arm("none", Addition.NOTHING, RareRows.ALL, Role.REFERENCE);

  /** The role of an arm in a comparison. */
  public enum Role {
    /**
     * The arm that the others are compared with; there is one for each number of real rare rows.
     */
    REFERENCE,
    /** A free rival, which costs no generator; gets no verdict. */
    BASELINE,
    /** A generator's rows were added; gets a verdict. */
    GENERATOR,
    /** In each repeat, the generator's arm that did best on validation rows; gets a verdict. */
    SELECTED,
    /** The pick of cross-validation inside each repeat's training rows; gets a verdict. */
    AUTO
  }

  /** A free rival of the generators that adds no rows. */
  public static Arm baseline(String name) {
    return new Arm(name, Addition.NOTHING, RareRows.ALL, Role.BASELINE);
  }

  /** A free rival of the generators that adds rows with hard labels. */
  public static Arm baseline(String name, AugmentationPlan plan) {
    return baseline(name, plan, Labels.HARD);
  }

  /** A free rival of the generators that adds rows. */
  public static Arm baseline(String name, AugmentationPlan plan, Labels labels) {
    return new Arm(name, new Addition.Planned(plan, labels), RareRows.ALL, Role.BASELINE);
  }

  /** A generator's arm with hard labels. */
  public static Arm generator(String name, AugmentationPlan plan) {
    return generator(name, plan, Labels.HARD);
  }

  /** A generator's arm. */
  public static Arm generator(String name, AugmentationPlan plan, Labels labels) {
    return new Arm(name, new Addition.Planned(plan, labels), RareRows.ALL, Role.GENERATOR);
  }

  /** The procedure that takes, in each repeat, what did best on validation rows. */
  public static Arm selected(RareRows rareRows) {
    return new Arm("selected", Addition.NOTHING, rareRows, Role.SELECTED);
  }

  /** The procedure that picks, in each repeat, by cross-validation inside the training rows. */
  public static Arm auto(RareRows rareRows) {
    return new Arm("auto", Addition.NOTHING, rareRows, Role.AUTO);
  }

  /** Returns the same arm on training rows that keep a number of real rare rows. */
  public Arm withRareRows(RareRows kept) {
    return new Arm(name, plan, kept, role);
  }

  /** Returns the same arm with another number of added rows. */
  public Arm withPlan(Addition added) {
    return new Arm(name, added, rareRows, role);
  }

  /** Returns what this arm is compared with: the same training rows with nothing added. */
  @JsonIgnore
  public Arm reference() {
    return NONE.withRareRows(rareRows);
  }

  /** Returns how many fitted models score a row in use. */
  @JsonIgnore
  public int models() {
    return role == Role.BASELINE ? Baseline.find(name).map(Baseline::models).orElse(1) : 1;
  }

  /** Returns whether the arm gets a verdict. */
  @JsonIgnore
  public boolean judged() {
    return switch (role) {
      case REFERENCE, BASELINE -> false;
      case GENERATOR, SELECTED, AUTO -> true;
    };
  }

  /** Returns name and plan, such as {@code vae, ratio 0.1}. */
  @JsonIgnore
  public String label() {
    return plan.equals(Addition.NOTHING) ? name : name + ", " + plan.text();
  }
}
