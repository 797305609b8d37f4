package dev.synth.internal.report.wording.training;

import dev.synth.internal.generate.draw.SampleLog;
import dev.synth.internal.note.RunNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fate of a generator's draws, in sentences. */
public final class SampleSentences {
  private SampleSentences() {}

  /** Returns what is worth saying: how many draws were rejected, and mostly by what. */
  public static List<String> of(SampleLog log) {
    return of(RunNote.Draws.of(log));
  }

  /** The same of the facts that a run keeps. */
  public static List<String> of(RunNote.Draws draws) {
    List<String> sentences = new ArrayList<>();
    acceptance(draws.drawn(), draws.rejected()).ifPresent(sentences::add);
    if (draws.rejectedRows() > draws.kept()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "the first %,d of %,d rejected draws are kept",
              draws.kept(),
              draws.rejectedRows()));
    }
    return sentences;
  }

  /**
   * Returns how many draws were accepted, and which rule rejected most of the others; empty if none
   * did.
   *
   * @param rejected how many draws broke a rule, by the rule's text
   */
  public static Optional<String> acceptance(long drawn, Map<String, Long> rejected) {
    long all = rejected.values().stream().mapToLong(Long::longValue).sum();
    return rejected.entrySet().stream()
        .reduce((most, next) -> next.getValue() > most.getValue() ? next : most)
        .map(
            rule ->
                String.format(
                    Locale.ROOT,
                    "%.1f %% of %,d draws were accepted; %s rejected most of the others (%,d)",
                    100 * (1 - (double) all / drawn),
                    drawn,
                    SampleLog.quoted(rule.getKey()),
                    rule.getValue()));
  }
}
