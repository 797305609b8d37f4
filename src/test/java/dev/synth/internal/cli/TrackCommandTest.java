package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.tracking.FakeMlflow;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackCommandTest {
  private static final String EVALUATION =
      "evaluation: {repeats: 2, classifiers: [logistic-regression], detectors: []}";

  @TempDir private static Path folder;
  private static FakeMlflow mlflow = new FakeMlflow();
  private static CommandLineRun evaluated = CommandLineRun.of("--version");

  @BeforeAll
  static void evaluate() throws IOException {
    evaluated = evaluate(mlflow.url());
  }

  @AfterAll
  static void stop() {
    mlflow.close();
  }

  private static CommandLineRun evaluate(String server, String... more) throws IOException {
    Path config =
        SmallData.config(
            folder,
            SmallData.csv(folder, 300, 60),
            "generator: {kind: oversample}",
            EVALUATION,
            "tracking: {mlflow: '%s', experiment: small}".formatted(server));
    return CommandLineRun.withConfig(
        "evaluate",
        config,
        folder,
        Stream.concat(Stream.of("--run-name", "run"), Stream.of(more)).toArray(String[]::new));
  }

  private static CommandLineRun track(String... more) {
    String[] all = new String[more.length + 4];
    all[0] = "track";
    all[1] = "run";
    all[2] = "--out";
    all[3] = folder.toString();
    System.arraycopy(more, 0, all, 4, more.length);
    return CommandLineRun.of(all);
  }

  private static String closed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  @Test
  void aRunOfAConfigWithAServerIsLogged() {
    assertThat(evaluated.code()).as(evaluated.err()).isZero();
    assertThat(evaluated.err())
        .endsWith("note: logged as " + mlflow.url() + "/#/experiments/1/runs/run1\n");
    assertThat(folder.resolve("evaluation/run/DONE")).exists();
  }

  @Test
  void theServerIsNoPartOfTheRun() throws IOException {
    String before = Files.readString(folder.resolve("evaluation/run/comparison.json"));
    assertThat(folder.resolve("evaluation/run/resolved.yaml"))
        .content()
        .doesNotContain("tracking", mlflow.url());

    String down = closed();
    CommandLineRun again = evaluate(down, "--quiet");

    assertThat(again.code()).isZero();
    assertThat(again.err())
        .isEqualTo(
            "note: the MLflow server "
                + down
                + " cannot be reached; the run is complete all the same, and 'synth track run' logs"
                + " it later\n");
    assertThat(folder.resolve("evaluation/run/comparison.json")).hasContent(before);
  }

  @Test
  void aFinishedRunIsLoggedOnRequest() {
    CommandLineRun there = track("--mlflow", mlflow.url(), "--experiment", "small", "--json");
    assertThat(there.code()).as(there.err()).isZero();
    assertThat(there.out()).contains("\"state\": \"was_there\"", "/#/experiments/1/runs/run1");
  }

  @Test
  void whatIsWrongIsSaidInOneSentence() throws IOException {
    CommandLineRun down = track("--mlflow", closed());
    assertThat(down.code()).isEqualTo(6);
    assertThat(down.err()).contains("cannot be reached\n");

    CommandLineRun noAddress = track("--mlflow", "localhost:5000");
    assertThat(noAddress.code()).isEqualTo(2);
    assertThat(noAddress.err()).contains("--mlflow must be an address such as http://");

    CommandLineRun noTime = track("--mlflow", mlflow.url(), "--seconds", "0");
    assertThat(noTime.code()).isEqualTo(2);
    assertThat(noTime.err()).contains("--seconds must be from 1 to 3600, but is 0");

    CommandLineRun noVariable = track("--mlflow", mlflow.url(), "--token-env", "SYNTH_NOT_SET");
    assertThat(noVariable.code()).isEqualTo(6);
    assertThat(noVariable.err()).contains("the environment variable 'SYNTH_NOT_SET'");
  }
}
