package dev.synth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standalone master with two workers on this machine, one stopped and started again. */
@Tag("slow")
class StandaloneTest {
  private static final long LOOK_MILLIS = 20;
  private static final long PATIENCE_SECONDS = 120;

  @TempDir private static Path folder;
  private static final List<Process> PROCESSES = new ArrayList<>();
  private static Path home = Path.of("");
  private static String master = "";

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    home = ClusterTest.home();
    SparkScoringTest.scoreIn(folder);
    SparkGridTest.compareIn(folder);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    master = "spark://127.0.0.1:" + port;
    daemon("master", "master.Master", "--host", "127.0.0.1", "--port", String.valueOf(port));
    worker("first");
    worker("second");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    for (Process process : PROCESSES) {
      process.destroyForcibly().waitFor();
    }
  }

  private static Process worker(String name) throws IOException, InterruptedException {
    String work = folder.resolve("work-" + name).toString();
    Process worker =
        daemon(
            name,
            "worker.Worker",
            "--host",
            "127.0.0.1",
            "--cores",
            "1",
            "--memory",
            "2g",
            "--work-dir",
            work,
            master);
    until(() -> log(name).contains("Successfully registered with master"), name);
    return worker;
  }

  private static Process daemon(String name, String type, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(home.resolve("bin/spark-class").toString());
    line.add("org.apache.spark.deploy." + type);
    line.addAll(List.of("--webui-port", "0"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    PROCESSES.add(process);
    return process;
  }

  private static String log(String name) {
    try {
      return Files.readString(folder.resolve(name + ".log"));
    } catch (IOException e) {
      return "";
    }
  }

  private static void until(BooleanSupplier isSo, String what) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isSo.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s: %s", what, log(what)).isLessThan(end);
      Thread.sleep(LOOK_MILLIS);
    }
  }

  @Test
  void scoresHaveTheSameBytes() throws IOException {
    Commands.Ended ended = submit(SparkScoringTest.score("day-*.csv", "a.parquet"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(SparkEngineTest.files(folder.resolve("a.parquet")))
        .isEqualTo(SparkEngineTest.files(folder.resolve("scored-here.parquet")));
  }

  @Test
  void aGridOutlivesAWorkerThatIsStoppedAndStartedAgain() throws Exception {
    Commands.Ended here = Commands.plain(folder, SparkGridTest.compareMany("whole"));
    assertThat(here.code()).as(here.err()).isZero();
    Process third = worker("third");
    Path cells = folder.resolve("many/evaluation/.many.grid/cells");

    CompletableFuture<Commands.Ended> grid =
        CompletableFuture.supplyAsync(() -> submit(SparkGridTest.compareMany("many")));
    until(() -> SparkGridTest.count(cells) >= 1 || grid.isDone(), "third");
    assertThat(grid).as("a part of the grid is still to do").isNotDone();
    for (ProcessHandle own : third.children().toList()) {
      own.destroyForcibly();
    }
    third.destroyForcibly().waitFor();
    worker("fourth");

    Commands.Ended ended = grid.get();
    assertThat(ended.code()).as(ended.err()).isZero();
    SparkGridTest.assertSame(
        folder.resolve("whole/evaluation/many"), folder.resolve("many/evaluation/many"));
  }

  private static Commands.Ended submit(String... command) {
    String[] line =
        Stream.concat(Stream.of(command), Stream.of("--engine", "spark")).toArray(String[]::new);
    return Commands.submit(
        home, folder, List.of("--master", master, "--executor-memory", "1g"), line);
  }
}
