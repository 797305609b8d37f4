package dev.synth.internal.generate.smote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CategoryVoteTest {
  @Test
  void takesWhatMostNeighboursHave() {
    assertThat(votes("AX", "BX", "BX", "BX", "CY", "AY")).containsOnly("BX");
  }

  @Test
  void whatIsMissingIsNotVotedOn() {
    assertThat(votes(".X", "B.", "B.", "A.", "BX")).containsOnly(".X");
    assertThat(votes("AX", "B.", "B.", "A.", "BX")).containsOnly("BX");
    assertThat(votes("AX", "B.", "B.", "A.")).containsOnly("AX"); // B and X are never together
    assertThat(votes("AX", "..", "..")).containsOnly("AX");
  }

  @Test
  void leavesATieToChance() {
    List<String> votes = votes("AX", "BX", "CX");
    assertThat(votes).containsOnly("BX", "CX");
    // 400 fair draws have a standard error of 10; five of them.
    assertThat(Collections.frequency(votes, "BX")).isCloseTo(200, within(50));
  }

  @Test
  void keepsTheRowsOwnWhereNobodyVotes() {
    assertThat(votes("AX")).containsOnly("AX");
  }

  /**
   * The columns vote for A (3 of 5) and Y (2 of 5), which no row has together. The votes in all are
   * 4 for AP, AQ and AR and 3 for BY and CY.
   */
  @Test
  void takesOneNeighboursCategoriesWhereColumnsWouldInventAPair() {
    assertThat(votes("ZZ", "AP", "AQ", "AR", "BY", "CY")).containsOnly("AP", "AQ", "AR");
  }

  /** As above, but a row that does not vote has A and Y together. */
  @Test
  void joinsWhatSomeRareRowHasTogether() {
    assertThat(votes("AY", "AP", "AQ", "AR", "BY", "CY")).containsOnly("AY");
  }

  /** The codes for the first row, for which all others vote, 400 times. */
  private static List<String> votes(String... rows) {
    Table table = Rows.letters(rows);
    CategoryVote vote = new CategoryVote(MixedRows.of(table));
    int[] neighbours = IntStream.range(1, rows.length).toArray();
    RandomStream stream = new Seeds(1).stream("votes");
    Interpolation.Ways ways = new Interpolation.Ways(400);
    for (int i = 0; i < 400; i++) {
      ways.codes[i] = vote.codes(0, neighbours, stream);
    }
    Table drawn = new Interpolation(table, Resolution.of(table), List.of()).at(ways);
    List<String> votes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      votes.add(Rows.letters(drawn, i));
    }
    return votes;
  }
}
