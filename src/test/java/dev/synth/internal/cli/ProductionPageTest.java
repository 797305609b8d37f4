package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.serve.ScoringServer;
import dev.synth.internal.serve.ServeOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk of docs/production.md, as it stands there. */
class ProductionPageTest {
  private static final Pattern URL = Pattern.compile("http://localhost:8080(\\S*)");

  /** A call ends with its line, or with the quote that it opened. */
  private static final Pattern CALL = Pattern.compile("(?m)^curl (?:[^'\\n]|'[^']*')*$");

  private static final Pattern BODY = Pattern.compile("-d '([^']*)'");
  private static final Pattern HEADER = Pattern.compile("-H '([^:]*): ([^']*)'");

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void everyCommandDoesWhatThePageSays() throws IOException, InterruptedException {
    String page = Files.readString(Path.of("docs/production.md"));
    String config = block(page, "```yaml\n");
    Files.writeString(folder.resolve("cards.yaml"), config);
    for (String line : block(page, "```bash\nsynth demo", "synth demo").lines().toList()) {
      if (line.startsWith("synth serve")) {
        assertThat(line).isEqualTo("synth serve model --port 8080");
        continue;
      }
      List<String> args = new ArrayList<>(List.of(line.split(" ")));
      args.removeFirst();
      args.replaceAll(
          arg -> arg.matches("cards.yaml|model|.*[.]csv") ? folder.resolve(arg).toString() : arg);
      CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
      assertThat(run.code()).as(line + run.err()).isZero();
    }
    assertThat(folder.resolve("scored.csv")).exists();
    try (ScoringServer server =
        ScoringServer.start(
            folder.resolve("model"), null, ServeOptions.of("127.0.0.1", 0), System::nanoTime)) {
      List<String> calls =
          CALL.matcher(page).results().map(MatchResult::group).map(String::strip).toList();
      assertThat(calls).hasSize(6);
      for (String call : calls) {
        JsonNode answer = answer(call, server.port());
        if (call.contains("explain=3")) {
          assertThat(answer.path("predictions").path(0).path("reasons")).hasSize(3);
        } else if (call.contains("/invocations")) {
          JsonNode shown =
              Json.mapper().readTree(block(page, "The answer to the third:\n\n```json"));
          assertThat(rounded(answer)).isEqualTo(rounded(shown));
          assertThat(answer.path("model_version").asText()).isEqualTo(server.version());
        }
        if (call.contains("/infer")) {
          assertThat(answer.path("outputs").path(0).path("data")).hasSize(2);
        }
      }
    }
  }

  /** The page rounds to three digits. */
  private static List<String> rounded(JsonNode answer) {
    JsonNode first = answer.path("predictions").path(0);
    return List.of(
        "%.3f".formatted(first.path("score").asDouble()),
        "%.3f".formatted(first.path("probability").asDouble()),
        first.path("decision").toString(),
        "%.3f".formatted(answer.path("threshold").asDouble()));
  }

  private static String block(String page, String opening) {
    int start = page.indexOf(opening) + opening.length();
    return page.substring(start, page.indexOf("```", start));
  }

  private static String block(String page, String opening, String kept) {
    return kept + block(page, opening);
  }

  private static JsonNode answer(String call, int port) throws IOException, InterruptedException {
    Matcher url = URL.matcher(call);
    assertThat(url.find()).as(call).isTrue();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + url.group(1)));
    Matcher header = HEADER.matcher(call);
    while (header.find()) {
      request.header(header.group(1), header.group(2));
    }
    Matcher body = BODY.matcher(call);
    if (body.find()) {
      request.POST(HttpRequest.BodyPublishers.ofString(body.group(1)));
    }
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(call + response.body()).isEqualTo(200);
    return response.body().startsWith("{")
        ? Json.mapper().readTree(response.body())
        : Json.mapper().createObjectNode();
  }
}
