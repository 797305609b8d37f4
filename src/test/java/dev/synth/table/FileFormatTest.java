package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {
  @ParameterizedTest
  @CsvSource({
    "rows.csv, CSV",
    "rows.CSV.GZ, CSV",
    "rows.tsv, CSV",
    "a.b/rows.data, CSV",
    "rows.parquet, PARQUET",
    "rows.ndjson.gz, JSON",
    "rows.jsonl, JSON"
  })
  void theEndingSaysHowAFileIsRead(Path file, FileFormat format) {
    assertThat(FileFormat.toRead(file)).contains(format);
  }

  @ParameterizedTest
  @CsvSource({"rows.csv, CSV", "rows.Csv.gz, CSV", "rows.PARQUET, PARQUET"})
  void theEndingSaysHowAFileIsWritten(Path file, FileFormat format) {
    assertThat(FileFormat.toWrite(file)).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows", "rows.xls", "rows.parquet.gz", "rows.json", "rows.tsv", "csv"})
  void otherEndingsAreNotWritten(Path file) {
    assertThatThrownBy(() -> FileFormat.toWrite(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("end the name in .csv, .csv.gz or .parquet");
  }

  @Test
  void whatIsNoFormatIsNotRead() {
    assertThat(FileFormat.toRead(Path.of("rows.xls"))).isEmpty();
    assertThat(FileFormat.toRead(Path.of("rows.gz"))).isEmpty();
  }
}
