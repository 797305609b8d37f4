package dev.synth.internal.report.wording.training;

import dev.synth.internal.generate.draw.SampleLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fate of a generator's draws, in sentences. */
public final class SampleSentences {
  private SampleSentences() {}

  /** Returns what is worth saying: how many draws were rejected, and mostly by what. */
  public static List<String> of(SampleLog log) {
    List<String> sentences = new ArrayList<>();
    log.strictest()
        .ifPresent(
            rule ->
                sentences.add(
                    String.format(
                        Locale.ROOT,
                        "%.1f %% of %,d draws were accepted; %s rejected most of the others"
                            + " (%,d)",
                        100 * log.acceptance(),
                        log.drawn(),
                        SampleLog.quoted(rule.getKey()),
                        rule.getValue())));
    if (log.rejectedCount() > log.rejected().rowCount()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "the first %,d of %,d rejected draws are kept",
              log.rejected().rowCount(),
              log.rejectedCount()));
    }
    return sentences;
  }
}
