package dev.synth.internal.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

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
   * from a folder of classes; edited code has another. The first call reads the list of a jar's
   * entries, or every file of a folder. A jar whose classes were rewritten, as those of the Spark
   * jar are, has the fingerprint of the classes that it was made of.
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

  /**
   * Returns a short hash of our files in a jar or a folder, in hexadecimal digits: of their names,
   * sizes and CRC-32 checksums, which a jar has in its list of entries.
   */
  static String hashOf(Path jarOrFolder) {
    MessageDigest digest = sha256();
    try {
      for (Map.Entry<String, long[]> file : checksums(jarOrFolder).entrySet()) {
        digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
        ByteBuffer numbers = ByteBuffer.allocate(1 + 2 * Long.BYTES).put((byte) 0);
        digest.update(numbers.putLong(file.getValue()[0]).putLong(file.getValue()[1]).array());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  /** Returns the size and the checksum of each file by its name, in the order of names. */
  private static SortedMap<String, long[]> checksums(Path jarOrFolder) throws IOException {
    return Files.isDirectory(jarOrFolder) ? ofFolder(jarOrFolder) : ofJar(jarOrFolder);
  }

  private static SortedMap<String, long[]> ofJar(Path jar) throws IOException {
    SortedMap<String, long[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(OUR_FILES + "/"))
          .forEach(
              entry -> files.put(entry.getName(), new long[] {entry.getSize(), entry.getCrc()}));
    }
    return files;
  }

  private static SortedMap<String, long[]> ofFolder(Path root) throws IOException {
    SortedMap<String, long[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root.resolve(OUR_FILES))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        String name = root.relativize(file).toString().replace('\\', '/');
        files.put(name, new long[] {content.length, checksum.getValue()});
      }
    }
    return files;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
