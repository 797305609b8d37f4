package dev.synth.internal.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.profile.Guesses;
import dev.synth.table.reading.SourceNote;
import dev.synth.table.reading.TypeNote;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileReportTest {
  private static final DataProfile PROFILE =
      ProfileFacts.profile(
          0,
          List.of(ProfileFacts.column("<script>", "numeric", 0, 1, 1)),
          new Guesses(null, null, null),
          ProfileFacts.label(98, 0),
          List.of(),
          ProfileFacts.random());

  @Test
  void textHasEverySection() {
    assertThat(ProfileReport.plain(PROFILE).lines())
        .startsWith("a <b>.csv: 12,000 rows, 2 columns")
        .contains("Findings", "  With one value only: '<script>'.", "Label", "Advisable split")
        .contains("What effect these data could show at all")
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void textSaysWhatWasLeftOut() {
    DataProfile marked =
        new DataProfile(
            PROFILE.source(),
            PROFILE.rows(),
            PROFILE.copies(),
            PROFILE.isDiscrete(),
            List.of(
                new TypeNote.Footnotes("income", 20, "104.97*"),
                new SourceNote.TotalsLeftOut("a.csv", 9)),
            PROFILE.columns(),
            PROFILE.guesses(),
            PROFILE.label(),
            PROFILE.leaks(),
            PROFILE.drift(),
            PROFILE.split(),
            PROFILE.foreseen());
    assertThat(ProfileReport.plain(marked))
        .contains("20 cells of 'income' have the mark of a footnote behind the number")
        .contains("'a.csv', line 9: the line of totals at the end is left out.");
  }

  @Test
  void aPageEscapesNames() {
    String page = ProfileReport.html(PROFILE);
    assertThat(page)
        .contains("With one value only: &#39;&lt;script&gt;&#39;.")
        .contains("a &lt;b&gt;.csv")
        .doesNotContain("a <b>.csv")
        .doesNotContain("<script>&#39;");
  }

  @Test
  void programsGetTheFacts() throws IOException {
    JsonNode json = Json.mapper().readTree(ProfileReport.json(PROFILE));
    assertThat(json.path("source").asText()).isEqualTo("a <b>.csv");
    assertThat(json.at("/columns/0/name").asText()).isEqualTo("<script>");
    assertThat(json.at("/label/rare").asInt()).isEqualTo(98);
  }
}
