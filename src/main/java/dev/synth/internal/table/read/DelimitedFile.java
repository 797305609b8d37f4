package dev.synth.internal.table.read;

import dev.synth.base.Problem;
import dev.synth.internal.table.cell.NumberText;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A delimited text file's outer form: how its cells are parted and what its columns are called.
 *
 * <p>DuckDB reads the rows. This class reads the header, so that nothing is guessed that can be
 * known, and after a failure it finds the line that is to blame.
 *
 * @param path the file
 * @param delimiter what parts the cells
 * @param compressed whether it is a gzip file
 * @param names the column names, unique, not empty
 */
record DelimitedFile(Path path, char delimiter, boolean compressed, List<String> names) {
  private static final String DELIMITERS = ",;\t|";

  DelimitedFile {
    names = List.copyOf(names);
  }

  /** Reads the header. */
  static DelimitedFile open(Path path) {
    int line = 1;
    try {
      boolean compressed = isGzip(path);
      char delimiter;
      try (BufferedReader text = text(path, compressed)) {
        delimiter = delimiter(text.readLine());
      }
      try (BufferedReader text = text(path, compressed)) {
        CsvRecords records = new CsvRecords(text, delimiter);
        List<String> header = records.next();
        if (header == null) {
          throw Problem.data("'%s' is empty; it must hold a header and rows", path);
        }
        return new DelimitedFile(path, delimiter, compressed, names(path, header));
      }
    } catch (IOException e) {
      throw problem(path, line, e);
    }
  }

  private static char delimiter(@Nullable String line) {
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    for (char c : (line == null ? "" : line).toCharArray()) {
      quoted ^= c == '"';
      if (!quoted && DELIMITERS.indexOf(c) >= 0) {
        counts[DELIMITERS.indexOf(c)]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return DELIMITERS.charAt(best);
  }

  private static List<String> names(Path path, List<String> header) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String cell : header) {
      String name = cell.isBlank() ? "column_" + (names.size() + 1) : cell.strip();
      if (!seen.add(name)) {
        throw Problem.data("'%s' has two columns named '%s'; names must differ", path, name);
      }
      names.add(name);
    }
    if (header.stream().allMatch(cell -> NumberText.parse(cell.strip()).isPresent())) {
      throw Problem.data(
          "'%s' has numbers in its first line; that line must hold the column names", path);
    }
    return names;
  }

  /**
   * Returns what is wrong with the file's text: a line with too few or too many cells, a quote that
   * is never closed, a byte that is not UTF-8; empty where nothing is.
   */
  Optional<Problem> fault() {
    CsvRecords records = null;
    try (BufferedReader text = text(path, compressed)) {
      records = new CsvRecords(text, delimiter);
      for (List<String> cells = records.next(); cells != null; cells = records.next()) {
        if (records.isUnclosed()) {
          return Optional.of(
              Problem.data(
                  "'%s', line %d: a quote is opened and never closed", path, records.line()));
        }
        if (cells.size() != names.size()) {
          return Optional.of(
              Problem.data(
                  "'%s', line %d: %d cells were expected, as in the header, but %d are there",
                  path, records.line(), names.size(), cells.size()));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(problem(path, records == null ? 1 : records.lineReached(), e));
    }
  }

  /** Returns the line, from 1, on which a row begins. */
  int line(int row) {
    try (BufferedReader text = text(path, compressed)) {
      CsvRecords records = new CsvRecords(text, delimiter);
      for (int i = 0; i <= row + 1; i++) { // the header is a record too
        records.next();
      }
      return records.line();
    } catch (IOException e) {
      throw problem(path, 1, e);
    }
  }

  private static boolean isGzip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  private static BufferedReader text(Path path, boolean compressed) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    if (compressed) {
      bytes = new GZIPInputStream(bytes, 1 << 16);
    }
    PushbackInputStream start = new PushbackInputStream(bytes, 3);
    byte[] mark = start.readNBytes(3);
    boolean marked = mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb;
    if (!marked) {
      start.unread(mark);
    }
    return new BufferedReader(
        new InputStreamReader(start, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
  }

  private static Problem problem(Path path, int line, IOException cause) {
    Problem problem =
        switch (cause) {
          case CharacterCodingException coding ->
              Problem.data(
                  "'%s', line %d or soon after: the text is not UTF-8; save the file as UTF-8",
                  path, line);
          case ZipException zip -> Problem.data("'%s' is not a whole gzip file", path);
          case java.io.EOFException end -> Problem.data("'%s' is not a whole gzip file", path);
          default -> Problem.environment("'%s' can't be read", path);
        };
    return problem.causedBy(cause);
  }
}
