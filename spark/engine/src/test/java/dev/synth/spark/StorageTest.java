package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of another file system, under a scheme of its own, as HDFS and object stores have one. */
class StorageTest {
  private static final String ROOT = "elsewhere.root";

  @TempDir private Path there;
  @TempDir private Path here;

  private Storage storage = new Storage(new Configuration(false));

  /** A file system below a folder that the configuration names. */
  public static final class Elsewhere extends RawLocalFileSystem {
    private static final URI URI_OF_ROOT = URI.create("elsewhere:///");

    @Override
    public String getScheme() {
      return "elsewhere";
    }

    @Override
    public URI getUri() {
      return URI_OF_ROOT;
    }

    @Override
    public File pathToFile(org.apache.hadoop.fs.Path path) {
      return new File(getConf().get(ROOT), path.toUri().getPath());
    }
  }

  @BeforeEach
  void connect() {
    Configuration configuration = new Configuration(false);
    configuration.set("fs.elsewhere.impl", Elsewhere.class.getName());
    configuration.set("fs.elsewhere.impl.disable.cache", "true");
    configuration.set(ROOT, there.toString());
    storage = new Storage(configuration);
  }

  private static FetchedFile file(String from, Path to) {
    return new FetchedFile("elsewhere:///" + from, to.toString());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(here)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aDownloadIsWholeAndTakesTheOldOnesPlace() throws IOException {
    byte[] bytes = new byte[3_000_000];
    bytes[2_999_999] = 7;
    Files.write(there.resolve("rows.bin"), bytes);
    Path to = Files.writeString(here.resolve("copy.bin"), "an older one");

    storage.download(file("rows.bin", to));

    assertThat(to).hasBinaryContent(bytes);
    assertThat(names()).as("no part of a copy is left").containsExactly("copy.bin");
  }

  @Test
  void aDownloadThatFailsIsASentenceAndLeavesNothing() throws IOException {
    assertThatThrownBy(() -> storage.download(file("none.bin", here.resolve("copy.bin"))))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode().code()).isEqualTo(6))
        .hasMessageStartingWith("cannot read elsewhere:/none.bin: ");
    assertThat(names()).isEmpty();
    Files.writeString(there.resolve("rows.bin"), "rows");
    Path nowhere = here.resolve("no folder").resolve("copy.bin");
    assertThatThrownBy(() -> storage.download(file("rows.bin", nowhere)))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("cannot read elsewhere:/rows.bin: ");
    assertThat(names()).isEmpty();
  }

  @Test
  void patternsNameFilesInTheOrderOfTheirPaths() throws IOException {
    Files.createDirectories(there.resolve("days/a-folder.csv"));
    for (String name : List.of("days/2.csv", "days/1.csv", "days/3.txt")) {
      Files.writeString(there.resolve(name), name);
    }
    assertThat(storage.matching("elsewhere:///days/*.csv"))
        .extracting(path -> path.toUri().getPath())
        .containsExactly("/days/1.csv", "/days/2.csv");
    assertThat(storage.matching("elsewhere:///nights/*.csv")).isEmpty();
  }

  @Test
  void anUploadMovesAFile() throws IOException {
    Path own = Files.writeString(here.resolve("block"), "rows");
    org.apache.hadoop.fs.Path target = storage.qualified("elsewhere:///out/block-0");

    storage.upload(own, target);
    assertThat(there.resolve("out/block-0")).hasContent("rows");
    assertThat(own).doesNotExist();
    assertThat(storage.size(target)).isEqualTo(4);
    assertThat(storage.size(target.getParent())).as("a folder is no file").isEqualTo(-1);
    assertThat(storage.size(storage.qualified("elsewhere:///out/none"))).isEqualTo(-1);

    org.apache.hadoop.fs.Path moved = storage.qualified("elsewhere:///out/block-1");
    storage.move(target, moved);
    assertThat(storage.exists(target)).isFalse();
    assertThat(storage.exists(moved)).isTrue();
  }

  @Test
  void aSchemeThatNobodyKnowsIsASentence() {
    assertThatThrownBy(() -> storage.qualified("nowhere:///rows"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cannot reach nowhere:/rows: ")
        .hasMessageContaining("nowhere");
    assertThatThrownBy(() -> storage.qualified(""))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("'' is no path");
  }
}
