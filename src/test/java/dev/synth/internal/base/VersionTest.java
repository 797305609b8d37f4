package dev.synth.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  private static final String OURS = "dev/synth/base/A.class";
  private static final String MORE = "dev/synth/B.class";

  @TempDir Path folder;

  @Test
  void theBuildFillsInTheVersion() {
    assertThat(Version.text()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void aSnapshotsFingerprintIsTheVersionAndAHash() {
    assertThat(Version.fingerprint()).startsWith(Version.text());
    if (Version.text().endsWith("-SNAPSHOT")) {
      assertThat(Version.fingerprint()).matches(".*\\+[0-9a-f]{8}");
    }
  }

  @Test
  void aReleaseIsNamedByItsVersionAlone() throws IOException {
    write(folder.resolve(OURS), "one");

    assertThat(Version.fingerprint("0.1.0", () -> folder)).isEqualTo("0.1.0");
  }

  @ParameterizedTest
  // The last two: no properties on the class path, and an IDE that did not filter them.
  @ValueSource(strings = {"0.2.0-SNAPSHOT", "unknown", "${project.version}"})
  void codeThatIsNoReleaseIsNamedByItsClassesToo(String version) throws IOException {
    write(folder.resolve(OURS), "one");

    assertThat(Version.fingerprint(version, () -> folder))
        .isEqualTo(version + "+" + Version.hashOf(folder));
  }

  @Test
  void aJarHashesAsTheFolderItWasMadeOf() throws IOException {
    write(folder.resolve(OURS), "one");
    write(folder.resolve(MORE), "two");
    write(folder.resolve("META-INF/MANIFEST.MF"), "not ours");

    Path jar = folder.resolve("synth.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of(OURS, MORE)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Files.readAllBytes(folder.resolve(name)));
      }
    }

    assertThat(Version.hashOf(jar)).isEqualTo(Version.hashOf(folder));
  }

  @Test
  void anEditedClassChangesTheHash() throws IOException {
    write(folder.resolve(OURS), "one");
    String before = Version.hashOf(folder);
    write(folder.resolve(OURS), "two");

    assertThat(Version.hashOf(folder)).isNotEqualTo(before);
  }

  @Test
  void aRenamedClassChangesTheHash() throws IOException {
    write(folder.resolve(OURS), "one");
    String before = Version.hashOf(folder);
    Files.move(folder.resolve(OURS), folder.resolve(MORE));

    assertThat(Version.hashOf(folder)).isNotEqualTo(before);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
