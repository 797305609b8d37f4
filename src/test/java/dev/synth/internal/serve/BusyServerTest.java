package dev.synth.internal.serve;

import static dev.synth.internal.serve.Cards.bundle;
import static dev.synth.internal.serve.Cards.json;
import static dev.synth.internal.serve.Cards.later;
import static dev.synth.internal.serve.Cards.oneRow;
import static dev.synth.internal.serve.Cards.send;
import static dev.synth.internal.serve.Cards.table;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.synth.base.Problem;
import dev.synth.classify.Classifier;
import dev.synth.internal.bundle.Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A server whose threads are held, and one that stops or changes its model. */
class BusyServerTest {
  /** A classifier that holds its rows until it is let go. */
  private static ServedModel held(CountDownLatch entered, CountDownLatch go) {
    Bundle bundle = bundle(2, 0.5, table(1, 400));
    Classifier slow =
        features -> {
          entered.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return bundle.classifier().score(features);
        };
    return ServedModel.of(
        new Bundle(
            bundle.version(), bundle.facts(), bundle.contract(), bundle.calibration(), slow));
  }

  /** One is scored, one waits, and the third is refused while both are there. */
  @Test
  void whatFindsThePoolAndTheQueueFullIsRefusedAtOnce() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ServedModel slow = held(entered, go);
    ServeOptions options =
        ServeOptions.of("127.0.0.1", 0).withBounds(1, 1, 1000, Duration.ofMinutes(1));
    try (ScoringServer busy = ScoringServer.start(() -> slow, null, options, System::nanoTime)) {
      CompletableFuture<HttpResponse<String>> first = later(busy.port(), oneRow());
      entered.await();
      CompletableFuture<HttpResponse<String>> second = later(busy.port(), oneRow());
      while (!send(busy.port(), "/metrics", "").body().contains("synth_waiting_requests 1.0\n")) {
        Thread.onSpinWait();
      }
      HttpResponse<String> third = later(busy.port(), oneRow()).join();
      assertThat(third.statusCode()).isEqualTo(503);
      assertThat(third.headers().firstValue("Retry-After")).contains("1");
      assertThat(json(third).path("error").asText()).isEqualTo("too many requests wait; try again");
      go.countDown();
      assertThat(first.join().statusCode()).isEqualTo(200);
      assertThat(second.join().statusCode()).isEqualTo(200);
      HttpResponse<String> large = later(busy.port(), " ".repeat(1001)).join();
      assertThat(large.statusCode()).isEqualTo(413);
      assertThat(json(large).path("error").asText())
          .isEqualTo("the body is longer than 1000 bytes; send fewer rows at once");
    }
  }

  @Test
  void aRequestThatTakesTooLongIsGivenUp() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    ServedModel slow = held(entered, new CountDownLatch(1));
    ServeOptions options =
        ServeOptions.of("127.0.0.1", 0).withBounds(1, 1, 1000, Duration.ofMillis(50));
    try (ScoringServer busy = ScoringServer.start(() -> slow, null, options, System::nanoTime)) {
      HttpResponse<String> answer = later(busy.port(), oneRow()).join();
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(json(answer).path("error").asText()).isEqualTo("the request took more than 50 ms");
    }
  }

  @Test
  void aRequestInProgressIsAnsweredWhenTheServerStops() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ServedModel slow = held(entered, go);
    ScoringServer stopping =
        ScoringServer.start(() -> slow, null, ServeOptions.of("127.0.0.1", 0), System::nanoTime);
    CompletableFuture<HttpResponse<String>> answer = later(stopping.port(), oneRow());
    entered.await();
    Thread closing = Thread.startVirtualThread(stopping::close);
    go.countDown();
    assertThat(answer.join().statusCode()).isEqualTo(200);
    closing.join();
  }

  /** A caller that sends all of its body before it looks for an answer finds it. */
  @Test
  void aBodyThatIsFarTooLongIsAnswered() throws IOException {
    ServedModel model = ServedModel.of(bundle(2, 0.5, table(1, 400)));
    ServeOptions options =
        ServeOptions.of("127.0.0.1", 0).withBounds(1, 1, 1000, Duration.ofMinutes(1));
    byte[] body = new byte[20_000_000]; // more than the kernel keeps for a connection
    try (ScoringServer server = ScoringServer.start(() -> model, null, options, System::nanoTime);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String head = "POST /invocations HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length;
      socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  /** Before 25 the JDK's own server waits all of the time that it may, here a minute. */
  @Test
  void aServerWithNothingToDoStopsAtOnce() {
    ServedModel model = ServedModel.of(bundle(2, 0.5, table(1, 400)));
    ServeOptions options = ServeOptions.of("127.0.0.1", 0).withDrain(Duration.ofMinutes(1));
    ScoringServer idle = ScoringServer.start(() -> model, null, options, System::nanoTime);
    assertThat(send(idle.port(), "/ping", "").statusCode()).isEqualTo(200);
    assertThat(send(idle.port(), "/nowhere", "").statusCode()).isEqualTo(404);
    assertThat(later(idle.port(), oneRow()).join().statusCode()).isEqualTo(200);
    long begun = System.nanoTime();
    idle.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
  }

  /** The message stays away, since it may quote a row. */
  @Test
  void aBugIsToldOfWithItsPlace() {
    Bundle bundle = bundle(2, 0.5, table(1, 400));
    Classifier broken =
        features -> {
          throw new IllegalStateException("card 4711");
        };
    ServedModel model =
        ServedModel.of(
            new Bundle(
                bundle.version(), bundle.facts(), bundle.contract(), bundle.calibration(), broken));
    List<String> warnings = new CopyOnWriteArrayList<>();
    ServeOptions options = ServeOptions.of("127.0.0.1", 0).withWarnings(warnings::add);
    try (ScoringServer server = ScoringServer.start(() -> model, null, options, System::nanoTime)) {
      HttpResponse<String> answer = later(server.port(), oneRow()).join();
      assertThat(answer.statusCode()).isEqualTo(500);
    }
    assertThat(warnings)
        .singleElement(as(STRING))
        .startsWith("a request failed by a bug of ours: java.lang.IllegalStateException")
        .contains("at dev.synth.internal.serve.ServedModel.score(")
        .doesNotContain("4711");
  }

  @Test
  void aModelIsReplacedWithoutAStop() {
    AtomicReference<@Nullable ServedModel> next =
        new AtomicReference<>(ServedModel.of(bundle(2, 0.5, table(1, 400))));
    ServeOptions options = ServeOptions.of("127.0.0.1", 0);
    try (ScoringServer swapping =
        ScoringServer.start(
            () -> {
              ServedModel model = next.get();
              if (model == null) {
                throw Problem.data("the bundle is damaged");
              }
              return model;
            },
            null,
            options,
            System::nanoTime)) {
      assertThat(swapping.version()).isEqualTo("v2");
      next.set(ServedModel.of(bundle(3, 0.25, table(1, 400))));
      assertThat(send(swapping.port(), "/admin/reload", " ").statusCode()).isEqualTo(200);
      assertThat(swapping.version()).isEqualTo("v3");
      next.set(null);
      HttpResponse<String> failed = send(swapping.port(), "/admin/reload", " ");
      assertThat(failed.statusCode()).isEqualTo(409);
      assertThat(json(failed).path("error").asText())
          .isEqualTo("the bundle is damaged; the model stays");
      assertThat(swapping.version()).isEqualTo("v3");
    }
  }
}
