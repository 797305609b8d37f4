package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.table.ColumnNote;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.LabelNote;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTextTest {
  @Test
  void simulatedRowsAreNotRead() {
    assertThat(ReadingText.of(List.of(), List.of(new LabelNote.Unlabelled(1)))).isEmpty();
  }

  @Test
  void everyColumnHasALineAndNotesFollow() {
    assertThat(
            ReadingText.of(
                List.of(
                    new ColumnNote(
                        "amount",
                        "numeric",
                        List.of(new ColumnFact.PlainNumbers(), new ColumnFact.Missing(3))),
                    new ColumnNote("100 %d|</script>", "categorical", List.of())),
                List.of(new LabelNote.Unlabelled(1), new LabelNote.Unlabelled(2))))
        .isEqualTo(
            """

            reading
              amount           numeric     plain numbers; 3 missing
              100 %d|</script> categorical
              - 1 row without a label is left out
              - 2 rows without a label are left out
            """);
  }

  /** A very long name keeps its letters, and the other lines keep their width. */
  @Test
  void aLongNameDoesNotWidenTheTable() {
    String longName = "n".repeat(40);
    assertThat(
            ReadingText.of(
                List.of(
                    new ColumnNote(longName, "numeric", List.of(new ColumnFact.OneValue())),
                    new ColumnNote("x", "numeric", List.of(new ColumnFact.OneValue()))),
                List.of()))
        .isEqualTo(
            "\nreading\n  "
                + longName
                + " numeric     one value only\n  x"
                + " ".repeat(32)
                + "numeric     one value only\n");
  }
}
