package dev.synth.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class YamlTextTest {
  /** As a value, a key, and inside of a list, by the two readers that people use from Java. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "plain",
        "two words",
        " before",
        "behind ",
        "path/to_file-1.csv",
        "Größe",
        "年龄",
        "true",
        "False",
        "NULL",
        "null",
        "~",
        "no",
        "Yes",
        "on",
        "Off",
        "y",
        "N",
        "nan",
        ".nan",
        ".inf",
        "-.INF",
        "7",
        "007",
        "-1",
        "+1",
        "1.5",
        "1e9",
        "0x1F",
        "0o7",
        "1_000",
        "12:30:45",
        "2024-01-31",
        "2024-01-31 23:59:59",
        "a: b",
        "a:",
        ": a",
        "a #b",
        "# a",
        "it's",
        "'",
        "''",
        "\"",
        "say \"so\"",
        "back\\slash",
        "- a",
        "-",
        "--- ",
        "...",
        "? a",
        "?",
        "&a",
        "*a",
        "!a",
        "!!str",
        "|",
        ">",
        "%a",
        "@a",
        "`a`",
        "[a]",
        "{a: b}",
        "a, b",
        ",",
        "<<",
        "=",
        "a\nb",
        "a\r\nb",
        "\t",
        "a\u0000b",
        "\u007f",
        "\u00a0",
        "\u2028",
        "\ufeff",
        "😀 and 😀",
        "\\u0041"
      })
  void readsBackAsItself(String text) throws Exception {
    String scalar = YamlText.of(text);
    assertThat(scalar).doesNotContain("\n", "\r");
    String document = "one: %s\n%s: 1\nmany: [%s, {k: %s}]\n".replace("%s", scalar);
    Map<String, Object> read = new Yaml().load(document);
    assertThat(read).containsEntry("one", text).containsEntry(text, 1);
    assertThat(read.get("many")).isEqualTo(List.of(text, Map.of("k", text)));
    JsonNode tree = new YAMLMapper().readTree(document);
    assertThat(tree.path("one").isTextual()).isTrue();
    assertThat(tree.path("one").asText()).isEqualTo(text);
    assertThat(tree.path("many").path(1).path("k").asText()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          amount|amount
          data/rows.csv|data/rows.csv
          card type|'card type'
          1|'1'
          no|'no'
          it's|'it''s'
          Größe|"Größe"
          """)
  void quotesOnlyWhatNeedsIt(String text, String scalar) {
    assertThat(YamlText.of(text)).isEqualTo(scalar);
  }
}
