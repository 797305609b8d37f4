package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of the image that can be checked without building it. */
class DockerfileTest {
  private static final Path FILE = Path.of("deploy/Dockerfile");

  private static List<String> after(String instruction) throws IOException {
    return Files.readString(FILE)
        .replaceAll("\\\\\\R\\s*", "")
        .lines()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length() + 1))
        .toList();
  }

  @Test
  void theBaseIsARuntimeOfANamedVersion() throws IOException {
    assertThat(after("FROM"))
        .singleElement()
        .asString()
        .matches("eclipse-temurin:2[0-9]+-jre-\\w+");
  }

  @Test
  void itRunsAsAUserWithANumberThatIsNotRoot() throws IOException {
    // Kubernetes' runAsNonRoot takes numbers alone
    String[] user = after("USER").getLast().split(":", 2);
    assertThat(user).allMatch(number -> Integer.parseInt(number) > 0);
    assertThat(after("RUN").getFirst())
        .contains("--uid " + user[0] + " ")
        .contains("--gid " + user[1] + " ");
    assertThat(Files.readString(Path.of("deploy/kubernetes.yaml")))
        .contains("runAsUser: " + user[0] + "\n")
        .contains("runAsGroup: " + user[1] + "\n");
  }

  @Test
  void whatItCopiesIsBuiltAndNotIgnored() throws IOException {
    assertThat(after("COPY")).containsExactly("target/dist /opt/synth");
    assertThat(Files.readAllLines(Path.of("deploy/Dockerfile.dockerignore")))
        .containsExactly("*", "!target/dist");
    assertThat(Files.readString(Path.of("synth"))).contains("/target/dist\n");
  }

  /** In exec form, so that signals come to the server. */
  @Test
  void itStartsTheLauncherWithACacheBelowTheOneFolderThatCanBeWritten() throws IOException {
    assertThat(after("ENTRYPOINT")).containsExactly("[\"/opt/synth/bin/synth\"]");
    assertThat(after("CMD")).singleElement().asString().startsWith("[\"");
    assertThat(after("ENV")).singleElement().asString().contains("SYNTH_CACHE=/tmp/");
    assertThat(after("WORKDIR")).containsExactly("/tmp");
    assertThat(Files.readString(Path.of("deploy/README.md")))
        .contains("--read-only --tmpfs /tmp:exec ");
  }
}
