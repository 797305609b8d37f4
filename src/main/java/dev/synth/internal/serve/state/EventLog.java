package dev.synth.internal.serve.state;

import dev.synth.base.Problem;
import dev.synth.internal.features.Event;
import dev.synth.internal.features.StateCodec;
import dev.synth.internal.files.OutputFiles;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * A file of what came, in its order. An entry is its length, its CRC-32 and its bytes; one that a
 * kill cut off is the last one, and was not answered.
 */
final class EventLog implements AutoCloseable {
  private static final int EVENT = 1;
  private static final int LABEL = 2;
  private static final int HEAD = 8;
  private static final int MOST_BYTES = 1 << 26;

  private final Path file;

  /** No channel: an interrupted thread would close that. */
  private final RandomAccessFile out;

  private final StateCodec codec;

  /** The length of all whole entries; behind them may be a part of one, as on a full disk. */
  private long whole;

  private boolean isTorn;

  /** Takes what a log holds. */
  interface Taker {
    /** Takes an event. */
    void event(Event event);

    /** Takes a label. */
    void label(String id, boolean isRare, long arrivalMicros);
  }

  /** A log that begins with an empty file. */
  EventLog(Path file, RandomAccessFile out, StateCodec codec) {
    this.file = file;
    this.out = out;
    this.codec = codec;
  }

  /** Begins a file. */
  static EventLog begin(Path file, StateCodec codec) {
    try {
      RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
      out.setLength(0);
      return new EventLog(file, out, codec);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static Problem failed(Path file, IOException e) {
    return Problem.environment("cannot write %s: %s", file, OutputFiles.reason(e)).causedBy(e);
  }

  /** Writes an event. */
  void add(Event event) {
    entry(
        bytes -> {
          bytes.writeByte(EVENT);
          codec.write(event, bytes);
        });
  }

  /** Writes a label. */
  void add(String id, boolean isRare, long arrivalMicros) {
    entry(
        bytes -> {
          bytes.writeByte(LABEL);
          bytes.writeUTF(id);
          bytes.writeBoolean(isRare);
          bytes.writeLong(arrivalMicros);
        });
  }

  private interface Entry {
    void write(DataOutputStream bytes) throws IOException;
  }

  private void entry(Entry entry) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      entry.write(new DataOutputStream(bytes));
      byte[] content = bytes.toByteArray();
      CRC32 sum = new CRC32();
      sum.update(content);
      ByteBuffer buffer = ByteBuffer.allocate(HEAD + content.length);
      buffer.putInt(content.length).putInt((int) sum.getValue()).put(content);
      if (isTorn) {
        out.setLength(whole);
        out.seek(whole);
      }
      isTorn = true; // until all of it is there
      out.write(buffer.array());
      isTorn = false;
      whole += buffer.capacity();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Reads a file, up to an entry that is cut off or damaged. */
  static void read(Path file, StateCodec codec, Taker taker) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        int length = in.readInt();
        int expected = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
          return;
        }
        byte[] content = in.readNBytes(length);
        CRC32 sum = new CRC32();
        sum.update(content);
        if (content.length < length || (int) sum.getValue() != expected) {
          return;
        }
        take(new DataInputStream(new ByteArrayInputStream(content)), codec, taker);
      }
    } catch (EOFException e) {
      // the end
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }

  private static void take(DataInputStream in, StateCodec codec, Taker taker) throws IOException {
    if (in.readByte() == EVENT) {
      taker.event(codec.event(in));
    } else {
      taker.label(in.readUTF(), in.readBoolean(), in.readLong());
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }
}
