package dev.synth.internal.table.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPartTest {
  @TempDir Path folder;

  private DelimitedFile file(String text, Charset charset) throws IOException {
    Path file = Files.write(folder.resolve("rows.csv"), text.getBytes(charset));
    return DelimitedFile.open(file, null).examined();
  }

  private static List<List<String>> whole(DelimitedFile file) {
    List<List<String>> rows = new ArrayList<>();
    file.rows(cells -> rows.add(List.copyOf(cells)));
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,2\n3,4\n5,6\n", // plain
        "a,b\n1,2\n3,4\n5,6", // no line feed at the end
        "a,b\r\n1,2\r\n\r\n3,4\r\n \r\n5,6\r\n\u001a", // of DOS, with empty lines
        "\ufeffa,b\nä,€\n😀,ß\n\"zwei\nZeilen\",\"a \"\"b\"\" c\"\n", // 1 to 4 bytes, and a mark
        "sep=;\na;b\n1;2\n3;4\n", // a line before the names
        "a,b,\n1,2,\n3,4\n5,6,\n", // a delimiter at the end of lines
        "a,b\n1,\"x \\\"y\\\" z\"\n2,\"\\\\\"\n3,c\n", // backslashes before quotes
        "a,b\n1,2\n3,4\nsource: here\n" // a remark at the end
      })
  void partsHaveTheRowsOfTheFile(String text) throws IOException {
    DelimitedFile file = file(text, StandardCharsets.UTF_8);
    List<List<String>> rows = whole(file);
    for (int size = 1; size <= 4; size++) {
      List<List<String>> read = new ArrayList<>();
      List<TextPart> parts = TextPart.of(file, size);
      parts.forEach(part -> part.read(file.path(), cells -> read.add(List.copyOf(cells))));

      int width = file.columns().size();
      assertThat(parts).hasSize(Math.ceilDiv(rows.size(), size));
      assertThat(parts.stream().mapToLong(TextPart::rows).sum()).isEqualTo(rows.size());
      assertThat(read).isEqualTo(rows.stream().map(row -> row.subList(0, width)).toList());
    }
  }

  @Test
  void aFileWithoutRowsHasOnePartWithout() throws IOException {
    assertThat(TextPart.of(file("a,b\n", StandardCharsets.UTF_8), 3))
        .singleElement()
        .satisfies(part -> assertThat(part.rows()).isZero());
  }

  @Test
  void anotherCharsetHasNone() throws IOException {
    assertThat(TextPart.of(file("a,b\nä,1\n", StandardCharsets.ISO_8859_1), 3)).isEmpty();
    assertThat(TextPart.of(file("a,b\nä,1\n", StandardCharsets.UTF_16), 3)).isEmpty();
  }
}
