package dev.synth.internal.generate.smote;

import dev.synth.base.RandomStream;
import dev.synth.internal.generate.mixed.MixedRows;
import java.util.Arrays;

/**
 * The categories of a SMOTE-NC row: in each column the one that most of the neighbours have, one of
 * them at random where several have as many votes (Chawla et al., 2002, section 6.1).
 *
 * <p>Columns that vote apart can join two categories that no rare row has together. Where that
 * happens, all categories are taken from one neighbour instead: the one whose categories have the
 * most votes in all. So no pair is invented.
 *
 * <p>Which categories are missing is never voted on: they are where the base row's are, as its
 * numbers are. So missing cells keep their shares, and cells that are missing together stay so.
 */
final class CategoryVote {
  /** The code of a missing category, see {@link MixedRows}. */
  private static final int MISSING = 0;

  private final MixedRows rare;

  CategoryVote(MixedRows rare) {
    this.rare = rare;
  }

  /**
   * Returns the codes of a new row.
   *
   * @param base the rare row that it is made from, which has no vote but on what is missing
   * @param neighbours the rare rows that vote; where there are none, the base row's codes are kept
   * @return an array that must not be changed
   */
  int[] codes(int base, int[] neighbours, RandomStream stream) {
    int[] own = rare.codes(base);
    if (neighbours.length == 0) {
      return own;
    }
    int[] codes = new int[rare.codeColumns()];
    for (int column = 0; column < codes.length; column++) {
      codes[column] = own[column] == MISSING ? MISSING : voted(column, base, neighbours, stream);
    }
    if (isKnown(codes, neighbours)) {
      return codes;
    }
    int[] alike = Arrays.stream(neighbours).filter(row -> areMissingAlike(base, row)).toArray();
    return alike.length == 0 ? own : rare.codes(mostVoted(alike, stream));
  }

  /** The winner among the neighbours that have a category; the row's own where none has. */
  private int voted(int column, int base, int[] neighbours, RandomStream stream) {
    int[] present =
        Arrays.stream(neighbours).filter(row -> rare.codes(row)[column] != MISSING).toArray();
    return present.length == 0 ? rare.codes(base)[column] : winner(column, present, stream);
  }

  private boolean areMissingAlike(int one, int other) {
    for (int column = 0; column < rare.codeColumns(); column++) {
      if ((rare.codes(one)[column] == MISSING) != (rare.codes(other)[column] == MISSING)) {
        return false;
      }
    }
    return true;
  }

  private int winner(int column, int[] neighbours, RandomStream stream) {
    int winner = 0;
    int most = 0;
    int tied = 0;
    for (int i = 0; i < neighbours.length; i++) {
      int code = rare.codes(neighbours[i])[column];
      if (isFirst(i, column, neighbours)) {
        int votes = votes(column, code, neighbours);
        tied = votes > most ? 1 : votes == most ? tied + 1 : tied;
        if (votes > most || (votes == most && stream.nextInt(tied) == 0)) {
          most = votes;
          winner = code;
        }
      }
    }
    return winner;
  }

  private boolean isFirst(int position, int column, int[] neighbours) {
    int code = rare.codes(neighbours[position])[column];
    for (int i = 0; i < position; i++) {
      if (rare.codes(neighbours[i])[column] == code) {
        return false;
      }
    }
    return true;
  }

  private int votes(int column, int code, int[] neighbours) {
    int votes = 0;
    for (int neighbour : neighbours) {
      votes += rare.codes(neighbour)[column] == code ? 1 : 0;
    }
    return votes;
  }

  /** Returns whether each two of the codes are together in some rare row. */
  private boolean isKnown(int[] codes, int[] neighbours) {
    for (int a = 0; a < codes.length; a++) {
      for (int b = a + 1; b < codes.length; b++) {
        if (!areTogether(a, b, codes, neighbours)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean areTogether(int a, int b, int[] codes, int[] neighbours) {
    for (int neighbour : neighbours) { // most often one of them has both
      if (has(neighbour, a, b, codes)) {
        return true;
      }
    }
    for (int row = 0; row < rare.count(); row++) {
      if (has(row, a, b, codes)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(int row, int a, int b, int[] codes) {
    int[] own = rare.codes(row);
    return own[a] == codes[a] && own[b] == codes[b];
  }

  private int mostVoted(int[] neighbours, RandomStream stream) {
    int winner = neighbours[0];
    int most = -1;
    int tied = 0;
    for (int neighbour : neighbours) {
      int votes = 0;
      for (int column = 0; column < rare.codeColumns(); column++) {
        votes += votes(column, rare.codes(neighbour)[column], neighbours);
      }
      tied = votes > most ? 1 : votes == most ? tied + 1 : tied;
      if (votes > most || (votes == most && stream.nextInt(tied) == 0)) {
        most = votes;
        winner = neighbour;
      }
    }
    return winner;
  }
}
