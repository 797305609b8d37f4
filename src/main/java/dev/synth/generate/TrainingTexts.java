package dev.synth.generate;

/** The descriptions of settings that several networks share. */
final class TrainingTexts {
  static final String SCOPE =
      "`rare` learns from the rare rows, `all` from both classes, told apart by the label, and"
          + " draws rare rows";

  static final String BATCH_SIZE =
      "Rows a step, at least 1; the whole rare class where that is smaller.";

  static final String MIRRORED_HIDDEN =
      "Widths of the encoder's hidden layers, each in [1, 4096]; the decoder mirrors them.";

  static final String EARLY_STOP =
      "Whether a fifth of the rare rows is held back to choose the number of steps by a two-sample"
          + " score. It takes 40 rare training rows or more.";

  private TrainingTexts() {}
}
