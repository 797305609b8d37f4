package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTextTest {
  private static final String PARTS =
      """
      {"part": "training", "rare": 100, "others": 1000, "others_taken": 60},
      {"part": "training", "rare": 20, "others": 80, "others_taken": 40},
      {"part": "validation", "rare": 1, "others": 1, "others_taken": 1},
      {"part": "test", "rare": 1200, "others": 0, "others_taken": 0}
      """;

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void aFolder() {
    folder = temporary;
  }

  private String facts(String more) {
    return """
    {"source": "a|b.csv", "validation_from": "2024-03-01", "test_from": "2024-04-01",
     "parts": [%s]%s}
    """
        .formatted(PARTS, more);
  }

  private String text(String facts, boolean json) throws IOException {
    Files.writeString(folder.resolve("facts.json"), facts);
    return SelectionText.of(folder, "facts.json", json);
  }

  /** Stretches of training rows are added up: 1,080 others, of which 100 stand for 10.8 each. */
  @Test
  void everyPartHasALineAndTheNextCommandFollows() throws IOException {
    assertThat(text(facts(""), false))
        .isEqualTo(
            folder
                + """
                : rows of a|b.csv

                training: 120 rare rows, all taken; 1,080 others, 100 taken, each for 10.8 rows
                validation from 2024-03-01: 1 rare row, all taken; 1 other, all taken
                test from 2024-04-01: 1,200 rare rows, all taken; 0 others, all taken

                Next: synth evaluate --config \
                """
                + folder.resolve("config.yaml")
                + "\n");
  }

  @Test
  void rowsThatAreLeftOutAreCounted() throws IOException {
    assertThat(text(facts(", \"unlabelled\": 1, \"without_time\": 1200"), false))
        .contains("\n1 row without a label is left out\n1,200 rows without a time are left out\n");
    assertThat(text(facts(", \"unlabelled\": 0"), false)).doesNotContain("left out");
  }

  @Test
  void featuresSayWhatTheyWereMadeOf() throws IOException {
    assertThat(
            text(
                facts(
                    ", \"events\": {\"rows\": 1300, \"retries\": 40, \"late\": 60,"
                        + " \"untimed\": 0, \"features\": 12}"),
                false))
        .contains(
            "\n12 columns of features were made of 1,200 events; 40 more were retries, 60 came too"
                + " late\n");
  }

  @Test
  void programsGetTheFileAsItIs() throws IOException {
    assertThat(text(facts(""), true)).isEqualTo(facts(""));
  }
}
