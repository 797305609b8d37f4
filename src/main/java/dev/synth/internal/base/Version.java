package dev.synth.internal.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The version of this synth. */
public final class Version {
  private static final String OUR_FILES = "dev/synth";
  private static final String RESOURCE = "/" + OUR_FILES + "/version.properties";
  private static final String STORED = "/" + OUR_FILES + "/fingerprint.txt";
  private static final int HASH_BYTES = 4;

  private Version() {}

  /** The fingerprints of this process's classes, which do not change: computed once. */
  private static final class Own {
    static final String BUILD = fingerprint(text(), Version::origin);
    static final String FINGERPRINT = stored().orElse(BUILD);
  }

  /** Returns the version as the build names it, such as {@code 0.1.0-SNAPSHOT}. */
  public static String text() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  /**
   * Returns the version; for a snapshot with a hash of our classes and resources, such as {@code
   * 0.1.0-SNAPSHOT+5d41402a}. A release is named by its version alone.
   *
   * <p>Two builds of the same sources have the same fingerprint, whether they run from a jar or
   * from a folder of classes; edited code has another. The first call reads every class of ours,
   * which takes some milliseconds. A jar whose classes were rewritten, as those of the Spark jar
   * are, has the fingerprint of the classes that it was made of.
   */
  public static String fingerprint() {
    return Own.FINGERPRINT;
  }

  /**
   * Returns the version; for a snapshot with a hash of the very classes and resources that run,
   * rewritten or not.
   */
  public static String ofBuild() {
    return Own.BUILD;
  }

  /** Returns the fingerprint that a rewritten jar has brought from the classes it was made of. */
  private static Optional<String> stored() {
    try (InputStream in = Version.class.getResourceAsStream(STORED)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the fingerprint of a version whose classes lie in a jar or a folder. */
  static String fingerprint(String version, Supplier<Path> jarOrFolder) {
    return isRelease(version) ? version : version + "+" + hashOf(jarOrFolder.get());
  }

  /** True where the version says which code this is: not for a snapshot or an unknown version. */
  private static boolean isRelease(String version) {
    return version.matches("\\d.*") && !version.endsWith("-SNAPSHOT");
  }

  private static Path origin() {
    CodeSource source = Version.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("the classes of synth come from no jar and no folder");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a path: " + source.getLocation(), e);
    }
  }

  /** Returns a short hash of our files in a jar or a folder, in hexadecimal digits. */
  static String hashOf(Path jarOrFolder) {
    try {
      if (Files.isDirectory(jarOrFolder)) {
        return hashOfTree(jarOrFolder);
      }
      try (FileSystem jar = FileSystems.newFileSystem(jarOrFolder)) {
        return hashOfTree(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hashOfTree(Path root) throws IOException {
    MessageDigest digest = sha256();
    for (Path file : filesIn(root.resolve(OUR_FILES))) {
      digest.update(nameOf(root, file).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted((a, b) -> nameOf(folder, a).compareTo(nameOf(folder, b)))
          .toList();
    }
  }

  private static String nameOf(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
