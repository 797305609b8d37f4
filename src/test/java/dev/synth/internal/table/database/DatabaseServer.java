package dev.synth.internal.table.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A database server that a test starts for itself, on a free port of this machine, and stops. Its
 * one user has the name of this process's user, which is what drivers take where none is given.
 */
public final class DatabaseServer implements AutoCloseable {
  /** The variable whose value is the user's password: one that every environment has. */
  public static final String PASSWORD_ENV = "PATH";

  /** MySQL's own driver, which a machine may have in Maven's local repository. */
  public static final String MYSQL_DRIVER = "com.mysql:mysql-connector-j:9.1.0";

  private static final String USER = Objects.requireNonNull(System.getProperty("user.name"));
  private static final String PASSWORD = Objects.requireNonNull(System.getenv(PASSWORD_ENV));
  private static final int SECONDS = 60;

  private final Path folder;
  private final Process process;
  private final String url;

  private DatabaseServer(Path folder, Process process, String url) {
    this.folder = folder;
    this.process = process;
    this.url = url;
  }

  /** Starts a PostgreSQL server; empty where none is installed. */
  public static Optional<DatabaseServer> postgresql() {
    return find("postgres").map(DatabaseServer::postgresql);
  }

  private static DatabaseServer postgresql(Path program) {
    return start(
        "postgres",
        (folder, port) -> {
          Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
          run(
              folder,
              as("postgres"),
              List.of(
                  program.resolveSibling("initdb").toString(),
                  "--pgdata=" + folder.resolve("data"),
                  "--username=" + USER,
                  "--pwfile=" + password,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--no-sync"));
          return List.of(
              program.toString(),
              "-D",
              folder.resolve("data").toString(),
              "-k",
              folder.toString(),
              "-h",
              "127.0.0.1",
              "-p",
              port + "",
              "-F");
        },
        "jdbc:postgresql://127.0.0.1:%d/postgres");
  }

  /** Starts a MariaDB server; empty where none is installed. */
  public static Optional<DatabaseServer> mariaDb() {
    return find("mariadbd").map(DatabaseServer::mariaDb);
  }

  private static DatabaseServer mariaDb(Path program) {
    return start(
        "mysql",
        (folder, port) -> {
          Path first =
              Files.writeString(
                  folder.resolve("first.sql"),
                  "CREATE DATABASE shop;\nGRANT ALL ON *.* TO '"
                      + USER
                      + "'@'127.0.0.1' IDENTIFIED BY '"
                      + PASSWORD
                      + "';\n");
          run(
              folder,
              as("mysql"),
              List.of(
                  find("mariadb-install-db").orElseThrow().toString(),
                  "--no-defaults",
                  "--skip-test-db",
                  "--datadir=" + folder.resolve("data")));
          return List.of(
              program.toString(),
              "--no-defaults",
              "--datadir=" + folder.resolve("data"),
              "--socket=" + folder.resolve("socket"),
              "--pid-file=" + folder.resolve("pid"),
              "--bind-address=127.0.0.1",
              "--port=" + port,
              "--skip-name-resolve",
              "--init-file=" + first);
        },
        "jdbc:mariadb://127.0.0.1:%d/shop");
  }

  /** Makes the data in a folder, and returns the server's command line. */
  private interface Setup {
    List<String> command(Path folder, int port) throws IOException;
  }

  private static DatabaseServer start(String owner, Setup setup, String url) {
    try {
      // not JUnit's folder: another user, as whom the server runs, can't enter that
      Path folder = Files.createTempDirectory("synth-database");
      if (!as(owner).isEmpty()) {
        run(folder, List.of(), List.of("chown", owner, folder.toString()));
      }
      int port = freePort();
      List<String> command = setup.command(folder, port);
      DatabaseServer server =
          new DatabaseServer(
              folder,
              process(folder, as(owner), command).start(),
              url.replace("%d", Integer.toString(port)));
      Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy)); // of a killed test
      server.awaitStart();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Servers refuse to be run by root, and their packages make users for them. */
  private static List<String> as(String owner) {
    return USER.equals("root")
        ? List.of("setpriv", "--reuid=" + owner, "--regid=" + owner, "--clear-groups", "--")
        : List.of();
  }

  private static ProcessBuilder process(Path folder, List<String> as, List<String> command) {
    List<String> all = new ArrayList<>(as);
    all.addAll(command);
    return new ProcessBuilder(all)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
  }

  private static void run(Path folder, List<String> as, List<String> command) throws IOException {
    try {
      if (process(folder, as, command).start().waitFor() != 0) {
        throw new IOException(command + ": " + Files.readString(folder.resolve("log")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      try {
        connect().close();
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          String log = Files.readString(folder.resolve("log"));
          close();
          throw new IOException("the server does not answer: " + log, e);
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Looks on the PATH, and where Debian's packages put servers. */
  private static Optional<Path> find(String program) {
    List<Path> places = new ArrayList<>();
    for (String place : PASSWORD.split(File.pathSeparator, -1)) {
      places.add(Path.of(place));
    }
    places.add(Path.of("/usr/sbin"));
    Path versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> all = Files.list(versions)) {
        all.sorted(Comparator.reverseOrder()).map(each -> each.resolve("bin")).forEach(places::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return places.stream()
        .map(place -> place.resolve(program))
        .filter(Files::isExecutable)
        .findFirst()
        .map(
            file -> {
              try {
                return file.toRealPath(); // beside which its other programs lie
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /** Returns whether Maven's local repository has MySQL's own driver. */
  public static boolean hasMySqlDriver() {
    return Files.isRegularFile(
        Path.of(System.getProperty("user.home", ""), ".m2", "repository")
            .resolve("com/mysql/mysql-connector-j/9.1.0/mysql-connector-j-9.1.0.jar"));
  }

  /** Returns the URL of a MariaDB server for MySQL's driver, which speaks its protocol. */
  public String urlForMySql() {
    return url.replace("jdbc:mariadb:", "jdbc:mysql:");
  }

  /** Returns its URL, without user and password. */
  public String url() {
    return url;
  }

  /** Connects as its user. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, USER, PASSWORD);
  }

  @Override
  public void close() {
    try {
      process.destroy();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
