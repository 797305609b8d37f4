package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.compare.Verdict;
import dev.synth.internal.base.Json;
import dev.synth.internal.listing.RunDifference;
import dev.synth.internal.listing.RunDifference.Figure;
import dev.synth.internal.listing.RunDifference.Side;
import dev.synth.internal.listing.RunListing;
import dev.synth.internal.listing.RunListing.Entry;
import dev.synth.internal.listing.RunListing.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunsTextTest {
  private static Entry run(
      String name, State state, @Nullable Boolean gates, @Nullable Verdict verdict, long bytes) {
    return new Entry(
        name,
        state,
        gates,
        verdict,
        bytes,
        Instant.parse("2026-11-30T23:59:59Z"),
        List.of(Path.of("runs", name)));
  }

  private static final Entry GOOD =
      run("a1", State.FINISHED, true, new Verdict.Uplift(true), 1_234_567);
  private static final Entry HALF = run("b2", State.UNFINISHED, null, null, 999);
  private static final Entry BAD =
      run("c3", State.FINISHED, false, new Verdict.Harm(false), 500_000);

  @Test
  void noRunIsSaid() {
    RunListing none = new RunListing(List.of());
    assertThat(RunsText.plain(none)).isEqualTo("There is no run here.\n");
    assertThat(RunsText.swept(none, true)).isEqualTo("There is nothing to remove.\n");
  }

  /** The verdict is its first word; times are those of UTC, wherever one sits. */
  @Test
  void aRunIsALine() {
    List<String> lines = RunsText.plain(new RunListing(List.of(GOOD, HALF, BAD))).lines().toList();
    assertThat(lines.getFirst()).matches("run +state +gates +verdict +size +changed \\(UTC\\)");
    assertThat(lines.stream().map(line -> line.replaceAll(" +", " ").strip()))
        .contains(
            "a1 finished passed Uplift 1.2 MB 2026-11-30 23:59",
            "b2 unfinished 1 kB 2026-11-30 23:59",
            "c3 finished failed Harm 500 kB 2026-11-30 23:59");
    assertThat(lines.getLast()).isEqualTo("3 runs, 1.7 MB.");
  }

  @Test
  void oneRunIsNoPlural() {
    assertThat(RunsText.plain(new RunListing(List.of(HALF)))).endsWith("\n\n1 run, 1 kB.\n");
  }

  @Test
  void whatIsRemovedIsToldApartFromWhatWouldBe() {
    RunListing one = new RunListing(List.of(HALF));
    assertThat(RunsText.swept(one, true)).isEqualTo(RunsText.plain(one) + "They are removed.\n");
    assertThat(RunsText.swept(one, false))
        .isEqualTo(RunsText.plain(one) + "They would be removed.\n");
  }

  @Test
  void programsGetWholeNumbersAndNulls() throws IOException {
    JsonNode runs =
        Json.mapper().readTree(RunsText.json(new RunListing(List.of(GOOD, HALF)))).path("runs");
    assertThat(runs.at("/0/verdict").asText()).isEqualTo("uplift");
    assertThat(runs.at("/0/gates_passed").asBoolean()).isTrue();
    assertThat(runs.at("/0/bytes").asLong()).isEqualTo(1_234_567);
    assertThat(runs.at("/0/changed").asText()).isEqualTo("2026-11-30T23:59:59Z");
    assertThat(runs.at("/1/state").asText()).isEqualTo("unfinished");
    assertThat(runs.at("/1/verdict").isNull()).isTrue();
    assertThat(runs.at("/1/gates_passed").isNull()).isTrue();
    assertThat(runs.at("/1/places/0").asText()).endsWith("b2");
  }

  private static Side side(
      String name, String version, @Nullable Boolean gates, @Nullable String headline) {
    return new Side(name, version, gates, null, headline);
  }

  @Test
  void runsThatAreAlikeSaySo() {
    RunDifference same =
        new RunDifference(
            side("a1", "1.0", null, null), side("b2", "1.0", null, null), List.of(), List.of());
    assertThat(RunsText.plain(same))
        .isEqualTo(
            """
            a1: Nothing was compared.
            b2: Nothing was compared.

            Their configs say the same.
            """);
  }

  @Test
  void whatDiffersStandsSideBySide() {
    RunDifference difference =
        new RunDifference(
            side("a1", "1.0", true, "Undecided."),
            side("b2", "1.1", false, "Harm."),
            List.of(
                new RunDifference.Key("generator.kind", "vae", null),
                new RunDifference.Key("x", "y".repeat(50), "z")),
            List.of(new Figure("vae", "recall", 0.5, null)));
    String text = RunsText.plain(difference);
    assertThat(text)
        .startsWith(
            """
            a1: Undecided. Its gates passed.
            b2: Harm. Its gates failed.
            Made by different versions: 1.0 and 1.1.

            """);
    assertThat(text.lines().map(line -> line.replaceAll(" +", " ").strip()))
        .contains(
            "config key a1 b2",
            "generator.kind vae –",
            "x " + "y".repeat(35) + "… z",
            "mean over repeats a1 b2",
            "vae: recall 0.500 –");
    assertThat(text).doesNotContain("say the same");
  }

  @Test
  void aDifferenceForProgramsIsWhole() throws IOException {
    JsonNode json =
        Json.mapper()
            .readTree(
                RunsText.json(
                    new RunDifference(
                        side("a1", "1.0", true, "Undecided."),
                        side("b2", "1.1", null, null),
                        List.of(new RunDifference.Key("x", "y".repeat(50), null)),
                        List.of())));
    assertThat(json.at("/first/headline").asText()).isEqualTo("Undecided.");
    assertThat(json.at("/second/headline").isNull()).isTrue();
    assertThat(json.at("/keys/0/first").asText()).hasSize(50);
    assertThat(json.path("figures")).isEmpty();
  }
}
