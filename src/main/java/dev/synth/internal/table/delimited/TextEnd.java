package dev.synth.internal.table.delimited;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a text file in UTF-8, which is had without reading the lines before it. */
final class TextEnd {
  private static final int BYTES = 1 << 16;

  private TextEnd() {}

  /** Returns the cells of the last line that has a text; none where it cannot be told. */
  static List<String> cells(DelimitedFile file) throws IOException {
    List<String> lines = text(file).lines().toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      CsvRecords records = new CsvRecords(new StringReader(lines.get(i)), file.form().delimiter());
      List<String> cells = records.next();
      if (cells != null && !cells.stream().allMatch(String::isBlank)) {
        return cells;
      }
    }
    return List.of();
  }

  private static String text(DelimitedFile file) throws IOException {
    Path path = file.path();
    if (file.encoding().compressed()) {
      try (InputStream in = file.encoding().bytes(path)) {
        byte[] before = {};
        byte[] last = in.readNBytes(BYTES);
        for (byte[] next = in.readNBytes(BYTES); next.length > 0; next = in.readNBytes(BYTES)) {
          before = last;
          last = next;
        }
        return text(before) + text(last);
      }
    }
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(Math.max(0, Files.size(path) - BYTES));
      return text(in.readAllBytes());
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
