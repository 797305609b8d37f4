package dev.synth.internal.report.wording.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.generate.draw.SampleLog;
import dev.synth.split.BrokenRule;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleSentencesTest {
  private static SampleLog log(Map<BrokenRule, Long> rejected) {
    return new SampleLog(40_000, new Table(new Schema(List.of()), List.of()), List.of(), rejected);
  }

  @Test
  void theRuleThatRejectedMostIsNamed() {
    Map<BrokenRule, Long> rejected = new LinkedHashMap<>();
    rejected.put(new BrokenRule.OfUser("a < b"), 1000L);
    rejected.put(new BrokenRule.OfTraining("'x' is within what training rows have"), 9000L);
    assertThat(SampleSentences.of(log(rejected)))
        .containsExactly(
            "75.0 % of 40,000 draws were accepted; 'x' is within what training rows have rejected"
                + " most of the others (9,000)",
            "the first 0 of 10,000 rejected draws are kept");
    assertThat(SampleSentences.of(log(Map.of(new BrokenRule.OfUser("a < b"), 4L))).getFirst())
        .isEqualTo(
            "100.0 % of 40,000 draws were accepted; 'a < b' rejected most of the others (4)");
  }

  @Test
  void whereAllWereAcceptedNothingIsSaid() {
    assertThat(SampleSentences.of(log(Map.of()))).isEmpty();
  }
}
