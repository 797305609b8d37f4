package dev.synth.internal.serve;

import static dev.synth.internal.serve.Cards.bundle;
import static dev.synth.internal.serve.Cards.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as programs of others see it, each from PyPI in a virtual environment of its own. */
@Tag("slow")
class OtherClientsTest {
  private static final long MINUTES = 10;

  @TempDir static Path folder;
  private static ScoringServer server;

  @BeforeAll
  static void start() {
    ServedModel model = ServedModel.of(bundle(5, 0.5, table(1, 400)));
    server =
        ScoringServer.start(() -> model, null, ServeOptions.of("127.0.0.1", 0), System::nanoTime);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Path environment(String name, String... packages) {
    Path environment = folder.resolve(name);
    assumeTrue(
        run("python3", "-m", "venv", "--copies", environment.toString()).code() == 0,
        "there is no python3 that makes virtual environments");
    List<String> install = new ArrayList<>();
    install.add(environment.resolve("bin/python").toString());
    install.addAll(List.of("-m", "pip", "install", "--quiet"));
    install.addAll(List.of(packages));
    assumeTrue(
        run(install.toArray(String[]::new)).code() == 0, "pip cannot install " + List.of(packages));
    return environment.resolve("bin");
  }

  /** The output of a program, and its exit code; −1 where there is no such program. */
  private record Result(int code, String output) {}

  private static Result run(String... command) {
    try {
      Path output = Files.createTempFile(folder, "output", ".txt");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      return new Result(ended ? process.exitValue() : -2, Files.readString(output));
    } catch (IOException e) {
      return new Result(-1, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Requests made up of the description get answers that it describes, and never a 500. */
  @Test
  void schemathesisFindsNothingBesideTheDescription() {
    Path bin = environment("schemathesis", "schemathesis>=4,<5");
    Result result =
        run(
            bin.resolve("schemathesis").toString(),
            "run",
            url() + "/openapi.json",
            "--seed=1",
            "--max-examples=20",
            "--workers=1",
            "--no-color",
            "--checks=not_a_server_error,status_code_conformance,content_type_conformance,"
                + "response_schema_conformance,negative_data_rejection,unsupported_method",
            "--suppress-health-check=all");
    assertThat(result.code()).as(result.output()).isZero();
  }

  /** NVIDIA's client of the protocol: health, metadata and scores. */
  @Test
  void aClientOfTheProtocolGetsItsScores() throws IOException {
    Path bin = environment("triton", "tritonclient[http]");
    Path script =
        Files.writeString(
            folder.resolve("client.py"),
            """
            import sys
            import numpy
            import tritonclient.http as http

            client = http.InferenceServerClient(url=sys.argv[1])
            assert client.is_server_live() and client.is_server_ready()
            assert client.is_model_ready("cards")
            card = client.get_model_metadata("cards")
            assert [each["name"] for each in card["inputs"]] == ["amount", "channel", "known", "time"]

            values = {
                "amount": numpy.array([1.5, -0.5]),
                "channel": numpy.array(["web", "shop"], dtype=object),
                "known": numpy.array(["true", "false"], dtype=object),
                "time": numpy.array(["2024-01-31 10:00:00", "2024-01-31 11:00:00"], dtype=object),
            }
            inputs = []
            for each in card["inputs"]:
                tensor = http.InferInput(each["name"], [2], each["datatype"])
                tensor.set_data_from_numpy(values[each["name"]], binary_data=False)
                inputs.append(tensor)
            outputs = [http.InferRequestedOutput(name, binary_data=False) for name in ("score", "decision")]
            answer = client.infer("cards", inputs, outputs=outputs, request_id="7")
            assert answer.get_response()["id"] == "7"
            print(*answer.as_numpy("score"), *answer.as_numpy("decision"))
            """);
    Result result =
        run(bin.resolve("python").toString(), script.toString(), "127.0.0.1:" + server.port());
    assertThat(result.code()).as(result.output()).isZero();
    String[] numbers = result.output().strip().split(" ", -1);
    assertThat(numbers).hasSize(4);
    // by its label, a row is rare where the amount is above 1
    assertThat(Double.parseDouble(numbers[0])).isGreaterThan(Double.parseDouble(numbers[1]));
    assertThat(numbers[2]).isIn("0", "1");
  }
}
