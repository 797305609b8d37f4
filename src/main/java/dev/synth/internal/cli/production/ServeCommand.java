package dev.synth.internal.cli.production;

import dev.synth.base.Cancellation;
import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.cli.option.GivenOptions;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.serve.Exploration;
import dev.synth.internal.serve.LogOptions;
import dev.synth.internal.serve.ScoringServer;
import dev.synth.internal.serve.ServeOptions;
import dev.synth.internal.serve.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code synth serve}: a bundle behind HTTP. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = Desk.WIDTH,
    header = "Serve a fitted model over HTTP.",
    description = {
      "Answers the Open Inference Protocol (V2) and MLflow's paths, with metrics for Prometheus,"
          + " by",
      "a model that 'fit' made; scores are those of 'score'. Requests beyond the bounds get 503 at",
      "once. A termination signal lets requests in progress finish."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  synth serve model",
      "  synth serve model --port 9000 --shadow challenger",
      "  synth serve model --state state --history last-month.parquet",
      "  synth serve model --log decisions --explore 0.01",
      "  synth serve model --host 0.0.0.0 --token-file token.txt --tls-cert cert.pem --tls-key"
          + " key.pem"
    })
public final class ServeCommand implements Callable<Integer> {
  private static final long PAUSE_MILLIS = 100;
  private static final int MEGABYTE = 1 << 20;

  /** Read by the JDK's server: how many seconds a request may take to arrive. */
  private static final String REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";

  /** Read by the JDK's server: how long a connection may idle, and how many may. */
  private static final String IDLE_SECONDS = "sun.net.httpserver.idleInterval";

  private static final String IDLE_CONNECTIONS = "sun.net.httpserver.maxIdleConnections";

  /** Longer than balancers keep theirs (60 s is usual), so that no request meets a closed one. */
  private static final long IDLE_LIMIT_SECONDS = 90;

  private static final long MOST_IDLE_CONNECTIONS = 10_000;

  /** Read by the JDK's server: whether small answers are sent without waiting for more. */
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final Desk desk;

