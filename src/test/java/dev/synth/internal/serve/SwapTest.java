package dev.synth.internal.serve;

import static dev.synth.internal.serve.Cards.bundle;
import static dev.synth.internal.serve.Cards.later;
import static dev.synth.internal.serve.Cards.oneRow;
import static dev.synth.internal.serve.Cards.send;
import static dev.synth.internal.serve.Cards.table;
import static dev.synth.internal.serve.Cards.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapTest {
  @TempDir Path folder;

  /**
   * Of 200 requests, ten in flight at each exchange of models, none fails, and each has one model's
   * name.
   */
  @Test
  void noRequestIsLostWhileModelsAreExchanged() {
    List<ServedModel> models =
        List.of(
            ServedModel.of(bundle(2, 0.5, table(1, 400))),
            ServedModel.of(bundle(3, 0.5, table(1, 400))));
    AtomicInteger number = new AtomicInteger();
    ServeOptions options =
        ServeOptions.of("127.0.0.1", 0).withBounds(2, 1000, 1000, Duration.ofMinutes(1));
    Set<String> versions = new TreeSet<>();
    try (ScoringServer server =
        ScoringServer.start(
            () -> models.get(number.getAndIncrement() % 2), null, options, System::nanoTime)) {
      for (int round = 0; round < 20; round++) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int request = 0; request < 10; request++) {
          answers.add(later(server.port(), oneRow()));
        }
        assertThat(send(server.port(), "/admin/reload", " ").statusCode()).isEqualTo(200);
        for (CompletableFuture<HttpResponse<String>> each : answers) {
          assertThat(each.join().statusCode()).as(each.join().body()).isEqualTo(200);
          versions.add(each.join().headers().firstValue("X-Model-Version").orElse(""));
        }
      }
    }
    assertThat(versions).containsExactly("v2", "v3");
  }

  @Test
  void aWatchedFolderIsReadWhenAnotherBundleLiesThere() throws IOException, InterruptedException {
    Path model = folder.resolve("model");
    write(model, 2, 0.5);
    List<String> warnings = new CopyOnWriteArrayList<>();
    ServeOptions options =
        ServeOptions.of("127.0.0.1", 0).withWatch(Duration.ofMillis(5)).withWarnings(warnings::add);
    try (ScoringServer server = ScoringServer.start(model, null, options, System::nanoTime)) {
      String first = server.version();
      write(model, 3, 0.5);
      for (int i = 0; i < 2000 && server.version().equals(first); i++) {
        Thread.sleep(5);
      }
      String second = server.version();
      assertThat(second).isNotEqualTo(first);
      Files.writeString(model.resolve("SHA256SUMS"), "damaged\n");
      for (int i = 0; i < 2000 && warnings.isEmpty(); i++) {
        Thread.sleep(5);
      }
      assertThat(warnings).hasSize(1);
      assertThat(warnings.getFirst()).endsWith("; the model stays");
      assertThat(server.version()).isEqualTo(second);
    }
  }
}
