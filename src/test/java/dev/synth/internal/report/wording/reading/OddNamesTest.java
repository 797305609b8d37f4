package dev.synth.internal.report.wording.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.table.reading.CellNote;
import dev.synth.table.reading.Counted;
import dev.synth.table.reading.DerivedNote;
import dev.synth.table.reading.IdentifierSign;
import dev.synth.table.reading.LabelNote;
import dev.synth.table.reading.MatchNote;
import dev.synth.table.reading.SourceNote;
import dev.synth.table.reading.TypeNote;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The names of columns and files are the user's: a percent sign is no form of a number, and a line
 * to copy into a config holds a name as YAML reads it back.
 */
class OddNamesTest {
  private static final String ODD = "100 %d: it's <b>";

  private static final String IN_YAML = "'100 %d: it''s <b>'";

  @Test
  void sources() {
    assertThat(SourceSentence.of(new SourceNote.SameFile(ODD, "%s")))
        .isEqualTo("'100 %d: it's <b>' is '%s' by another name, and is read once");
    assertThat(SourceSentence.of(new SourceNote.HeadersLeftOut(ODD, List.of(2), 1)))
        .startsWith("'100 %d: it's <b>' holds its header again (line 2);");
  }

  @Test
  void types() {
    IdentifierSign sign = new IdentifierSign(IdentifierSign.Kind.TEXTS, 98, 100);
    assertThat(TypeSentence.of(new TypeNote.LikelyIdentifier(ODD, sign)))
        .startsWith("'100 %d: it's <b>' looks like an identifier")
        .endsWith("to model it, say `types: {" + IN_YAML + ": categorical}`");
    assertThat(TypeSentence.of(new TypeNote.PerhapsTimes(ODD, "d/M/yyyy")))
        .endsWith("say `types: {" + IN_YAML + ": {type: timestamp, format: d/M/yyyy}}`");
    assertThat(TypeSentence.of(new TypeNote.Footnotes("x", 1, "1%")))
        .startsWith("1 cell of 'x' has the mark of a footnote behind the number, such as '1%';");
  }

  @Test
  void cells() {
    assertThat(CellSentence.of(new CellNote.WithoutValue(List.of(ODD, "%n"))))
        .isEqualTo("2 columns without any value, so of no use: '100 %d: it's <b>', '%n'");
    assertThat(CellSentence.of(new CellNote.MissingCells(List.of(new CellNote.ColumnGaps(ODD, 1)))))
        .isEqualTo("1 column with missing cells: '100 %d: it's <b>' (1)");
  }

  @Test
  void labels() {
    assertThat(LabelSentence.of(new LabelNote.AbsentForms(ODD, List.of("%s"))))
        .isEqualTo("no row has '%s' in the label column '100 %d: it's <b>'");
    assertThat(
            LabelSentence.of(
                new LabelNote.Lookalikes(
                    "y", List.of(new Counted("no: ", 1)), "no", List.of("no"))))
        .endsWith("if they mean the same, say `positive: ['no', 'no: ']`");
  }

  @Test
  void matches() {
    assertThat(MatchSentence.of(new MatchNote.LackingColumns(ODD, List.of("%d"))))
        .isEqualTo("'100 %d: it's <b>' lacks columns of the real rows: %d");
  }

  @Test
  void derived() {
    assertThat(DerivedSentence.of(new DerivedNote.CostColumn(ODD, false)))
        .isEqualTo("a missed rare row costs its '100 %d: it's <b>', which is no feature");
    assertThat(DerivedSentence.of(new DerivedNote.Features(1, 2)))
        .startsWith("features: one column is made of the rows before each row; 2 rows,");
  }
}
