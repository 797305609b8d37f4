package dev.synth.internal.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.compare.Comparison;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.config.TrackingOptions;
import dev.synth.evaluate.Results;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.metric.FallbackWords;
import dev.synth.run.Tracked;
import dev.synth.split.SplitOptions.Method;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunTrackerTest {
  private static final String SECRET = "s3cret-token";

  @TempDir Path folder;
  private final FakeMlflow mlflow = new FakeMlflow();
  private Comparison comparison = comparison();

  private static Comparison comparison() {
    return Comparer.compare(
        new Protocol("random-forest", Method.RANDOM, "max-f1", 0.01), Results.simulated(3));
  }

  @BeforeEach
  void write() throws IOException {
    List<RepeatResult> results = Results.simulated(3);
    comparison = comparison();
    Files.writeString(folder.resolve("comparison.json"), Json.write(comparison));
    Files.writeString(folder.resolve("runs.csv"), RunsCsv.of(results, FallbackWords::of));
    Files.writeString(
        folder.resolve("resolved.yaml"),
        "name: cards\ngenerator:\n  kind: vae\n  hidden: [8, 8]\n"
            + "data:\n  types:\n    'größe/µ': numeric\n    'a:b': numeric\n    'a?b': numeric\n"
            + "    'long': '"
            + "x".repeat(600)
            + "'\n");
    Files.writeString(
        folder.resolve("provenance.json"),
        "{\"version\": \"1\", \"data_sha256\": \"abc\", \"seconds\": {\"evaluating\": 2.5}}");
    Files.writeString(folder.resolve("augmented.csv"), "a,b\n1,2\n");
    Files.writeString(folder.resolve("DONE"), "1a2b3c\n");
  }

  @AfterEach
  void stop() {
    mlflow.close();
  }

  private TrackedFolders folders() {
    return new TrackedFolders("cards-1a2b3c", Optional.of(folder), Optional.empty());
  }

  private TrackingOptions options() {
    return TrackingOptions.defaults().withMlflow(mlflow.url()).withExperiment("fraud & more");
  }

  private Tracked track(TrackingOptions options, Map<String, String> environment) {
    return RunTracker.track(folders(), options, environment, Context.quiet(1));
  }

  private Tracked track() {
    return track(options(), Map.of());
  }

  @Test
  void aRunAndItsArmsStandOnTheServer() {
    Tracked tracked = track();

    assertThat(tracked.trouble()).isNull();
    assertThat(tracked.state()).isEqualTo(Tracked.State.LOGGED);
    assertThat(tracked.page()).isEqualTo(mlflow.url() + "/#/experiments/1/runs/run1");
    assertThat(mlflow.experiments).containsOnlyKeys("fraud & more");
    assertThat(mlflow.runs).hasSize(1 + comparison.summaries().size());
    assertThat(mlflow.runs.values())
        .allSatisfy(run -> assertThat(run.status).isEqualTo("FINISHED"));

    FakeMlflow.Run run = mlflow.run("cards-1a2b3c");
    assertThat(run.tags)
        .containsEntry("synth.run", "1a2b3c")
        .containsEntry("synth.verdict", comparison.verdict().word())
        .containsEntry("synth.data_sha256", "abc");
    assertThat(run.params)
        .containsEntry("generator.kind", "vae")
        .containsEntry("generator.hidden", "[8, 8]")
        .containsEntry("data.types.größe/µ", "numeric")
        .containsEntry("data.types.a_b", "numeric")
        .containsEntry("data.types.a_b_2", "numeric");
    assertThat(run.params.get("data.types.long")).hasSize(500).endsWith("x…");
    assertThat(run.metric("seconds/evaluating")).isEqualTo(2.5);
  }

  @Test
  void verdictFiguresAndRepeatsAreThoseOfTheRun() {
    track();

    var contrast = comparison.primary().getFirst();
    String arm = ArmTitle.of(contrast.estimate().arm());
    FakeMlflow.Run run = mlflow.run("cards-1a2b3c");
    String part = "/" + arm.replace(",", "");
    assertThat(run.metric("change" + part)).isEqualTo(contrast.estimate().mean());
    assertThat(run.metric("change_low" + part)).isEqualTo(contrast.estimate().low());
    assertThat(run.metric("change_high" + part)).isEqualTo(contrast.estimate().high());

    FakeMlflow.Run own = mlflow.run(arm + " · " + contrast.estimate().classifier());
    assertThat(own.tags).containsEntry("mlflow.parentRunId", "run1");
    assertThat(own.tags).containsEntry("synth.verdict", contrast.word());
    assertThat(own.metrics.get("by_repeat/average_precision")).hasSize(3);
    double mean =
        Objects.requireNonNull(own.metrics.get("by_repeat/average_precision")).values().stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElseThrow();
    assertThat(own.metric("average_precision"))
        .isCloseTo(mean, org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void pagesAndFiguresAreUploadedAndNoRows() {
    track();

    String place = "1/run1/artifacts/evaluation/";
    assertThat(mlflow.files)
        .containsKeys(
            place + "report.html",
            place + "comparison.json",
            place + "runs.csv",
            place + "resolved.yaml")
        .doesNotContainKey(place + "augmented.csv");
    assertThat(new String(mlflow.files.get(place + "report.html"), StandardCharsets.UTF_8))
        .contains("<html");
  }

  @Test
  void theSameResultsAreLoggedOnce() {
    track();
    Tracked again = track();

    assertThat(again.state()).isEqualTo(Tracked.State.WAS_THERE);
    assertThat(again.page()).endsWith("/runs/run1");
    assertThat(mlflow.runs).hasSize(1 + comparison.summaries().size());
  }

  @Test
  void aTokenComesFromTheEnvironmentAndStandsInNoMessage() {
    track(options(), Map.of("MLFLOW_TRACKING_TOKEN", SECRET));
    assertThat(mlflow.authorizations).containsOnly("Bearer " + SECRET);

    mlflow.authorizations.clear();
    mlflow.answer(
        "experiments", FakeMlflow.Answer.of(403, "{\"message\": \"bad " + SECRET + "\"}"));
    Tracked refused = track(options(), Map.of("MLFLOW_TRACKING_TOKEN", SECRET));
    assertThat(refused.state()).isEqualTo(Tracked.State.FAILED);
    assertThat(refused.trouble())
        .contains("refused 'experiments/get-by-name' (403): bad ***; a token")
        .doesNotContain(SECRET);

    mlflow.authorizations.clear();
    track(options(), Map.of("MLFLOW_TRACKING_USERNAME", "ann", "MLFLOW_TRACKING_PASSWORD", "pw"));
    assertThat(mlflow.authorizations).containsOnly("Basic YW5uOnB3"); // base64 of ann:pw
  }

  @Test
  void aVariableThatIsNamedAndNotSetIsTold() {
    TrackingOptions named = new TrackingOptions(mlflow.url(), "e", "MY_TOKEN", null, null, 60);

    assertThat(track(named, Map.of()).trouble())
        .isEqualTo(
            "the environment variable 'MY_TOKEN', which is to hold MLflow's token, is not set");
    assertThat(mlflow.calls).isEmpty();
  }

  @Test
  void aServerThatIsDownCostsOneSentence() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Tracked tracked = track(options().withMlflow("http://127.0.0.1:" + free), Map.of());

    assertThat(tracked)
        .isEqualTo(
            new Tracked(
                Tracked.State.FAILED,
                null,
                "the MLflow server http://127.0.0.1:" + free + " cannot be reached"));
  }

  @Test
  @Timeout(30)
  void aServerThatIsSlowCostsNoMoreTimeThanItMay() {
    mlflow.answer("runs/log-batch", new FakeMlflow.Answer(200, "{}", Map.of(), 60_000));

    Tracked tracked = track(options().withSeconds(1), Map.of());

    assertThat(tracked.state()).isEqualTo(Tracked.State.FAILED);
    assertThat(tracked.trouble()).contains("took more than the 1 s that it may");
    assertThat(mlflow.runs.values())
        .allSatisfy(run -> assertThat(run.status).isNotEqualTo("FINISHED"));
  }

  @Test
  void otherAnswersAreSaidInASentence() {
    Map<FakeMlflow.Answer, String> sentences = new LinkedHashMap<>();
    sentences.put(FakeMlflow.Answer.of(500, "<html>"), "refused 'experiments/get-by-name' (500)");
    sentences.put(FakeMlflow.Answer.of(200, "<html>"), "does not answer as an MLflow server does");
    sentences.put(FakeMlflow.Answer.of(404, "no page"), "refused 'experiments/get-by-name' (404)");
    sentences.put(
        new FakeMlflow.Answer(302, "", Map.of("Location", "http://other/"), 0),
        "sends on to http://other/; name that one");
    sentences.put(
        FakeMlflow.Answer.of(
            200, "{\"experiment\": {\"experiment_id\": \"1\", \"lifecycle_stage\": \"deleted\"}}"),
        "the experiment 'fraud & more' is deleted");
    sentences.forEach(
        (answer, sentence) -> {
          mlflow.answer("experiments/get-by-name", answer);
          assertThat(track().trouble()).contains(sentence).doesNotContain("\n");
        });
  }

  @Test
  void whatFailsInTheMiddleIsMarkedAndLoggedAnewLater() {
    mlflow.answer("mlflow-artifacts", FakeMlflow.Answer.of(503, ""));
    Tracked failed = track();
    assertThat(failed.trouble()).contains("refused the upload of report.html (503)");
    assertThat(mlflow.run("cards-1a2b3c").status).isEqualTo("FAILED");

    mlflow.answer("mlflow-artifacts", FakeMlflow.Answer.of(200, "{}"));
    Tracked again = track();
    assertThat(again.state()).isEqualTo(Tracked.State.LOGGED);
    assertThat(again.page()).endsWith("run2");
  }

  @Test
  void aServerThatTakesNoFilesGetsAllButThese() {
    mlflow.root = "s3://bucket/";

    Tracked tracked = track();

    assertThat(tracked.state()).isEqualTo(Tracked.State.LOGGED);
    assertThat(tracked.trouble())
        .startsWith("the MLflow server keeps files in s3://bucket/1/run1/artifacts");
    assertThat(mlflow.files).isEmpty();
    assertThat(mlflow.run("cards-1a2b3c").status).isEqualTo("FINISHED");
  }

  @Test
  void itCanBeStopped() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    Context context = new Context(new Seeds(1), Progress.NONE, cancellation);

    assertThatThrownBy(() -> RunTracker.track(folders(), options(), Map.of(), context))
        .isInstanceOf(CancellationException.class);
    assertThat(mlflow.calls).isEmpty();
  }

  @Test
  void namesAreThoseThatMlflowTakes() {
    assertThat(MlflowNames.of("vae, ratio 0.1, soft labels"))
        .isEqualTo("vae_ ratio 0.1_ soft labels");
    assertThat(MlflowNames.of("/a/../b//c/.")).isEqualTo("_/a/_/b/_/c/_");
    assertThat(MlflowNames.of("")).isEqualTo("_");
    assertThat(MlflowNames.part("a/b")).isEqualTo("a_b");
    assertThat(MlflowNames.of("x".repeat(300))).hasSize(250);
    assertThat(MlflowNames.tag("😀".repeat(4000))).hasSizeLessThanOrEqualTo(5000).endsWith("😀…");
  }
}
