package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Problem.Complaint;
import dev.synth.base.Remedy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionWordsTest {
  @Test
  void aValueIsCalledByItsOptionAndInPlainWordsByItsName() {
    Problem problem = Problem.invalid("runName", "must be short, but is '%s'", "long");
    assertThat(OptionWords.of(problem)).isEqualTo("--run-name must be short, but is 'long'");
    assertThat(problem).hasMessage("runName must be short, but is 'long'");
    assertThat(problem.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aRemedyNamesItsOption() {
    Problem problem = Problem.usage("a.csv exists").remedy(Remedy.OTHER_TARGET);
    assertThat(OptionWords.of(problem))
        .isEqualTo("a.csv exists; choose another file with --to, or replace it with --overwrite");
    assertThat(problem).hasMessage("a.csv exists; choose another file, or have it replaced");
    assertThat(OptionWords.of(Problem.data("no model").remedy(Remedy.GENERATE_AGAIN, "my.yaml")))
        .isEqualTo("no model, compute it anew: synth generate --config my.yaml --rerun");
  }

  @Test
  void causesAndPlacesKeepTheRemedy() {
    Problem problem = Problem.environment("cannot read x").remedy(Remedy.RERUN);
    Problem told = problem.causedBy(new IllegalStateException()).in("run a");
    assertThat(OptionWords.of(told))
        .isEqualTo("run a: cannot read x; compute the run anew with --rerun");
    assertThat(told)
        .hasMessage("run a: cannot read x; compute the run anew")
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyLineOfSeveralIsCalledByItsOption() {
    Problem problem =
        Problem.several(
            ExitCode.USAGE,
            "2 problems in my.yaml:",
            Stream.of(
                new Complaint("overrides", "seed", "wrong"), new Complaint("", "data", "missing")));
    assertThat(OptionWords.of(problem))
        .isEqualTo("2 problems in my.yaml:\n  --set seed: wrong\n  data: missing");
    assertThat(OptionWords.of(Problem.several(ExitCode.DATA, "two:", List.of("a", "b"))))
        .isEqualTo("two:\n  a\n  b");
  }

  @Test
  void aDriverIsNamedByTheOptionOrTheKey() {
    Problem problem = Problem.usage("no driver here").remedy(Remedy.NAME_DRIVER, "to");
    assertThat(OptionWords.of(problem))
        .isEqualTo(
            "no driver here; name the driver's jar with --driver-path, or as to.driver_path in the"
                + " config, or correct the URL");
  }

  @Test
  void aKeyStandsBeforeWhatIsSaidOfIt() {
    Problem problem = Problem.data("names 'at', which is no column").at("data.time");
    assertThat(OptionWords.of(problem)).isEqualTo("data.time: names 'at', which is no column");
    assertThat(problem).hasMessage("data.time: names 'at', which is no column");
    assertThat(problem.in("run a")).hasMessage("run a: data.time: names 'at', which is no column");
  }

  /** Below the command line nobody can follow an option's name. */
  @ParameterizedTest
  @EnumSource(Remedy.class)
  void plainWordsNameNoOption(Remedy remedy) {
    assertThat(Problem.data("x").remedy(remedy, "y"))
        .message()
        .startsWith("x")
        .doesNotContain("--", "synth");
  }
}
