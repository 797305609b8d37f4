package dev.synth.internal.report.wording.metric;

import dev.synth.validate.Question;

/** The questions that metrics help to answer, as a reader would ask them. */
public final class QuestionWords {
  private QuestionWords() {}

  /** Returns a question. */
  public static String of(Question question) {
    return switch (question) {
      case LIKENESS -> "Is it like the real thing?";
      case VARIETY -> "Is it as varied?";
      case RARE_CLASS -> "Does it belong to the rare class?";
      case PRIVACY -> "Does it give anyone away?";
    };
  }
}
