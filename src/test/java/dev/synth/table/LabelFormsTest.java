package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.read.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rare rows, where the label's values are written in several ways. */
class LabelFormsTest {
  @TempDir Path folder;

  /** Rows of the numbers 0, 1, 2 … with these labels. */
  private DataOptions labels(List<String> positive, String... labels) throws IOException {
    StringBuilder text = new StringBuilder("n,lab\n");
    for (int row = 0; row < labels.length; row++) {
      text.append(row % 7).append(",\"").append(labels[row]).append("\"\n");
    }
    Path file = Files.writeString(folder.resolve("a.csv"), text);
    return DataOptions.of(file.toString(), "lab", positive.getFirst()).withPositive(positive);
  }

  private static LoadedData read(DataOptions options) {
    return TableReader.read(options, Context.quiet(1));
  }

  private static String complaint(DataOptions options) {
    Problem problem = catchThrowableOfType(Problem.class, () -> read(options));
    assertThat(problem).isNotNull();
    return String.valueOf(problem.getMessage());
  }

  @Test
  void formsThatDifferByCaseOrBlanksArePointedOut() throws IOException {
    LoadedData data =
        read(labels(List.of("fraud"), "ok", "fraud", "Fraud", "FRAUD", "Fraud", "fr aud", "ok"));
    assertThat(data.rows().rareCount()).isEqualTo(1);
    assertThat(ReadingSentence.of(data.notes()))
        .contains(
            "warning: the label 'lab' also has 'Fraud' (2 rows), 'FRAUD' (1 row), 'fr aud' (1"
                + " row), which differ from 'fraud' by case or blanks alone and count as the other"
                + " class; if they mean the same, say `positive: [fraud, Fraud, FRAUD, 'fr"
                + " aud']`");
  }

  @Test
  void soAreThoseWithBlanksThatNobodySees() throws IOException {
    LoadedData data = read(labels(List.of("fraud"), "ok", "fraud", "fraud\u00a0", "\u200bfraud"));
    assertThat(String.join("\n", ReadingSentence.of(data.notes())))
        .contains("by case or blanks alone");
  }

  @Test
  void severalValuesAreRareAndTheMostFrequentIsWritten() throws IOException {
    LoadedData data =
        read(
            labels(
                List.of("review", "chargeback"), "ok", "review", "chargeback", "ok", "chargeback"));
    assertThat(data.rows().rareRows().stream()).containsExactly(1, 2, 4);
    assertThat(data.rows().label().positive()).isEqualTo("chargeback");
    assertThat(data.rows().label().negative()).isEqualTo("ok");
    assertThat(ReadingSentence.of(data.notes()))
        .contains(
            "the label 'lab' is rare where it is 'chargeback' (2 rows), 'review' (1 row); rows"
                + " that are written have 'chargeback'");
  }

  @Test
  void oneOfSeveralMayBeAbsentAndThatIsSaid() throws IOException {
    LoadedData data = read(labels(List.of("review", "theft"), "ok", "review", "ok"));
    assertThat(data.rows().rareCount()).isEqualTo(1);
    assertThat(ReadingSentence.of(data.notes()))
        .contains("no row has 'theft' in the label column 'lab'");
  }

  @Test
  void aMissingTokenThatIsNamedIsALabel() throws IOException {
    assertThat(read(labels(List.of("NA", "x"), "ok", "NA", "x")).rows().rareCount()).isEqualTo(2);
  }

  @Test
  void anAbsentValueListsTheValuesAndTheNearest() throws IOException {
    assertThat(complaint(labels(List.of("fruad"), "ok", "ok", "fraud")))
        .isEqualTo(
            "no row has 'fruad' in the label column 'lab'; its values are 'ok' (2 rows), 'fraud' (1"
                + " row); did you mean 'fraud'?");
    assertThat(complaint(labels(List.of("fraud"), "ok", "Fraud", "FRAUD", "FRAUD")))
        .contains("; its values are 'FRAUD' (2 rows)")
        .endsWith("; did you mean [FRAUD, Fraud]?");
    assertThat(complaint(labels(List.of("a", "b"), "a", "b")))
        .isEqualTo(
            "every row has 'a' or 'b' in the label column 'lab'; there must be rows of both"
                + " classes");
  }
}
