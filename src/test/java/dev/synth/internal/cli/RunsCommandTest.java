package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.files.FileLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
  @TempDir Path folder;

  private CommandLineRun runs(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "runs";
    System.arraycopy(more, 0, all, 1, more.length);
    all[more.length + 1] = "--out";
    all[more.length + 2] = folder.toString();
    return CommandLineRun.of(all);
  }

  private Path write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private void finished(String name, String steps) throws IOException {
    write("synthetic-out/" + name + "/DONE", "hash\n");
    write("synthetic-out/" + name + "/validation.json", "{\"passed\": true}");
    write("synthetic-out/" + name + "/provenance.json", "{\"version\": \"1\"}");
    write(
        "synthetic-out/" + name + "/resolved.yaml",
        "name: demo\ngenerator:\n  kind: vae\n  steps: " + steps + "\n  hidden: [8, 8]\n");
  }

  @Test
  void allRunsOfBothRootsAreListedAndNothingElse() throws IOException {
    finished("good", "100");
    write("evaluation/.killed.grid/identity", "hash");
    write("evaluation/README.md", "no run");
    write("synthetic-out/notes/text.txt", "no run");

    JsonNode runs = Json.mapper().readTree(runs("--json").out()).path("runs");

    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).path("name").asText()).isEqualTo("good");
    assertThat(runs.get(0).path("state").asText()).isEqualTo("finished");
    assertThat(runs.get(0).path("gates_passed").asBoolean()).isTrue();
    assertThat(runs.get(1).path("name").asText()).isEqualTo("killed");
    assertThat(runs.get(1).path("state").asText()).isEqualTo("unfinished");
    assertThat(runs().out()).contains("good    finished    passed", "2 runs, ");
  }

  @Test
  void whatIsUnfinishedIsRemovedOnlyWithYesAndNeverUnderALock() throws IOException {
    finished("good", "100");
    Path killed = write("synthetic-out/.killed.partial/synthetic.csv", "a");
    Path busy = write("synthetic-out/.busy.partial/synthetic.csv", "a");
    Path lock = write("synthetic-out/.busy.lock", "");

    assertThat(runs("clean", "--dry-run").out()).contains("killed", "They would be removed.");
    CommandLineRun unasked = runs("clean");
    assertThat(unasked.code()).isEqualTo(2);
    assertThat(unasked.err()).contains("nothing is removed before you say --yes");
    assertThat(killed).exists();
    try (FileLocks.Held held = FileLocks.tryExclusive(lock).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(runs().out()).contains("busy    running");
      assertThat(runs("clean", "--yes").out()).contains("killed").doesNotContain("busy");
    }
    assertThat(killed.getParent()).doesNotExist();
    assertThat(busy).exists();
    assertThat(folder.resolve("synthetic-out/good/DONE")).exists();
    assertThat(folder.resolve("synthetic-out/.killed.lock")).doesNotExist();
  }

  @Test
  void oldRunsAreRemovedByAge() throws IOException {
    finished("old", "100");
    finished("new", "100");
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    for (String file :
        new String[] {"DONE", "validation.json", "provenance.json", "resolved.yaml"}) {
      Files.setLastModifiedTime(folder.resolve("synthetic-out/old").resolve(file), longAgo);
    }

    assertThat(runs("clean", "--older-than", "30d", "--yes").code()).isZero();
    assertThat(folder.resolve("synthetic-out/old")).doesNotExist();
    assertThat(folder.resolve("synthetic-out/new")).exists();
    assertThat(runs("clean", "--older-than", "3w").err())
        .contains(
            "--older-than must be a number of days, hours or minutes, such as 30d, but is '3w'");
  }

  @Test
  void twoRunsDifferInTheirKeys() throws IOException {
    finished("one", "100");
    finished("two", "200");

    CommandLineRun both = runs("one", "two");
    assertThat(both.code()).as(both.err()).isZero();
    assertThat(both.out())
        .contains("one: Nothing was compared. Its gates passed.", "generator.steps  100  200")
        .doesNotContain("hidden", "Made by different versions");
    assertThat(runs("one", "three").err()).contains("there is no run 'three'");
    assertThat(runs("one").code()).isEqualTo(2);
  }
}
