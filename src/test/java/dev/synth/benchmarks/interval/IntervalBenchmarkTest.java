package dev.synth.benchmarks.interval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.benchmarks.interval.IntervalLine.Figure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small part of {@link IntervalBenchmark}, which {@code evaluation/README.md} has in full. */
class IntervalBenchmarkTest {
  @Test
  void aLineReadsBack() {
    IntervalTrial trial = new IntervalTrial(IntervalPopulation.COPIES, 20, 4);
    for (IntervalLine line : trial.run(1)) {
      IntervalLine read = IntervalLine.of(line.text());
      assertThat(read.text()).isEqualTo(line.text());
      assertThat(read.isTrue()).isFalse();
    }
    IntervalLine effect = trial.effect(3).getFirst();
    assertThat(IntervalLine.of(effect.text()).isTrue()).isTrue();
    assertThat(IntervalLine.of(effect.text()).figure(Figure.DRAWN)).isNaN();
  }

  @Test
  void armsThatAreEqualInLawAreRarelyToldApartByWhatIsAdopted() {
    IntervalTrial trial = new IntervalTrial(IntervalPopulation.NORMAL, 40, 0);
    int wrong = 0;
    List<IntervalLine> lines = new ArrayList<>();
    for (int number = 1; number <= 60; number++) {
      lines.addAll(trial.run(number));
    }
    for (IntervalLine line : lines) {
      double half =
          Math.sqrt(IntervalCandidate.ADOPTED.variance(line))
              * IntervalCandidate.ADOPTED.distribution(line).quantile(.975);
      boolean isTwin = line.arm() == IntervalArm.OTHER_VIEW;
      wrong += isTwin && Math.abs(line.figure(Figure.MEAN)) > half ? 1 : 0;
    }
    // scipy.stats.binom.sf(7, 60, .05) = .010
    assertThat(wrong).isLessThanOrEqualTo(7);
    assertThat(IntervalSummary.of(lines, true)).contains("| Nadeau–Bengio | 2 |");
  }
}
