package dev.synth.internal.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.ExitCode;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.Results;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.run.RunFolders;
import dev.synth.split.SplitOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOnDiskTest {
  private static final String CONFIG = "data: {source: demo, label: fraud, positive: 1}\n";
  private static final List<Double> HARM = List.of(-0.20, -0.21, -0.19, -0.20, -0.22);
  private static final List<Double> NOTHING = List.of(0.05, -0.05, 0.01, -0.01, 0.0);

  @TempDir Path out;

  @Test
  void endsInHarmOnlyWhenThatIsAskedFor() throws IOException {
    RunOnDisk run = run(true, HARM);

    assertThat(run.exitCode(false)).isEqualTo(ExitCode.DONE);
    assertThat(run.exitCode(true)).isEqualTo(ExitCode.HARM);
  }

  @Test
  void isDoneWhereNothingIsDecided() throws IOException {
    assertThat(run(true, NOTHING).exitCode(true)).isEqualTo(ExitCode.DONE);
  }

  @Test
  void putsAFailedGateBeforeHarm() throws IOException {
    assertThat(run(false, HARM).exitCode(true)).isEqualTo(ExitCode.GATE);
  }

  /** Too few gates could be judged: {@code "passed": null}. */
  @Test
  void isDoneWhereNoGateFailedAndFewWereJudged() throws IOException {
    assertThat(run(null, NOTHING).exitCode(true)).isEqualTo(ExitCode.DONE);
  }

  private RunOnDisk run(@Nullable Boolean passed, List<Double> differences) throws IOException {
    RunIdentity identity =
        new RunIdentity("abc", "", "", ConfigLoader.parse(CONFIG, "c", List.of()));
    RunFolders folders = RunFolders.below(out, "mine");
    try (RunStaging staging = RunStaging.claim(folders, identity.run())) {
      Files.writeString(
          staging.synthesis().resolve("validation.json"), "{\"passed\": " + passed + "}");
      Protocol protocol = new Protocol("random-forest", SplitOptions.Method.RANDOM, "max-f1", 0.01);
      Files.writeString(
          staging.evaluation().resolve("comparison.json"),
          Json.write(Comparer.compare(protocol, Results.differing(differences))));
      staging.commit();
    }
    return new RunOnDisk(folders, identity, true);
  }
}
