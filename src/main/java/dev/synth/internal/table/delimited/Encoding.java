package dev.synth.internal.table.delimited;

import dev.synth.base.Problem;
import dev.synth.table.reading.SourceNote;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The way that a text file's bytes become characters, by its first bytes and its byte order mark.
 *
 * <p>Without a mark a text is UTF-8, or UTF-16 where every second byte is mostly zero. A text that
 * is not UTF-8 anywhere is Windows-1252; one that is UTF-8 in some places and not in others is
 * damaged, and refused.
 *
 * @param charset the charset
 * @param mark how many bytes the byte order mark takes, 0 where there is none
 * @param compressed whether it is a gzip file
 * @param isGuessed whether there was nothing but the bytes to guess the charset from
 */
public record Encoding(Charset charset, int mark, boolean compressed, boolean isGuessed) {
  private static final int SAMPLE = 1 << 16;

  /** From this share of zero bytes in one of two places on, a text without a mark is UTF-16. */
  private static final double ZEROS = 0.1;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * Returns the encoding of a file.
   *
   * @param given the charset that a text without a byte order mark is said to have, or null; it has
   *     it unless it is UTF-8 in every place
   */
  static Encoding of(Path path, @Nullable Charset given) {
    try {
      boolean compressed;
      try (InputStream in = Files.newInputStream(path)) {
        byte[] magic = in.readNBytes(OtherFormat.LONGEST);
        compressed = startsWith(magic, 0x1f, 0x8b);
        OtherFormat.check(path, magic);
      }
      byte[] head;
      try (InputStream in = bytes(path, compressed)) {
        head = in.readNBytes(SAMPLE);
      }
      OtherFormat.check(path, head);
      if (compressed && startsWith(head, 0x1f, 0x8b)) {
        throw Problem.data("'%s' is compressed twice by gzip; unpack it once", path);
      }
      Encoding marked = ofMark(head, compressed);
      if (given != null && marked.mark == 0) {
        return said(path, given, compressed);
      }
      if (!marked.charset.equals(StandardCharsets.UTF_8) || Utf8Scan.of(head).invalid() == 0) {
        return marked;
      }
      return examined(path, compressed);
    } catch (IOException e) {
      throw problem(path, e);
    }
  }

  private static Encoding said(Path path, Charset given, boolean compressed) throws IOException {
    try (InputStream in = bytes(path, compressed)) {
      Utf8Scan scan = scan(in);
      boolean isUtf8 = scan.invalid() == 0 && scan.multiByte() > 0;
      return new Encoding(isUtf8 ? StandardCharsets.UTF_8 : given, 0, compressed, false);
    }
  }

  private static Utf8Scan scan(InputStream in) throws IOException {
    Utf8Scan scan = new Utf8Scan();
    byte[] block = new byte[SAMPLE];
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      scan.add(block, read);
    }
    scan.end();
    return scan;
  }

  private static Encoding ofMark(byte[] head, boolean compressed) {
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      return new Encoding(StandardCharsets.UTF_8, 3, compressed, false);
    }
    if (startsWith(head, 0xff, 0xfe, 0, 0)) {
      return new Encoding(Charset.forName("UTF-32LE"), 4, compressed, false);
    }
    if (startsWith(head, 0, 0, 0xfe, 0xff)) {
      return new Encoding(Charset.forName("UTF-32BE"), 4, compressed, false);
    }
    if (startsWith(head, 0xff, 0xfe)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2, compressed, false);
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2, compressed, false);
    }
    return new Encoding(ofZeros(head), 0, compressed, false);
  }

  /** Returns the charset of a text without a mark by the places of its zero bytes. */
  private static Charset ofZeros(byte[] head) {
    int[] zeros = new int[4];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 4] += head[i] == 0 ? 1 : 0;
    }
    int quarter = head.length / 4;
    if (quarter > 0 && zeros[2] == quarter && zeros[3] == quarter && zeros[0] == 0) {
      return Charset.forName("UTF-32LE");
    }
    if (quarter > 0 && zeros[0] >= quarter && zeros[1] >= quarter && zeros[3] == 0) {
      return Charset.forName("UTF-32BE");
    }
    double least = ZEROS * head.length / 2;
    int even = zeros[0] + zeros[2];
    int odd = zeros[1] + zeros[3];
    if (odd > least && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return even > least && odd == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  /** Returns the encoding of a file without a mark by all of its bytes. */
  static Encoding examined(Path path, boolean compressed) {
    try (InputStream in = bytes(path, compressed)) {
      Utf8Scan scan = scan(in);
      if (scan.invalid() == 0) {
        return new Encoding(StandardCharsets.UTF_8, 0, compressed, false);
      }
      if (scan.multiByte() > 0 || scan.undefinedInWindows() > 0) {
        throw Problem.data(
            "'%s', line %d: the text is not UTF-8; save the file as UTF-8, or name its charset in"
                + " data.encoding",
            path, scan.firstInvalidLine());
      }
      return new Encoding(WINDOWS, 0, compressed, true);
    } catch (IOException e) {
      throw problem(path, e);
    }
  }

  /** Returns whether the bytes are UTF-8, with or without a mark. */
  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /** Returns what the user ought to know of the charset, if there is anything. */
  Optional<SourceNote> note(Path path) {
    return isUtf8()
        ? Optional.empty()
        : Optional.of(new SourceNote.OtherCharset(path.toString(), charset.name(), isGuessed));
  }

  /** Returns the bytes of the file's text, unpacked and behind the mark. */
  InputStream bytes(Path path) throws IOException {
    InputStream in = bytes(path, compressed);
    in.skipNBytes(mark);
    return in;
  }

  /** Returns the file's text. */
  BufferedReader open(Path path) throws IOException {
    InputStream in = bytes(path);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new BufferedReader(new InputStreamReader(in, decoder), SAMPLE);
  }

  private static InputStream bytes(Path path, boolean compressed) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), SAMPLE);
    return compressed ? new GZIPInputStream(in, SAMPLE) : in;
  }

  static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || bytes[i] != (byte) start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns why a file's bytes can't be had. */
  static Problem problem(Path path, IOException cause) {
    Problem problem =
        switch (cause) {
          case ZipException zip -> Problem.data("'%s' is not a whole gzip file", path);
          case EOFException end -> Problem.data("'%s' is not a whole gzip file", path);
          default -> Problem.environment("'%s' can't be read", path);
        };
    return problem.causedBy(cause);
  }
}
