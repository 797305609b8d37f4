package dev.synth.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the launcher's shell script with a JDK that only prints what it was started with, and a
 * Maven that only notes that it was.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  /** A whole archive takes some 30 MB; one of less than 8 MB is not whole. */
  private static final String WHOLE_ARCHIVE = "x".repeat(9 << 20);

  private static final Path SCRIPT = Path.of("synth");
  private static final int ENVIRONMENT = 6;

  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder;

  private Path zip;
  private Path tree;

  @BeforeEach
  void unpackAZipAndCloneATree() throws IOException {
    zip = folder.resolve("a zip");
    write(zip.resolve("lib/synth.jar"), "");
    install(zip.resolve("bin/synth"), Files.readString(SCRIPT));

    tree = folder.resolve("a tree");
    write(tree.resolve("pom.xml"), "");
    write(tree.resolve("src/main/java/Main.java"), "");
    install(tree.resolve("synth"), Files.readString(SCRIPT));

    environment.put("SYNTH_JAVA", jdk("25.0.3").toString());
    environment.put("SYNTH_CACHE", folder.resolve("a cache").toString());
    environment.put("PATH", maven("exit 0") + ":" + System.getenv("PATH"));
  }

  @Test
  void argumentsArriveAsTheyWereGiven() {
    Run run = run(zip.resolve("bin/synth"), "generate", "--label", "a b", "", "*", "-Dx=\"1\"");

    assertThat(run.exitCode).isZero();
    assertThat(run.argumentsAfterTheJar())
        .containsExactly("generate", "--label", "a b", "", "*", "-Dx=\"1\"");
    assertThat(run.err).isEmpty();
  }

  @Test
  void aLinkAndAnotherFolderLeadToTheSameJar() throws IOException {
    Path link = folder.resolve("links/my synth");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of("../a zip/bin/synth"));

    assertThat(run(link, "runs").out)
        .contains(zip.toRealPath().resolve("lib/synth.jar").toString());
  }

  @Test
  void theCachesLieInTheCacheFolder() {
    List<String> out = run(zip.resolve("bin/synth"), "generate").out;

    String cache = folder.resolve("a cache").toString();
    assertThat(out)
        .contains("-Dorg.bytedeco.javacpp.cachedir=" + cache + "/javacpp")
        .anyMatch(option -> option.startsWith("-Djava.io.tmpdir=" + cache + "/tmp/"))
        .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile=" + cache + "/cds/"));
  }

  @Test
  void helpNeedsNoCache() throws IOException {
    environment.put("SYNTH_CACHE", unusableCache().toString());

    Run run = run(zip.resolve("bin/synth"), "generate", "--help");

    assertThat(run.exitCode).isZero();
    assertThat(run.out).contains("-XX:TieredStopAtLevel=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "completion"})
  void helpAndCompletionAreLightAsWell(String command) throws IOException {
    environment.put("SYNTH_CACHE", unusableCache().toString());

    Run run = run(zip.resolve("bin/synth"), command, "generate");

    assertThat(run.exitCode).isZero();
    assertThat(run.out).contains("-XX:TieredStopAtLevel=1");
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed() throws IOException {
    environment.put("SYNTH_CACHE", unusableCache().toString());

    Run run = run(zip.resolve("bin/synth"), "generate");

    assertThat(run.exitCode).isEqualTo(ENVIRONMENT);
    assertThat(run.err)
        .containsExactly(
            "synth: cannot write the cache folder "
                + unusableCache()
                + "; set SYNTH_CACHE to a folder that can be written.");
  }

  @Test
  void aCacheThatRunsNoProgramsIsNamed() throws IOException {
    Path mount = Path.of("/dev/shm");
    assumeTrue(
        Files.isReadable(Path.of("/proc/mounts"))
            && Files.readAllLines(Path.of("/proc/mounts")).stream()
                .anyMatch(line -> line.contains(" /dev/shm ") && line.contains("noexec")),
        "/dev/shm is not mounted noexec here");
    Path cache = Files.createTempDirectory(mount, "synth-test");
    environment.put("SYNTH_CACHE", cache.toString());

    Run run = run(zip.resolve("bin/synth"), "generate");

    assertThat(run.exitCode).isEqualTo(ENVIRONMENT);
    assertThat(run.err).singleElement().asString().contains(cache.toString(), "noexec");
    for (String child : List.of("cds", "javacpp", "tmp", "")) {
      Files.delete(cache.resolve(child));
    }
  }

  @Test
  void whatDeadProcessesLeftIsRemoved() throws IOException {
    Path temporary = folder.resolve("a cache/tmp");
    String host = firstLineOf("uname", "-n");
    Path dead = temporary.resolve(host + ".999999999"); // above every system's highest process id
    Path alive = temporary.resolve(host + "." + ProcessHandle.current().pid());
    Path elsewhere = temporary.resolve("other-host.999999999");
    write(dead.resolve("native.so"), "…");
    write(alive.resolve("native.so"), "…");
    write(elsewhere.resolve("native.so"), "…");

    run(zip.resolve("bin/synth"), "generate");

    assertThat(dead).doesNotExist();
    assertThat(alive).exists();
    assertThat(elsewhere).exists();
  }

  @Test
  void flagsFollowTheJdk() throws IOException {
    String flag = "--sun-misc-unsafe-memory-access=allow"; // came with JDK 23
    environment.put("SYNTH_JAVA", jdk("21.0.9").toString());
    assertThat(run(zip.resolve("bin/synth"), "generate").out).doesNotContain(flag);

    environment.put("SYNTH_JAVA", jdk("23").toString());
    assertThat(run(zip.resolve("bin/synth"), "generate").out).contains(flag);
  }

  @ParameterizedTest
  @CsvSource({
    "1,  '',                   true",
    "2,  -Xmx1g,               true",
    "2,  -XX:+UseParallelGC,   false", // the JVM takes one collector alone
    "3,  '',                   false",
    "'', '',                   false" // a getconf that does not know
  })
  void theCollectorFollowsTheProcessors(String processors, String options, boolean serial)
      throws IOException {
    Path tools = folder.resolve("few processors");
    install(tools.resolve("getconf"), "#!/bin/sh\necho " + processors + "\n");
    environment.merge("PATH", tools + ":", (path, first) -> first + path);
    environment.put("SYNTH_JAVA_OPTS", options);

    assertThat(run(zip.resolve("bin/synth"), "generate").out.contains("-XX:+UseSerialGC"))
        .isEqualTo(serial);
  }

  @Test
  void aServerHasShortPausesUnlessACollectorIsNamed() throws IOException {
    String young = "-XX:MaxNewSize=8m";
    assertThat(run(zip.resolve("bin/synth"), "serve", "model").out)
        .contains("-XX:+UseSerialGC")
        .contains(young);
    assertThat(run(zip.resolve("bin/synth"), "score", "model", "serve").out).doesNotContain(young);

    environment.put("SYNTH_JAVA_OPTS", "-XX:+UseG1GC");

    assertThat(run(zip.resolve("bin/synth"), "serve", "model").out)
        .doesNotContain("-XX:+UseSerialGC")
        .doesNotContain(young);
  }

  @Test
  void anArchiveOfAnotherJarIsRemoved() throws IOException {
    Path first = archiveIn(run(zip.resolve("bin/synth"), "generate"));
    write(first, WHOLE_ARCHIVE);
    assertThat(archiveIn(run(zip.resolve("bin/synth"), "generate"))).isEqualTo(first).exists();

    write(zip.resolve("lib/synth.jar"), "other classes");

    assertThat(archiveIn(run(zip.resolve("bin/synth"), "generate"))).isNotEqualTo(first);
    assertThat(first).doesNotExist();
  }

  @Test
  void anArchiveOlderThanTheJarIsRemoved() throws IOException {
    Path archive = archiveIn(run(zip.resolve("bin/synth"), "generate"));
    write(archive, WHOLE_ARCHIVE);
    Files.setLastModifiedTime(
        zip.resolve("lib/synth.jar"), FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(archiveIn(run(zip.resolve("bin/synth"), "generate")))
        .isEqualTo(archive)
        .doesNotExist();
  }

  /** One that a command wrote which soon ended, such as one that was given no config. */
  @Test
  void aSmallArchiveIsWrittenAnewByACommandThatLoadsMuch() throws IOException {
    Path archive = archiveIn(run(zip.resolve("bin/synth"), "generate"));
    write(archive, "of few classes");

    assertThat(run(zip.resolve("bin/synth"), "runs").out)
        .contains("-XX:SharedArchiveFile=" + archive)
        .doesNotContain("-XX:+AutoCreateSharedArchive");
    assertThat(archive).exists();
    assertThat(run(zip.resolve("bin/synth"), "-q", "evaluate").out)
        .contains("-XX:+AutoCreateSharedArchive");
    assertThat(archive).doesNotExist();
  }

  @Test
  void aCommandThatLoadsLittleWritesNoArchive() {
    assertThat(run(zip.resolve("bin/synth"), "runs").out)
        .noneMatch(option -> option.contains("SharedArchive"));
  }

  @Test
  void theSecondCompilerStartsLateButForAServer() {
    String late = "-XX:Tier4InvocationThreshold=15000";

    assertThat(run(zip.resolve("bin/synth"), "generate").out).contains(late);
    assertThat(run(zip.resolve("bin/synth"), "serve", "model").out).doesNotContain(late);
  }

  @Test
  void theUsersOptionsComeLastOfTheJvms() {
    environment.put("SYNTH_JAVA_OPTS", "-Xmx3g -XX:+UseZGC");

    assertThat(run(zip.resolve("bin/synth"), "generate").out)
        .containsSubsequence("-XX:+AutoCreateSharedArchive", "-Xmx3g", "-XX:+UseZGC", "-jar");
  }

  @Test
  void anOldJdkIsPassedOver() throws IOException {
    environment.put("SYNTH_JAVA", "");
    environment.put("JAVA_HOME", jdk("17.0.15").toString());
    Path onThePath = jdk("21.0.1");
    environment.merge("PATH", onThePath + "/bin:", (old, first) -> first + old);

    assertThat(run(zip.resolve("bin/synth"), "generate").out).contains("JDK " + onThePath);
  }

  @Test
  void aJdkThatWasAskedForAndIsTooOldIsNamed() throws IOException {
    Path old = jdk("17.0.15");
    environment.put("SYNTH_JAVA", old.toString());

    Run run = run(zip.resolve("bin/synth"), "--version");

    assertThat(run.exitCode).isEqualTo(ENVIRONMENT);
    assertThat(run.err)
        .containsExactly(
            "synth: SYNTH_JAVA is " + old + ", which is not the folder of a JDK 21 or newer.");
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws IOException {
    String script = Files.readString(SCRIPT);
    String tooNew = script.replace("oldest_java=21", "oldest_java=999"); // no machine has it
    assertThat(tooNew).isNotEqualTo(script);
    install(zip.resolve("bin/synth"), tooNew);
    environment.put("SYNTH_JAVA", "");

    Run run = run(zip.resolve("bin/synth"), "--version");

    assertThat(run.exitCode).isEqualTo(ENVIRONMENT);
    assertThat(run.err)
        .singleElement()
        .asString()
        .startsWith("synth: no JDK 999 or newer")
        .contains("install Temurin");
  }

  @Test
  void aZipIsNeverBuilt() throws IOException {
    write(zip.resolve("pom.xml"), "newer than the jar");

    run(zip.resolve("bin/synth"), "generate");

    assertThat(builds()).isZero();
  }

  @Test
  void aTreeIsBuiltOnceUntilASourceChanges() throws IOException {
    assertThat(run(tree.resolve("synth"), "generate").err)
        .singleElement()
        .asString()
        .startsWith("synth: building (first run only");
    assertThat(run(tree.resolve("synth"), "generate").err).isEmpty();
    assertThat(builds()).isEqualTo(1);

    Files.setLastModifiedTime(
        tree.resolve("src/main/java/Main.java"), FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(run(tree.resolve("synth"), "generate").err)
        .containsExactly("synth: building (the sources have changed)…");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void twoStartsAtOnceBuildOnce() throws Exception {
    environment.put("PATH", maven("sleep 1") + ":" + System.getenv("PATH"));
    Process first = start(tree.resolve("synth"), "generate");
    Process second = start(tree.resolve("synth"), "generate");

    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(first.exitValue()).isZero();
    assertThat(second.exitValue()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aDeadBuildersLockIsBroken() throws IOException {
    write(tree.resolve("target/building/pid"), "999999999\n");

    assertThat(run(tree.resolve("synth"), "generate").exitCode).isZero();

    assertThat(builds()).isEqualTo(1);
    assertThat(tree.resolve("target/building")).doesNotExist();
  }

  @Test
  void aFailedBuildIsShownAndItsLogNamed() throws IOException {
    environment.put("PATH", maven("echo '[ERROR] no such artifact'; exit 1") + ":/usr/bin:/bin");

    Run run = run(tree.resolve("synth"), "generate");

    assertThat(run.exitCode).isEqualTo(ENVIRONMENT);
    assertThat(run.err).contains("[ERROR] no such artifact");
    assertThat(run.err.getLast())
        .startsWith("synth: the build failed")
        .contains("launcher-build.log");
    assertThat(tree.resolve("target/building")).doesNotExist();
  }

  @Test
  void withoutMavenTheTreesWrapperBuilds() throws IOException {
    Path wrapper = tree.resolve("mvnw");
    Files.move(maven("exit 0").resolve("mvn"), wrapper);
    environment.put("PATH", toolsWithoutMaven().toString());

    Run run = run(tree.resolve("synth"), "generate");

    assertThat(run.exitCode).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void withoutMavenAndWrapperItSaysWhatIsMissing() throws IOException {
    environment.put("PATH", toolsWithoutMaven().toString());

    Run run = run(tree.resolve("synth"), "generate");

    assertThat(run.exitCode).isEqualTo(ENVIRONMENT);
    assertThat(run.err)
        .singleElement()
        .asString()
        .startsWith("synth: building synth needs Maven 3.8.7 or newer on the PATH")
        .contains("mvnw");
    assertThat(tree.resolve("target/building")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--engine spark", "--engine=spark"})
  void sparkIsAnotherClassPathWithTheSameMain(String option) throws IOException {
    write(zip.resolve("spark/lib/synth-spark.jar"), "");
    environment.put("SYNTH_JAVA_OPTS", "-Dspark.master=local[2]");
    String[] arguments = ("generate --from r " + option).split(" ", -1);

    List<String> out = run(zip.resolve("bin/synth"), arguments).out;

    String spark = zip.toRealPath().resolve("spark").toString();
    int main = out.indexOf("dev.synth.internal.cli.Main");
    assertThat(out.subList(main - 2, main))
        .containsExactly("-cp", spark + "/lib/*:" + spark + "/spark/*");
    assertThat(out.subList(main + 1, out.size())).containsExactly(arguments);
    assertThat(out)
        .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "-Dspark.master=local[2]")
        .doesNotContain("-jar");
  }

  @Test
  void withoutTheSparkJarSynthItselfSaysThatItIsMissing() {
    assertThat(run(zip.resolve("bin/synth"), "generate", "--engine", "spark").out).contains("-jar");
  }

  @Test
  void aSparkJarOlderThanSynthIsRefused() throws IOException {
    Path old = zip.resolve("spark/lib/synth-spark.jar");
    write(old, "");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));

    Run run = run(zip.resolve("bin/synth"), "generate", "--engine", "spark");

    assertThat(run.exitCode).isEqualTo(ENVIRONMENT);
    assertThat(run.err)
        .singleElement()
        .asString()
        .startsWith("synth: the Spark jar is older than synth; build it again");
  }

  /** Makes a folder of the programs that the launcher and the wrapper of these tests call. */
  private Path toolsWithoutMaven() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        List.of(
            "cat",
            "chmod",
            "cksum",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "touch",
            "uname")) {
      Path found =
          Stream.of(System.getenv("PATH").split(":", -1))
              .map(bin -> Path.of(bin, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      install(tools.resolve(tool), "#!/bin/sh\nexec " + found + " \"$@\"\n");
    }
    return tools;
  }

  /** The launcher's exit code, and the lines that it and the JDK printed. */
  private record Run(int exitCode, List<String> out, List<String> err) {
    List<String> argumentsAfterTheJar() {
      return out.subList(out.indexOf("-jar") + 2, out.size());
    }
  }

  private static Path archiveIn(Run run) {
    String option = "-XX:SharedArchiveFile=";
    return run.out.stream()
        .filter(argument -> argument.startsWith(option))
        .map(argument -> Path.of(argument.substring(option.length())))
        .findFirst()
        .orElseThrow();
  }

  private Run run(Path command, String... arguments) {
    try {
      Process process = start(command, arguments);
      byte[] out = process.getInputStream().readAllBytes();
      byte[] err = process.getErrorStream().readAllBytes();
      return new Run(process.waitFor(), lines(out), lines(err));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Process start(Path command, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("/bin/sh", command.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().remove("SYNTH_JAVA_OPTS");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Makes a JDK whose java prints its own folder and then its arguments, one a line. */
  private Path jdk(String version) throws IOException {
    Path jdk = folder.resolve("jdk " + version);
    write(jdk.resolve("release"), "IMPLEMENTOR=\"us\"\nJAVA_VERSION=\"" + version + "\"\n");
    install(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"JDK ${0%/bin/java}\" \"$@\"\n");
    install(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    return jdk;
  }

  /** Makes a Maven that notes that it was called, does something, and builds an empty jar. */
  private Path maven(String deed) throws IOException {
    Path bin = folder.resolve("maven");
    install(
        bin.resolve("mvn"),
        """
        #!/bin/sh
        echo called >> '%1$s/calls'
        mkdir -p '%2$s/target/dist/lib'
        (%3$s) || exit 1
        touch '%2$s/target/dist/lib/synth.jar' '%2$s/target/dist/built'
        """
            .formatted(bin, folder.resolve("a tree"), deed));
    return bin;
  }

  private int builds() throws IOException {
    Path calls = folder.resolve("maven/calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** Returns a folder that nobody can make, not even root: its parent is a file. */
  private Path unusableCache() throws IOException {
    Path file = folder.resolve("a file");
    write(file, "");
    return file.resolve("cache");
  }

  private static String firstLineOf(String... command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    return lines(process.getInputStream().readAllBytes()).getFirst();
  }

  private static List<String> lines(byte[] output) {
    return new String(output, StandardCharsets.UTF_8).lines().toList();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void install(Path file, String script) throws IOException {
    write(file, script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
