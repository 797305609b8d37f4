package dev.synth.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are due at fixed times, whether earlier ones have been answered or not; a request's
 * time runs from when it was due. Connections are kept, as many as are needed at once.
 *
 * <p>HTTP is spoken by hand: the JDK's client takes more time for a request than the server does,
 * and with one core for it would be what is measured.
 */
final class OpenLoad {
  /** The status of a request that had no answer. */
  static final int FAILED = -1;

  private static final double NANOS = 1e9;
  private static final int TIMEOUT_MILLIS = 30_000;

  private final InetSocketAddress address;
  private final List<String> bodies;

  /** The beginning of each request, up to the length of its body. */
  private final byte[] head;

  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final LongAdder again = new LongAdder();

  /** The number of requests that earlier loads have sent; bodies go on in turn. */
  private int sentBefore;

  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  /** A kept connection. */
  private record Connection(Socket socket, InputStream in) {}

  /**
   * The results of a load.
   *
   * @param seconds how long it took
   * @param nanos each request's time
   * @param status each request's status
   */
  @SuppressWarnings("ArrayRecordComponent") // a parcel, compared by nobody
  record LoadResults(double seconds, long[] nanos, int[] status) {
    /** Returns how many requests had a status. */
    long count(int wanted) {
      return Arrays.stream(status).filter(each -> each == wanted).count();
    }

    /** Returns the times of answers with a status, the shortest first. */
    long[] sorted(int wanted) {
      long[] times = new long[(int) count(wanted)];
      int next = 0;
      for (int i = 0; i < status.length; i++) {
        if (status[i] == wanted) {
          times[next++] = nanos[i];
        }
      }
      Arrays.sort(times);
      return times;
    }
  }

  /**
   * A load.
   *
   * @param url the address, without encryption
   * @param type the bodies' content type
   * @param bodies one a request, in turn
   */
  OpenLoad(URI url, String type, List<String> bodies) {
    address = new InetSocketAddress(url.getHost(), url.getPort());
    this.bodies = bodies;
    String start =
        "POST "
            + url.getPath()
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: ";
    head = start.getBytes(StandardCharsets.US_ASCII);
  }

  /** Puts a request together when it is due: a million of them would not fit into memory. */
  private byte[] request(String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] length = (content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(head, head.length + length.length + content.length);
    System.arraycopy(length, 0, whole, head.length, length.length);
    System.arraycopy(content, 0, whole, head.length + length.length, content.length);
    return whole;
  }

  /**
   * Sends requests, which go on where an earlier load ended.
   *
   * @param sent told the number of each request when it is due
   */
  LoadResults run(double rate, int count, IntConsumer sent) throws InterruptedException {
    long[] nanos = new long[count];
    AtomicIntegerArray status = new AtomicIntegerArray(count);
    CountDownLatch open = new CountDownLatch(count);
    int before = sentBefore;
    sentBefore += count;
    long start = System.nanoTime();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        long due = start + (long) (i / rate * NANOS);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        sent.accept(i);
        int number = i;
        senders.execute(
            () -> {
              status.set(number, send(request(bodies.get((before + number) % bodies.size()))));
              nanos[number] = System.nanoTime() - due;
              open.countDown();
            });
      }
      open.await();
    }
    int[] all = new int[count];
    Arrays.setAll(all, status::get);
    return new LoadResults((System.nanoTime() - start) / NANOS, nanos, all);
  }

  private int send(byte[] request) {
    Connection kept = idle.pollFirst();
    if (kept != null) {
      try {
        return exchange(kept, request);
      } catch (SocketTimeoutException e) {
        return failed(e);
      } catch (IOException e) {
        again.increment(); // a server ends idle connections, and clients then take a new one
      }
    }
    try {
      return exchange(connect(), request);
    } catch (IOException e) {
      return failed(e);
    }
  }

  private int exchange(Connection connection, byte[] request) throws IOException {
    try {
      connection.socket().getOutputStream().write(request);
      return status(connection);
    } catch (IOException e) {
      connection.socket().close();
      throw e;
    }
  }

  private int failed(IOException e) {
    failure.compareAndSet(null, e);
    return FAILED;
  }

  /** Returns how many requests were sent again, since the server had ended a kept connection. */
  long again() {
    return again.sum();
  }

  /** Returns what the first failed request failed by, or null. */
  @Nullable IOException failure() {
    return failure.get();
  }

  private Connection connect() throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(address, TIMEOUT_MILLIS);
    return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
  }

  /** Reads an answer, and keeps the connection unless the server ends it. */
  private int status(Connection connection) throws IOException {
    String first = line(connection.in());
    int status = Integer.parseInt(first.substring(9, 12)); // behind HTTP/1.1 and a space
    int length = 0;
    boolean ends = false;
    for (String line = line(connection.in()); !line.isEmpty(); line = line(connection.in())) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      ends |= lower.startsWith("connection:") && lower.endsWith("close");
    }
    connection.in().skipNBytes(length);
    if (ends) {
      connection.socket().close();
    } else {
      idle.addFirst(connection);
    }
    return status;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new IOException("the connection has ended");
      }
      if (each != '\r') {
        line.append((char) each);
      }
    }
    return line.toString();
  }
}
