package dev.synth.internal.profile;

import dev.synth.internal.profile.RareProfile.LabelSuspect;
import dev.synth.split.EqualRows;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Looks for labels that neighbours deny, before anything is trained.
 *
 * <p>Rows are points of {@link PointSpace}. The {@value #NEIGHBOURS} nearest rows of each rare row
 * are found by looking at all. A normal row that is near at least {@value #NEAR} rare ones has its
 * own nearest rows looked at, and is a suspect where {@value #DENIED} of them are rare. At most
 * {@value #MOST_RARE} rare rows and about {@value #MOST_ROWS} others are looked at, evenly spaced.
 */
public final class LabelNeighbours {
  private static final int NEIGHBOURS = 10;
  private static final int NEAR = 3;
  private static final int DENIED = 8;
  private static final int MOST_RARE = 400;
  private static final int MOST_ROWS = 20_000;
  private static final int FEWEST_RARE = 12;
  private static final int MOST_CANDIDATES = 400;
  private static final int NAMED = 20;

  private LabelNeighbours() {}

  /**
   * Returns what the label says.
   *
   * @param rows all rows
   * @param rareUnits how many different rare rows, or groups with one, there are
   */
  public static RareProfile of(LabelledTable rows, int rareUnits) {
    Looked looked =
        rows.rareCount() < FEWEST_RARE || rows.rareCount() == rows.rowCount()
            ? new Looked(0, 0, List.of())
            : look(rows);
    return new RareProfile(
        rows.label().column(),
        rows.label().positive(),
        rows.label().negative(),
        rows.rowCount(),
        rows.rareCount(),
        rareUnits,
        contradictions(rows),
        looked.rare,
        looked.alone,
        looked.suspects);
  }

  private record Looked(int rare, int alone, List<LabelSuspect> suspects) {}

  private static int contradictions(LabelledTable rows) {
    Table modelled = rows.modelled().features();
    if (modelled.schema().columns().isEmpty()) {
      return 0;
    }
    EqualRows equal = EqualRows.of(modelled);
    BitSet rareAt = new BitSet();
    BitSet normalAt = new BitSet();
    for (int row = 0; row < rows.rowCount(); row++) {
      (rows.isRare(row) ? rareAt : normalAt).set(equal.first(row));
    }
    rareAt.and(normalAt);
    return (int)
        IntStream.range(0, rows.rowCount()).filter(row -> rareAt.get(equal.first(row))).count();
  }

  private static Looked look(LabelledTable rows) {
    int[] rare = spaced(rows.rareRows().stream().toArray(), MOST_RARE);
    BitSet normalRows = rows.rareRows();
    normalRows.flip(0, rows.rowCount());
    int[] normal = spaced(normalRows.stream().toArray(), MOST_ROWS);
    int[] pool = IntStream.concat(IntStream.of(rare), IntStream.of(normal)).sorted().toArray();
    Table features = rows.features();
    PointSpace space = PointSpace.of(features.rows(pool), features.schema().modelled().names());
    if (space.width() == 0) {
      return new Looked(0, 0, List.of());
    }
    double[][] points = space.points(features, pool);
    Map<Integer, Integer> near = new TreeMap<>();
    int alone = 0;
    for (int at = 0; at < pool.length; at++) {
      if (rows.isRare(pool[at])) {
        int[] nearest = nearest(points, at);
        alone += Arrays.stream(nearest).noneMatch(other -> rows.isRare(pool[other])) ? 1 : 0;
        Arrays.stream(nearest)
            .filter(other -> !rows.isRare(pool[other]))
            .forEach(other -> near.merge(other, 1, Integer::sum));
      }
    }
    List<LabelSuspect> suspects = new ArrayList<>();
    near.entrySet().stream()
        .filter(entry -> entry.getValue() >= NEAR)
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
        .limit(MOST_CANDIDATES)
        .forEach(
            entry -> {
              int denied =
                  (int)
                      Arrays.stream(nearest(points, entry.getKey()))
                          .filter(other -> rows.isRare(pool[other]))
                          .count();
              if (denied >= DENIED) {
                suspects.add(new LabelSuspect(pool[entry.getKey()] + 1, denied, NEIGHBOURS));
              }
            });
    suspects.sort(
        Comparator.comparingInt(LabelSuspect::rareNeighbours)
            .reversed()
            .thenComparingInt(LabelSuspect::row));
    return new Looked(rare.length, alone, suspects.stream().limit(NAMED).toList());
  }

  /** Returns rows up to a number, evenly spaced. */
  private static int[] spaced(int[] all, int most) {
    int count = Math.min(most, all.length);
    return IntStream.range(0, count).map(i -> all[(int) ((long) all.length * i / count)]).toArray();
  }

  /** The places of the nearest points, by insertion into a short list; of equals the first. */
  private static int[] nearest(double[][] points, int at) {
    double[] distances = new double[NEIGHBOURS];
    int[] nearest = new int[NEIGHBOURS];
    int count = 0;
    for (int other = 0; other < points.length; other++) {
      if (other == at) {
        continue;
      }
      double distance = PointSpace.squared(points[at], points[other]);
      if (count < NEIGHBOURS || distance < distances[count - 1]) {
        int place = count < NEIGHBOURS ? count++ : count - 1;
        while (place > 0 && distances[place - 1] > distance) {
          distances[place] = distances[place - 1];
          nearest[place] = nearest[place - 1];
          place--;
        }
        distances[place] = distance;
        nearest[place] = other;
      }
    }
    return Arrays.copyOf(nearest, count);
  }
}
