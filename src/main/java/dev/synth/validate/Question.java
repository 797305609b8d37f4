package dev.synth.validate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A question that one has of synthetic rows; each metric helps to answer one. */
public enum Question {
  /** Fidelity and detection. */
  @JsonProperty("likeness")
  LIKENESS,
  /** Diversity and coverage. */
  @JsonProperty("variety")
  VARIETY,
  /** Class fidelity. */
  @JsonProperty("rare_class")
  RARE_CLASS,
  /** Copies and what an attacker could learn. */
  @JsonProperty("privacy")
  PRIVACY
}
