package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.serve.ScoringServer;
import dev.synth.internal.serve.ServeOptions;
import dev.synth.internal.serve.state.StateOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk of docs/features.md from a bundle to events, as it stands there. */
@Tag("slow")
class FeaturesPageTest {
  private static final Pattern CALL =
      Pattern.compile("curl -X POST http://localhost:8080(\\S*) .* -d '([^']*)'");

  @TempDir Path folder;

  @Test
  void fileAndEndpointComputeTheFeatures() throws IOException, InterruptedException {
    String page = Files.readString(Path.of("docs/features.md"));
    int config = page.indexOf("`card.yaml`");
    Files.writeString(folder.resolve("card.yaml"), block(page, "```yaml\n", config));
    for (String line : block(page, "```bash\n", config).lines().toList()) {
      run(line.replaceAll("(card.yaml|model|\\S+[.]csv)", folder + "/$1"));
    }
    StateOptions state =
        new StateOptions(
            folder.resolve("state"),
            folder.resolve("transactions.csv").toString(),
            StateOptions.MOST_EVENTS,
            StateOptions.SNAPSHOT_EVENTS,
            InstantSource.system());
    try (ScoringServer server =
        ScoringServer.start(
            folder.resolve("model"),
            null,
            ServeOptions.of("127.0.0.1", 0),
            state,
            System::nanoTime)) {
      List<JsonNode> answers = new ArrayList<>();
      Matcher call = CALL.matcher(page);
      while (call.find()) {
        answers.add(post(server.port(), call.group(1), call.group(2)));
      }
      assertThat(answers).hasSize(2);
      assertThat(answers.getFirst().path("predictions").path(0).path("event").textValue())
          .isEqualTo("taken");
    }
  }

  private static void run(String command) {
    List<String> args = new ArrayList<>(List.of(command.split(" ")));
    args.removeFirst();
    CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
    assertThat(run.code()).as(command + run.err()).isZero();
  }

  private static String block(String page, String opening, int from) {
    int start = page.indexOf(opening, from) + opening.length();
    return page.substring(start, page.indexOf("```", start));
  }

  private static JsonNode post(int port, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.mapper().readTree(response.body());
  }
}