  @Parameters(index = "0", paramLabel = "MODEL", description = "The bundle's folder.")
  private Path model = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The port; 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on (default: ${DEFAULT-VALUE}); one that other machines "
              + "reach needs --token-file.")
  private String host = "";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The token that callers must send as 'Authorization: Bearer TOKEN'.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--lenient",
      description = "Scores rows that break the model's contract, and counts what breaks it.")
  private boolean lenient;

  @Option(
      names = "--shadow",
      paramLabel = "MODEL",
      description = "A second bundle that scores the same rows and decides nothing.")
  private @Nullable Path shadow;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that score (default: the number of cores).")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "64",
      description = "Requests that may wait; more get 503 (default: ${DEFAULT-VALUE}).")
  private int queue;

  @Option(
      names = "--max-body",
      paramLabel = "MB",
      defaultValue = "8",
      description = "The longest body of a request, in megabytes (default: ${DEFAULT-VALUE}).")
  private int maxBody;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "How long a request may wait and be scored (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = {
        "Answers made-up requests for so long before the first real one, so that the code is",
        "compiled; 0 for not at all (default: ${DEFAULT-VALUE})."
      })
  private int warmUp;

  @Option(
      names = "--explore",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Lets this share of alerts pass at random, such as 0.01, so that their labels "
              + "come (default: ${DEFAULT-VALUE}).")
  private double explore;

  @Option(
      names = "--watch",
      description =
          "Looks every second whether another bundle lies in the folder, and reads it "
              + "without a stop.")
  private boolean watch;

  @Mixin private final TlsFlags tls = new TlsFlags();

  @Mixin private final LogFlags log = new LogFlags();

  @Mixin private final StateFlags state = new StateFlags();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** A command that talks to a desk. */
  public ServeCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    require(port >= 0 && port <= 65_535, "--port must be in [0, 65535], but is %d", port);
    require(workers >= 1 && workers <= 1024, "--workers must be in [1, 1024], but is %d", workers);
    require(queue >= 1 && queue <= 100_000, "--queue must be in [1, 100000], but is %d", queue);
    require(maxBody >= 1 && maxBody <= 1024, "--max-body must be in [1, 1024], but is %d", maxBody);
    require(timeout >= 1 && timeout <= 3600, "--timeout must be in [1, 3600], but is %d", timeout);
    require(warmUp >= 0 && warmUp <= 600, "--warm-up must be in [0, 600], but is %d", warmUp);
    require(explore >= 0 && explore < 1, "--explore must be in [0, 1), but is %s", explore);
    String token = token();
    Tls encryption = tls.tls();
    boolean isLoopback = isLoopback();
    if (token == null && !isLoopback && (encryption == null || !encryption.isMutual())) {
      throw Problem.usage(
          "--host %s can be reached from other machines, so --token-file must name a token"
              + " (or --tls-client-ca the authorities of callers' certificates)",
          host);
    }
    if (encryption == null && !isLoopback) {
      desk.note("without --tls-cert, rows and token cross the network as they are");
    }
    setUnlessSet(REQUEST_SECONDS, 2L * timeout);
    setUnlessSet(IDLE_SECONDS, IDLE_LIMIT_SECONDS);
    setUnlessSet(IDLE_CONNECTIONS, MOST_IDLE_CONNECTIONS);
    setUnlessSet(NO_DELAY, true);
    LogOptions logged = log.log();
    if (logged == null) {
      new GivenOptions(spec)
          .refuse(
              List.of("--log-rows", "--log-seconds"),
              "is about the log; name its folder with --log");
    }
    if (logged != null && explore == 0) {
      desk.note(
          "without --explore no alert passes, so that later figures speak of rows not blocked");
    }
    Cancellation cancellation = desk.context(0, true).cancellation();
    ServeOptions options =
        ServeOptions.of(host, port)
            .withToken(token)
            .withTls(encryption)
            .withWatch(watch ? Duration.ofSeconds(1) : null)
            .withLenient(lenient)
            .withBounds(workers, queue, maxBody * MEGABYTE, Duration.ofSeconds(timeout))
            .withExploration(new Exploration(explore, Secrets.key()))
            .withEvents(new ServeOptions.EventNames(log.column(), Secrets.name()))
            .withLog(logged)
            .withWarmUp(Duration.ofSeconds(warmUp), cancellation)
            .withWarnings(desk::note);
    try (ScoringServer server =
        ScoringServer.start(model, shadow, options, state.state(), System::nanoTime)) {
      desk.out()
          .println(
              PlainText.of(
                  "serving '%s' (version %s) on %s://%s:%d; stop with Ctrl-C",
                  server.name(),
                  server.version(),
                  encryption == null ? "http" : "https",
                  host,
                  server.port()));
      desk.out().flush();
      waitFor(cancellation);
    } catch (CancellationException e) {
      // before the port opened
    }
    desk.out().println("stopped");
    return 0;
  }

  private static void setUnlessSet(String property, Object value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, String.valueOf(value));
    }
  }

  private static void waitFor(Cancellation cancellation) {
    try {
      while (!cancellation.isRequested()) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void require(boolean holds, String message, Object value) {
    if (!holds) {
      throw Problem.usage(message, value);
    }
  }

  private @Nullable String token() {
    if (tokenFile == null) {
      return null;
    }
    try {
      String token = Files.readString(tokenFile, StandardCharsets.ISO_8859_1).strip();
      if (!token.matches("[ -~]{16,}")) {
        throw Problem.usage(
            "--token-file %s must hold one line of at least 16 characters, without accents or"
                + " other signs that a header can't carry",
            tokenFile);
      }
      return token;
    } catch (IOException e) {
      throw Problem.environment(
              "cannot read the token file %s: %s", tokenFile, OutputFiles.reason(e))
          .causedBy(e);
    }
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw Problem.usage("--host %s is no address of this machine", host);
    }
  }
}
