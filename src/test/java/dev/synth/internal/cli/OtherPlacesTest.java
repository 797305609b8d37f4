package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The locale, the time zone and the default encoding change no byte of what a run writes. */
class OtherPlacesTest {
  private static final String EVERYTHING_ELSE =
      " -Duser.timezone=Pacific/Kiritimati -Dfile.encoding=ISO-8859-1";

  @TempDir private Path folder;

  /** One JVM that is odd in all ways: dotless i, a day ahead of UTC, bytes as characters. */
  @Test
  @Tag("slow")
  void turkishAtTheDateLineInLatin1() throws IOException, InterruptedException {
    sameBytes("-Duser.language=tr -Duser.country=TR" + EVERYTHING_ELSE);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab",
        "-Duser.language=en -Duser.country=US",
        "-Duser.language=de -Duser.country=DE",
        "-Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist-nu-thai",
        "-Duser.timezone=Pacific/Kiritimati",
        "-Dfile.encoding=ISO-8859-1"
      })
  void otherPlaces(String options) throws IOException, InterruptedException {
    sameBytes(options);
  }

  private void sameBytes(String options) throws IOException, InterruptedException {
    Path config = config();
    Map<String, String> here = here(config, folder.resolve("here"));
    Map<String, String> there = there(List.of(options.split(" ", -1)), config, folder.resolve("x"));
    assertThat(here).containsKeys("stdout", "stderr", "synthetic-out/small/synthetic.csv");
    assertThat(there).isEqualTo(here);
  }

  /** Rows with words that are no ASCII, times around midnight, a group, and two labels. */
  private Path config() throws IOException {
    StringBuilder rows = new StringBuilder("amount,\u0130l,when,visits,label\n");
    for (int row = 0; row < 300; row++) {
      rows.append(row * 37 % 101 / 4.0)
          .append(row % 3 == 0 ? ",\u0130zmir" : row % 3 == 1 ? ",Isparta" : ",caf\u00e9")
          .append(",2024-03-%02d %02d:30:00,".formatted(1 + row % 31, row % 24))
          .append(row % 7)
          .append(row % 15 == 0 ? ",F\u0131RAUD" : row % 15 == 1 ? ",fIraud" : ",ok")
          .append('\n');
    }
    Files.writeString(folder.resolve("rows.csv"), rows);
    return Files.writeString(
        folder.resolve("c.yaml"),
        """
        name: small
        data: {source: '%s', label: label, positive: [F\u0131RAUD, fIraud], time: when}
        split: {method: random}
        generator: {kind: vae, steps: 20}
        augmentation: {ratio: 0.8}
        validation: {gates: {class_fidelity: off}} # twenty steps teach little
        evaluation: {repeats: 2, classifiers: [xgboost]}
        """
            .formatted(folder.resolve("rows.csv")));
  }

  /** Some launchers of tests have the classes in a loader of their own. */
  private static String classPath() {
    return Main.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private static String[] arguments(Path config, Path out) {
    return new String[] {
      "generate", "--config", config.toString(), "--force", "--out", out.toString()
    };
  }

  /** Returns what a run in this JVM prints and writes, but for facts about the machine. */
  private static Map<String, String> here(Path config, Path out) throws IOException {
    CommandLineRun run = CommandLineRun.of(arguments(config, Files.createDirectories(out)));
    assertThat(run.code()).as(run.err()).isZero();
    return written(out, run.out(), run.err());
  }

  /** Returns the same of a run in a JVM of its own. */
  private static Map<String, String> there(List<String> options, Path config, Path out)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A JVM of so short a life compiles more than it gains from.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(arguments(config, Files.createDirectories(out))));
    Path printed = out.resolve("printed.txt");
    Path told = out.resolve("told.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(printed.toFile())
            .redirectError(told.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String err =
        Files.readAllLines(told).stream()
            .filter(line -> !line.startsWith("WARNING: ")) // the JVM's own
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    assertThat(process.exitValue()).as(err).isZero();
    String text = Files.readString(printed);
    Files.delete(printed);
    Files.delete(told);
    return written(out, text, err);
  }

  private static Map<String, String> written(Path out, String printed, String told)
      throws IOException {
    Map<String, String> written = new TreeMap<>();
    written.put("stdout", neutral(out, printed));
    written.put("stderr", neutral(out, told));
    WrittenFiles.lasting(out)
        .forEach((name, text) -> written.put(name.replaceAll("small-[0-9a-f]+", "small"), text));
    return written;
  }

  /** Leaves out paths, seconds, and the lines of progress that a busy machine has more of. */
  private static String neutral(Path out, String text) {
    return text.replace(out.toString(), "OUT")
        .replaceAll("in \\d+\\.\\d s", "in a while")
        .replaceAll("(?m)^\\w+ +[\\d,]+/[\\d,]+ .* left.*\\R", "");
  }
}
