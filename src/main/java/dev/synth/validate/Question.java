package dev.synth.validate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one wants to know of synthetic rows; each metric helps to answer one of these. */
public enum Question {
  /** Fidelity and detection. */
  @JsonProperty("likeness")
  LIKENESS("Is it like the real thing?", "no difference was found that matters"),
  /** Diversity and coverage. */
  @JsonProperty("variety")
  VARIETY("Is it as varied?", "nothing that real rows show was found missing"),
  /** Class fidelity. */
  @JsonProperty("rare_class")
  RARE_CLASS("Does it belong to the rare class?", "the rows look rare to a classifier"),
  /** Copies and what an attacker could learn. */
  @JsonProperty("privacy")
  PRIVACY("Does it give anyone away?", "no sign of it; that is no guarantee");

  private final String words;
  private final String goodNews;

  Question(String words, String goodNews) {
    this.words = words;
    this.goodNews = goodNews;
  }

  /** Returns the question as a reader would ask it. */
  public String words() {
    return words;
  }

  /** Returns what is said where every gate passed, as a clause. */
  String goodNews() {
    return goodNews;
  }
}
