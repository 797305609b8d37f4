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

  /** -1 and 1 are the labels of many tables, and differ by more than a hyphen. */
  @Test
  void minusOneIsNotOne() throws IOException {
    for (String one : List.of("1", "+1", "1.0")) {
      LoadedData data = read(labels(List.of("1"), "-1", one, "-1", "-1.0"));
      assertThat(data.rows().rareCount()).isEqualTo(1);
      assertThat(String.join("\n", ReadingSentence.of(data.notes()))).doesNotContain("warning");
    }
  }

  @Test
  void valuesThatMayMeanTheSameArePointedOut() throws IOException {
    LoadedData data = read(labels(List.of("true"), "false", "true", "1", "yes", "0", "TRUE", "no"));
    assertThat(data.rows().rareCount()).isEqualTo(2);
    assertThat(ReadingSentence.of(data.notes()))
        .contains(
            "warning: the label 'lab' also has '1' (1 row), 'yes' (1 row), which may mean the same"
                + " as 'TRUE' and count as the other class; if so, say `positive: ['true',"
                + " '1', 'yes']`");
    // F may be false, and may be fraud.
    LoadedData letters = read(labels(List.of("F"), "N", "F", "no", "0"));
    assertThat(String.join("\n", ReadingSentence.of(letters.notes()))).doesNotContain("warning");
  }

  @Test
  void theValueThatWasMeant() throws IOException {
    assertThat(complaint(labels(List.of("1"), "false", "true"))).endsWith("did you mean 'true'?");
    assertThat(complaint(labels(List.of("yes"), "N", "Y"))).endsWith("did you mean 'Y'?");
    assertThat(complaint(labels(List.of("1"), "0,00", "1,00"))).endsWith("did you mean '1,00'?");
    assertThat(complaint(labels(List.of("1"), "'0'", "'1'"))).contains("did you mean ");
    assertThat(complaint(labels(List.of("1"), "\uff10", "\uff11"))).contains("did you mean ");
    assertThat(complaint(labels(List.of("0.5"), "0.05", "0.52"))).doesNotContain("did you mean");
    assertThat(complaint(labels(List.of("fruad"), "ok", "fraud")))
        .endsWith("did you mean 'fraud'?");
  }

  @Test
  void accentsAreOneLetterOrTwo() throws IOException {
    assertThat(read(labels(List.of("Betr\u00fcger"), "ok", "Betru\u0308ger")).rows().rareCount())
        .isEqualTo(1);
  }

  @Test
  void wordsThatAreMissingAmongNumbersAreNoLabel() throws IOException {
    LoadedData data = read(labels(List.of("1"), "0", "1", "-", "None", "0", "unknown"));
    assertThat(data.rows().rowCount()).isEqualTo(3);
    // Among words they are values, as in every category.
    assertThat(read(labels(List.of("fraud"), "ok", "fraud", "unknown")).rows().rowCount())
        .isEqualTo(3);
    assertThat(read(labels(List.of("-"), "0", "-", "1")).rows().rareCount()).isEqualTo(1);
  }

  @Test
  void oneClassAloneBesideRowsWithoutALabel() throws IOException {
    assertThat(complaint(labels(List.of("fraud"), "fraud", "", "")))
        .isEqualTo(
            "every row with a label has 'fraud' in the column 'lab', and 2 have none; there must be"
                + " rows of both classes: write a label of the other class into those that are of"
                + " it");
  }
}
