package dev.synth.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DuckTest {
  private static Path spill(Duck duck) throws SQLException {
    return Path.of(duck.texts("SELECT current_setting('temp_directory')").getFirst());
  }

  /** Files of spilled rows have the same names in all databases. */
  @Test
  void twoDatabasesSpillToFoldersOfTheirOwn() throws SQLException {
    Path folder;
    try (Duck one = Duck.open(false);
        Duck other = Duck.open(false)) {
      folder = spill(one);
      assertThat(folder).isNotEqualTo(spill(other)).isDirectory();
    }
    assertThat(folder).doesNotExist();
  }
}
