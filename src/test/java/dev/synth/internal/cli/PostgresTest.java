package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.synth.base.Context;
import dev.synth.internal.table.read.TableReader;
import dev.synth.table.DataOptions;
import dev.synth.table.DatabaseOptions;
import dev.synth.table.LoadedData;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows of a PostgreSQL server that the test starts for itself, on a free port of this machine. The
 * driver is Debian's, or the one that the system property {@code postgresql.driver} names.
 */
@Tag("slow") // starts a server
class PostgresTest {
  private static final Path DRIVER =
      Path.of(System.getProperty("postgresql.driver", "/usr/share/java/postgresql.jar"));

  private static final String PASSWORD = "s3cret-word";

  /** The rows of the server, as a CSV file has them. */
  private static final String CSV =
      """
      id,amount,big,ratio,at,day,moment,known,shop,fraud
      1,12.50,12345678901,0.1,2024-01-31 10:00:00,2024-01-31,2024-01-31 09:00:00Z,true,"a, b",0
      2,0.10,7,0.0000001,2024-03-31 02:30:00,2024-02-29,2024-03-31 00:30:00Z,false,,1
      3,,8,2.5,2024-10-27 02:30:00,2024-12-31,2024-10-27 01:30:00Z,,Größe,0
      4,1000000.00,,3,2024-02-03 12:30:00.125,2024-01-01,2024-02-03 12:30:00Z,true,c,0
      """;

  /** Makes the rows; without a name in the URL, the driver takes that of the process's user. */
  private static final String SQL =
      """
      CREATE ROLE "%s" LOGIN;
      CREATE ROLE closed LOGIN PASSWORD 's3cret-word';
      CREATE TABLE payments (id integer, amount numeric(12, 2), big bigint, ratio double precision,
        at timestamp, day date, moment timestamptz, known boolean, shop text, fraud smallint);
      INSERT INTO payments VALUES
        (1, 12.5, 12345678901, 0.1, '2024-01-31 10:00', '2024-01-31', '2024-01-31 10:00+01', true,
          'a, b', 0),
        (2, 0.1, 7, 1e-7, '2024-03-31 02:30', '2024-02-29', '2024-03-31 00:30Z', false, NULL, 1),
        (3, NULL, 8, 2.5, '2024-10-27 02:30', '2024-12-31', '2024-10-27 01:30Z', NULL, 'Größe', 0),
        (4, 1000000, NULL, 3, '2024-02-03 12:30:00.125', '2024-01-01', '2024-02-03 12:30Z', true,
          'c', 0);
      GRANT SELECT ON payments TO "%s";
      """;

  @TempDir private static Path folder;

  /** A folder that the server's own user can enter. */
  private static Path shared = Path.of("none");

