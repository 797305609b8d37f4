package dev.synth.internal.serve;

import static dev.synth.internal.serve.Cards.bundle;
import static dev.synth.internal.serve.Cards.send;
import static dev.synth.internal.serve.Cards.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Cancellation;
import dev.synth.base.Problem;
import dev.synth.internal.bundle.PastBundle;
import dev.synth.internal.serve.state.StateOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Made-up requests are such as the model takes, and nothing of them stays. */
class RehearsalTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void itsRequestsAreGoodOnes() {
    ServedModel model = ServedModel.of(bundle(2, 0.5, table(1, 400)));
    try (ScoringServer server =
        ScoringServer.start(() -> model, null, ServeOptions.of("127.0.0.1", 0), System::nanoTime)) {
      assertAnswered(server, new RehearsalRows(model, false, 0));
    }
  }

  @Test
  void itsEventsAreTaken() {
    ServedModel model = ServedModel.of(PastBundle.of(300).bundle());
    StateOptions state = new StateOptions(null, null, 1000, 1000, CLOCK);
    try (ScoringServer server =
        ScoringServer.start(
            () -> model, null, ServeOptions.of("127.0.0.1", 0), state, System::nanoTime)) {
      assertAnswered(server, new RehearsalRows(model, true, CLOCK.millis()));
      assertThat(send(server.port(), "/metrics", "").body())
          .contains("synth_events_total{outcome=\"taken\"} 40.0\n");
    }
  }

  /** Under the strict contract, so that each cell is one that the model takes. */
  private static void assertAnswered(ScoringServer server, RehearsalRows rows) {
    for (int i = 0; i < 40; i++) {
      RehearsalRows.RehearsalBody body = rows.next();
      assertThat(send(server.port(), body.path(), body.text(), "Content-Type", body.type()))
          .satisfies(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
    }
  }

  @Test
  void aServerThatCannotStartEndsItAndNothingElse() {
    ServedModel model = ServedModel.of(bundle(2, 0.5, table(1, 400)));
    ServeOptions options =
        ServeOptions.of("127.0.0.1", 0).withEvents(new ServeOptions.EventNames("absent", "synth"));
    assertThatThrownBy(
            () -> ScoringServer.start(() -> model, null, options, System::nanoTime).close())
        .isInstanceOf(Problem.class);
    assertThatCode(
            () ->
                Rehearsal.of(model, null, options, null)
                    .run(
                        System::nanoTime,
                        new ServeOptions.WarmUp(Duration.ofSeconds(60), new Cancellation())))
        .doesNotThrowAnyException();
  }

  @Test
  @Timeout(30)
  void aStartThatIsCancelledEndsAndItsPortWasNeverOpen() throws Exception {
    ServedModel model = ServedModel.of(PastBundle.of(300).bundle());
    StateOptions state = new StateOptions(folder.resolve("state"), null, 1000, 1000, CLOCK);
    Cancellation cancellation = new Cancellation();
    int port = freePort();
    CountDownLatch rehearses = new CountDownLatch(200);
    LongSupplier clock =
        () -> {
          rehearses.countDown();
          return System.nanoTime();
        };
    ServeOptions options =
        ServeOptions.of("127.0.0.1", port).withWarmUp(Duration.ofMinutes(10), cancellation);
    try (ExecutorService starting = Executors.newSingleThreadExecutor()) {
      Future<ScoringServer> start =
          starting.submit(() -> ScoringServer.start(() -> model, null, options, state, clock));
      rehearses.await();
      try {
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
            .isInstanceOf(ConnectException.class);
      } finally {
        cancellation.request();
      }
      assertThatThrownBy(start::get).hasCauseInstanceOf(CancellationException.class);
    }
    ServeOptions next = ServeOptions.of("127.0.0.1", port);
    try (ScoringServer server =
        ScoringServer.start(() -> model, null, next, state, System::nanoTime)) {
      assertThat(server.port()).isEqualTo(port);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void nothingOfItStays() {
    ServedModel model = ServedModel.of(PastBundle.of(300).bundle());
    StateOptions state = new StateOptions(folder.resolve("state"), null, 1000, 1000, CLOCK);
    LogOptions log =
        new LogOptions(folder.resolve("log"), 1, Duration.ofSeconds(1), InstantSource.system());
    ServeOptions options =
        ServeOptions.of("127.0.0.1", 0)
            .withToken(TOKEN)
            .withLog(log)
            .withWarmUp(Duration.ofMillis(300), new Cancellation());
    try (ScoringServer server =
        ScoringServer.start(() -> model, null, options, state, System::nanoTime)) {
      List<String> counts =
          send(server.port(), "/metrics", "", "Authorization", "Bearer " + TOKEN)
              .body()
              .lines()
              .toList();
      assertThat(counts)
          .contains(
              "synth_rows_total 0.0",
              "synth_scoring_seconds_count 0",
              "synth_events_total{outcome=\"taken\"} 0.0",
              "synth_state_entities 0.0");
    }
    assertThat(folder.resolve("log")).isEmptyDirectory();
  }
}
