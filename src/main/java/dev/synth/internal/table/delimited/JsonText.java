package dev.synth.internal.table.delimited;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.table.FileFormat;
import dev.synth.table.reading.SourceNote;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file as DuckDB reads it, which knows UTF-8 without a mark alone.
 *
 * @param path the file itself, or a copy in UTF-8
 * @param note what the user ought to know of how the file is read, if there is anything
 * @param isCopy whether it is a copy, which {@link #close} deletes
 */
public record JsonText(Path path, Optional<SourceNote> note, boolean isCopy)
    implements AutoCloseable {
  /**
   * Opens a file; one in another charset is copied.
   *
   * @param given the charset that it is said to have where no mark says otherwise, or null
   */
  public static JsonText open(Path path, @Nullable Charset given) {
    Encoding encoding = Encoding.of(path, given);
    checkBegins(path, encoding);
    boolean isNamedRight = encoding.compressed() == FileFormat.isCompressed(path);
    if (isNamedRight && encoding.isUtf8() && encoding.mark() == 0) {
      return new JsonText(path, Optional.empty(), false);
    }
    try {
      Path copy = Files.createTempFile("synth", ".json");
      try (BufferedReader from = encoding.open(path);
          Writer to = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
        from.transferTo(to);
      }
      return new JsonText(copy, encoding.note(path), true);
    } catch (IOException e) {
      throw DelimitedFile.problem(path, encoding, 1, e);
    }
  }

  private static void checkBegins(Path path, Encoding encoding) {
    try (BufferedReader text = encoding.open(path)) {
      int first = text.read();
      while (first >= 0 && Character.isWhitespace(first)) {
        first = text.read();
      }
      if (first >= 0 && first != '{' && first != '[') {
        throw Problem.data(
            "'%s' is no JSON of rows, which begins with [ or {; end its name in .csv if commas or"
                + " the like part its cells",
            path);
      }
    } catch (IOException e) {
      throw DelimitedFile.problem(path, encoding, 1, e);
    }
  }

  /** Returns the notes of some files. */
  public static List<SourceNote> notes(List<JsonText> files) {
    return files.stream().flatMap(file -> file.note.stream()).toList();
  }

  @Override
  public void close() {
    try {
      if (isCopy) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new IllegalStateException(PlainText.of("'%s' can't be deleted", path), e);
    }
  }
}