  private static List<String> asUser = List.of();
  private static @Nullable Process server;
  private static int port;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Optional<Path> programs = programs();
    assumeTrue(programs.isPresent(), "there is no PostgreSQL server");
    assumeTrue(Files.isRegularFile(DRIVER), "there is no JDBC driver " + DRIVER);
    Path bin = programs.orElseThrow();
    shared = Files.createTempDirectory("synth-postgres");
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    // PostgreSQL refuses to run as root
    asUser =
        System.getProperty("user.name", "").equals("root")
            ? List.of("runuser", "-u", "nobody", "--")
            : List.of();
    String data = shared.resolve("data").toString();
    assertThat(
            run(
                command(
                    bin.resolve("initdb").toString(),
                    "-D",
                    data,
                    "-U",
                    "postgres",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C")))
        .isZero();
    Path access =
        Files.writeString(
            shared.resolve("access"),
            "host all closed all scram-sha-256\nhost all all all trust\n");
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    server =
        builder(
                command(
                    bin.resolve("postgres").toString(),
                    "-D",
                    data,
                    "-h",
                    "127.0.0.1",
                    "-p",
                    String.valueOf(port),
                    "-k",
                    shared.toString(),
                    "-c",
                    "fsync=off",
                    "-c",
                    "hba_file=" + access))
            .start();
    Path script =
        Files.writeString(
            shared.resolve("rows.sql"), SQL.replace("%s", System.getProperty("user.name", "")));
    int code = -1;
    for (int second = 0; second < 60 && code != 0; second++) {
      Thread.sleep(1000);
      code =
          run(
              List.of(
                  "psql",
                  "-q",
                  "-h",
                  "127.0.0.1",
                  "-p",
                  String.valueOf(port),
                  "-U",
                  "postgres",
                  "-v",
                  "ON_ERROR_STOP=1",
                  "-f",
                  script.toString(),
                  "postgres"));
    }
    assertThat(code).isZero();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (server != null) {
      List<ProcessHandle> all = server.descendants().toList();
      all.forEach(ProcessHandle::destroy);
      server.destroy();
      server.waitFor(20, TimeUnit.SECONDS);
      all.forEach(ProcessHandle::destroyForcibly);
    }
    if (Files.isDirectory(shared)) {
      try (Stream<Path> files = Files.walk(shared)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Optional<Path> programs() throws IOException {
    List<Path> places = new ArrayList<>();
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.sorted().forEach(version -> places.add(version.resolve("bin")));
      }
    }
    String path = System.getenv("PATH");
    Arrays.stream(path == null ? new String[0] : path.split(":"))
        .map(Path::of)
        .forEach(places::add);
    return places.stream()
        .filter(place -> Files.isExecutable(place.resolve("postgres")))
        .filter(place -> Files.isExecutable(place.resolve("initdb")))
        .findFirst();
  }

  private static List<String> command(String... words) {
    List<String> command = new ArrayList<>(asUser);
    command.addAll(List.of(words));
    return command;
  }

  private static ProcessBuilder builder(List<String> command) {
    return new ProcessBuilder(command)
        .directory(shared.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile()));
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    Process process = builder(command).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command.toString()).isTrue();
    return process.exitValue();
  }

  private static String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private static DataOptions query(String sql) {
    return DataOptions.of("demo", "fraud", "1")
        .withSource(url())
        .withDatabase(new DatabaseOptions(sql, DRIVER.toString(), null, null));
  }

  private static LoadedData read(DataOptions options) {
    return TableReader.read(options, Context.quiet(1));
  }

  @Test
  void rowsAreReadAsThoseOfACsv() throws IOException {
    Path csv = Files.writeString(folder.resolve("payments.csv"), CSV);

    LoadedData own = read(query("SELECT * FROM payments ORDER BY id"));
    LoadedData file = read(DataOptions.of(csv.toString(), "fraud", "1"));

    assertThat(own.rows().features()).usingRecursiveComparison().isEqualTo(file.rows().features());
    assertThat(own.columns()).isEqualTo(file.columns());
  }

  @Test
  void manyRowsComeByACursor() {
    LoadedData many =
        read(
            query(
                "SELECT i AS id, i % 97 AS amount, (i % 100 = 0)::int AS fraud"
                    + " FROM generate_series(1, 300000) AS i ORDER BY i"));

    assertThat(many.rows().rowCount()).isEqualTo(300_000);
    assertThat(many.rows().rareCount()).isEqualTo(3000);
  }

  @Test
  void whatTheServerRefusesIsOneSentence() {
    assertThatThrownBy(() -> read(query("SELECT * FROM nowhere ORDER BY id")))
        .hasMessageContaining("the query failed: ERROR: relation \"nowhere\" does not exist")
        .message()
        .doesNotContain("\n");
    assertThatThrownBy(() -> read(query("DELETE FROM payments RETURNING *")))
        .hasMessageContaining("read-only transaction");
  }

  @Test
  void aPasswordComesFromTheEnvironment() throws IOException, InterruptedException {
    String sql =
        "SELECT i AS id, i % 97 AS amount, (i % 20 = 0)::int AS fraud"
            + " FROM generate_series(1, 2000) AS i ORDER BY i";
    Path config =
        Files.writeString(
            folder.resolve("closed.yaml"),
            "data:\n  label: fraud\n  positive: 1\n  source:\n"
                + ("    jdbc: '" + url() + "'\n")
                + ("    query: '" + sql + "'\n")
                + ("    driver_path: '" + DRIVER + "'\n")
                + "    user_env: CARDS_USER\n    password_env: CARDS_PASSWORD\n");
    for (Map.Entry<String, Integer> each : Map.of(PASSWORD, 0, "wr0ng-word", 6).entrySet()) {
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "--enable-native-access=ALL-UNNAMED",
                  "dev.synth.internal.cli.Main",
                  "generate",
                  "--config",
                  config.toString(),
                  "--dry-run")
              .redirectErrorStream(true);
      builder.environment().put("CARDS_USER", "closed");
      builder.environment().put("CARDS_PASSWORD", each.getKey());
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isEqualTo(each.getValue());
      assertThat(said).doesNotContain(each.getKey());
    }
  }
}
