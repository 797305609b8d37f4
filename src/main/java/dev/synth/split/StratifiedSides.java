package dev.synth.split;

import dev.synth.base.RandomStream;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses a side for each component, at random, so that each side gets its share of both classes.
 *
 * <p>Components come in random order, those with most rare rows first, then the largest. Each goes
 * to a side that still has room for it, with a chance proportional to the room. Where no side has
 * room, it goes to the one furthest below its target. Where each component is one row, a class's
 * count on a side is less than one row from its target. Every such choice of rows is equally likely
 * then.
 */
final class StratifiedSides {
  private final double[] rareRoom;
  private final double[] otherRoom;
  private final RandomStream random;

  private record Component(int name, int rare, int other) {}

  /**
   * A choice of sides.
   *
   * @param shares each side's share of the rows; they sum to 1
   */
  StratifiedSides(LabelledTable rows, double[] shares, RandomStream random) {
    this(
        Arrays.stream(shares).map(share -> share * rows.rareCount()).toArray(),
        Arrays.stream(shares).map(share -> share * (rows.rowCount() - rows.rareCount())).toArray(),
        random);
  }

  /**
   * A choice of sides that differ in their ratio of classes.
   *
   * @param rare each side's number of rare rows; not copied
   * @param others each side's number of other rows; not copied
   */
  StratifiedSides(double[] rare, double[] others, RandomStream random) {
    this.rareRoom = rare;
    this.otherRoom = others;
    this.random = random;
  }

  /** Returns each row's side, an index of the shares. */
  int[] choose(LabelledTable rows, Components components) {
    int[] sideOfComponent = new int[rows.rowCount()];
    for (Component component : inOrder(rows, components)) {
      int side = choose(component);
      rareRoom[side] -= component.rare;
      otherRoom[side] -= component.other;
      sideOfComponent[component.name] = side;
    }
    int[] sides = new int[rows.rowCount()];
    for (int row = 0; row < sides.length; row++) {
      sides[row] = sideOfComponent[components.of(row)];
    }
    return sides;
  }

  private List<Component> inOrder(LabelledTable rows, Components components) {
    int[] rare = new int[rows.rowCount()];
    int[] other = new int[rows.rowCount()];
    for (int row = 0; row < rare.length; row++) {
      (rows.isRare(row) ? rare : other)[components.of(row)]++;
    }
    List<Component> all = new ArrayList<>();
    for (int name : random.permutation(rare.length)) {
      if (rare[name] + other[name] > 0) {
        all.add(new Component(name, rare[name], other[name]));
      }
    }
    all.sort(
        Comparator.comparingInt(Component::rare).thenComparingInt(Component::other).reversed());
    return all;
  }

  private int choose(Component component) {
    double[] room = component.rare > 0 ? rareRoom : otherRoom;
    double total = 0;
    for (int side = 0; side < room.length; side++) {
      total += fits(component, side) ? room[side] : 0;
    }
    double drawn = random.nextDouble() * total;
    for (int side = 0; side < room.length; side++) {
      if (fits(component, side)) {
        drawn -= room[side];
        if (drawn < 0) {
          return side;
        }
      }
    }
    return roomiest(room);
  }

  private boolean fits(Component component, int side) {
    return fits(component.rare, rareRoom[side]) && fits(component.other, otherRoom[side]);
  }

  private static boolean fits(int count, double room) {
    double slack = 1e-9; // targets such as 0.2 × 35 are whole but for rounding
    return count == 0 || count <= room + slack;
  }

  private static int roomiest(double[] room) {
    int best = 0;
    for (int side = 1; side < room.length; side++) {
      if (room[side] > room[best]) {
        best = side;
      }
    }
    return best;
  }
}
