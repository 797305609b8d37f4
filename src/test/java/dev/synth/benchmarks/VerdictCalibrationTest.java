package dev.synth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small part of {@link VerdictBenchmark}, which {@code evaluation/README.md} has in full. */
class VerdictCalibrationTest {
  private static final int EXPERIMENTS = 60;

  @TempDir Path folder;

  private static List<VerdictLine> run(VerdictTrial trial, int experiments) {
    List<VerdictLine> lines = new ArrayList<>();
    for (int number = 1; number <= experiments; number++) {
      lines.addAll(trial.run(number));
    }
    return lines;
  }

  @Test
  @Tag("slow")
  void armsThatAreEqualInLawAreRarelyToldApart() {
    List<VerdictLine> lines = run(VerdictTrial.NOTHING, EXPERIMENTS);
    // scipy.stats.binom.sf(7, 60, .05) = .010
    assertThat(VerdictSummary.wrong(lines)).isLessThanOrEqualTo(7);
    // and the test that takes repeats for independent fails the same experiments
    assertThat(VerdictSummary.naivelyWrong(lines)).isGreaterThan(7);
  }

  @Test
  @Tag("slow")
  void armsThatAreEqualInLawAreRarelyToldApartByTime() {
    List<VerdictLine> lines = run(VerdictTrial.NOTHING_BY_TIME, EXPERIMENTS);
    assertThat(VerdictSummary.wrong(lines)).isLessThanOrEqualTo(7);
    assertThat(VerdictSummary.naivelyWrong(lines)).isGreaterThan(7);
  }

  @Test
  @Tag("slow")
  void whatIsPlantedIsFoundAsOftenAsStated() {
    int most = VerdictTrial.PLANTED_ROWS.size() - 1;
    double effect =
        VerdictSummary.mean(
            VerdictSummary.of(run(VerdictTrial.EFFECT, EXPERIMENTS), VerdictTrial.effect(most)));
    List<VerdictLine> lines =
        VerdictSummary.of(run(VerdictTrial.PLANTED, EXPERIMENTS), VerdictTrial.planted(most));
    double found =
        lines.stream().filter(line -> line.verdict().equals("uplift")).count()
            / (double) lines.size();
    // three standard deviations of a share of 60, sqrt(.8 * .2 / 60) = .052 each
    assertThat(found).isCloseTo(VerdictSummary.statedPower(lines, effect), within(.155));
  }

  @Test
  void theMillionRowsScoreAsRowsDo() {
    TwoClasses population = new TwoClasses(5, 0.8);
    RandomStream stream = new Seeds(1).stream("rows");
    LabelledTable rows = TwoClasses.table(population.draw(50, 450, stream), 50);
    LinearDiscriminant classifier = LinearDiscriminant.fit(Training.whole(rows).unaugmented());
    LabelledTable unseen = TwoClasses.table(population.draw(20_000, 180_000, stream), 20_000);
    double expected = Curves.averagePrecision(ScoredRows.of(classifier, unseen));
    // by 20,000 rare rows average precision is known to about .4/sqrt(20,000) = .003
    assertThat(new MillionRows(population, .1, stream).averagePrecision(classifier))
        .isCloseTo(expected, within(.01));
  }

  @Test
  @Tag("slow")
  void aRunThatWasCutShortGoesOn() throws IOException {
    Map<VerdictTrial, Integer> counts = new LinkedHashMap<>();
    counts.put(VerdictTrial.NOTHING, 2);
    counts.put(VerdictTrial.EFFECT, 2);
    Path file = folder.resolve("verdicts.csv");
    String tables = VerdictBenchmark.run(file, counts);
    String whole = Files.readString(file);
    assertThat(whole.lines()).hasSize(1 + 2 + 2 * VerdictTrial.PLANTED_ROWS.size());
    Files.writeString(file, whole.substring(0, whole.length() - 30));
    assertThat(VerdictBenchmark.run(file, counts)).isEqualTo(tables);
    assertThat(file).hasContent(whole);
  }

  @Test
  void fourHundredExperimentsMayErrTwentyEightTimes() {
    // scipy.stats.binom.ppf(.969, 400, .05) = 28, .ppf(.969, 60, .05) = 6
    assertThat(VerdictSummary.mostWrong(400)).isEqualTo(28);
    assertThat(VerdictSummary.mostWrong(60)).isEqualTo(6);
  }
}
