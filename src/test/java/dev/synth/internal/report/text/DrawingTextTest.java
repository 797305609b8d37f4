package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.run.WrittenTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawingTextTest {
  @Test
  void aFileAndATableHaveALineEach() {
    Map<String, String> where = new LinkedHashMap<>();
    where.put("channel", "web");
    where.put("country", "NL");
    assertThat(DrawingText.of("rows.csv", null, 12_000, Map.of(), 7))
        .isEqualTo("rows.csv: 12,000 synthetic rows, seed 7\n");
    assertThat(
            DrawingText.of(
                "rows.csv", new WrittenTable("drawn", "jdbc:duckdb:a.db", 5), 5, where, 7))
        .isEqualTo(
            """
            rows.csv: 5 synthetic rows where channel=web, country=NL, seed 7
            table 'drawn' of jdbc:duckdb:a.db: 5 synthetic rows where channel=web, country=NL, seed 7
            """);
  }
}
