package dev.synth.validate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A question that one has of synthetic rows; each metric helps to answer one. */
public enum Question {
  /** Fidelity and detection. */
  @JsonProperty("likeness")
  LIKENESS("Is it like the real thing?"),
  /** Diversity and coverage. */
  @JsonProperty("variety")
  VARIETY("Is it as varied?"),
  /** Class fidelity. */
  @JsonProperty("rare_class")
  RARE_CLASS("Does it belong to the rare class?"),
  /** Copies and what an attacker could learn. */
  @JsonProperty("privacy")
  PRIVACY("Does it give anyone away?");

  private final String words;

  Question(String words) {
    this.words = words;
  }

  /** Returns the question as a reader would ask it. */
  public String words() {
    return words;
  }
}
