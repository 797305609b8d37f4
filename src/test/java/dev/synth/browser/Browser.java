package dev.synth.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A headless Chromium with one tab, spoken to by the DevTools protocol over the JDK's own web
 * socket: no driver has to be fetched.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  private Browser(Process process, Path profile, URI tab) {
    this.process = process;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(tab, new Ear()).join();
  }

  /** Returns the program, if the path has one. */
  public static Optional<Path> program() {
    String path = System.getenv("PATH");
    return Arrays.stream((path == null ? "" : path).split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts the browser.
   *
   * @param profile an empty folder that it may fill
   */
  public static Browser start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-extensions",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.startsWith("DevTools listening on ")) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException("the browser ended at once");
    }
    drain(output);
    URI browser = URI.create(line.substring("DevTools listening on ".length()));
    Browser first = new Browser(process, profile, browser);
    JsonNode targets = first.call("Target.getTargets", object()).path("targetInfos");
    for (JsonNode target : targets) {
      if (target.path("type").asText().equals("page")) {
        URI tab = browser.resolve("/devtools/page/" + target.path("targetId").asText());
        Browser opened = new Browser(process, profile, tab);
        for (String part : List.of("Page", "Runtime", "Log", "Network")) {
          opened.call(part + ".enable", object());
        }
        return opened;
      }
    }
    throw new IOException("the browser has no tab");
  }

  private static void drain(BufferedReader output) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (output.readLine() != null) {
                  // nobody reads what a browser grumbles
                }
              } catch (IOException e) {
                // it has ended
              }
            });
  }

  /** Opens a file in a window of a size. */
  public void open(Path file, int width, int height) {
    size(width, height);
    complaints.clear();
    requests.clear();
    call("Page.navigate", object().put("url", file.toUri().toString()));
    await("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  /** Gives the window another size. */
  public void size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        object()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
  }

  /** Says whether the system likes it dark. */
  public void dark(boolean dark) {
    ObjectNode parameters = object();
    parameters
        .putArray("features")
        .add(object().put("name", "prefers-color-scheme").put("value", dark ? "dark" : "light"));
    call("Emulation.setEmulatedMedia", parameters);
  }

  /** Evaluates an expression in the page; promises are waited for. */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            object()
                .put("expression", expression)
                .put("returnByValue", true)
                .put("awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** Waits until an expression is true. */
  public void await(String expression) {
    for (int tries = 0; tries < PATIENCE_SECONDS * 20; tries++) {
      if (evaluate(expression).asBoolean()) {
        return;
      }
      pause();
    }
    throw new IllegalStateException("never true: " + expression);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Presses and releases a key, such as {@code Tab} (9), {@code Enter} (13) or an arrow. */
  public void press(String key, int code) {
    ObjectNode event = object().put("key", key).put("code", key).put("windowsVirtualKeyCode", code);
    if (code == 13) {
      event.put("text", "\r");
    }
    call("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyDown"));
    call("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyUp"));
  }

  /** Saves what is seen, or the whole length of the page. */
  public void screenshot(Path file, boolean whole) {
    JsonNode picture =
        call(
            "Page.captureScreenshot",
            object().put("format", "png").put("captureBeyondViewport", whole));
    save(file, picture);
  }

  /** Saves the page as it would be printed, and returns the file's bytes. */
  public byte[] pdf(Path file) {
    JsonNode printed = call("Page.printToPDF", object().put("printBackground", true));
    save(file, printed);
    return Base64.getDecoder().decode(printed.path("data").asText());
  }

  private static void save(Path file, JsonNode answer) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(file, Base64.getDecoder().decode(answer.path("data").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns errors and warnings that the page has written since it was opened. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Returns the addresses that the page has asked for since it was opened. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Returns an empty object. */
  public static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }

  private JsonNode call(String method, ObjectNode parameters) {
    int id = next.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    ObjectNode message = object().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    try {
      JsonNode reply = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (reply.has("error")) {
        throw new IllegalStateException(method + ": " + reply.path("error"));
      }
      return reply.path("result");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("no answer to " + method, e);
    }
  }

  /** Puts messages together, and hands them to whom they are for. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder heard = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      heard.append(text);
      if (last) {
        String message = heard.toString();
        heard.setLength(0);
        hear(message);
      }
      from.request(1);
      return null;
    }
  }

  private void hear(String text) {
    try {
      JsonNode message = Json.mapper().readTree(text);
      JsonNode facts = message.path("params");
      switch (message.path("method").asText()) {
        case "Runtime.exceptionThrown" -> complaints.add(facts.path("exceptionDetails").toString());
        case "Log.entryAdded" -> complaints.add(facts.path("entry").path("text").asText());
        case "Runtime.consoleAPICalled" -> {
          if (List.of("error", "warning", "assert").contains(facts.path("type").asText())) {
            complaints.add(facts.path("args").toString());
          }
        }
        case "Network.requestWillBeSent" ->
            requests.add(facts.path("request").path("url").asText());
        default -> {
          CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt());
          if (answer != null) {
            answer.complete(message);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }

  /** Returns the folder that the browser keeps its things in. */
  public Path profile() {
    return profile;
  }
}
