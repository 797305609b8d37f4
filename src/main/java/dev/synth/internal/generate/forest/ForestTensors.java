package dev.synth.internal.generate.forest;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import dev.synth.internal.neural.layer.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A forest as arrays, and back: the real rows' cases and numbers, span after span; for each tree
 * the leaf of each real row; for each leaf the bounds of its numbers.
 */
public final class ForestTensors {
  private ForestTensors() {}

  /**
   * The sizes needed to read the arrays.
   *
   * @param rows real rows, at least 1
   * @param leaves how many leaves each tree has, each at least 1
   */
  public record Sizes(int rows, List<Integer> leaves) {
    public Sizes {
      leaves = List.copyOf(leaves);
      if (rows < 1 || leaves.isEmpty() || leaves.stream().anyMatch(n -> n < 1 || n > rows)) {
        throw new IllegalArgumentException(PlainText.of("%d rows, leaves %s", rows, leaves));
      }
    }
  }

  /** Adds a forest's arrays, and returns their sizes. */
  public static Sizes save(LeafForest forest, Tensors tensors) {
    SpanRows real = forest.real();
    int rows = real.rowCount();
    List<Integer> leaves = forest.trees().stream().map(tree -> tree.leaves().size()).toList();
    Sizes sizes = new Sizes(rows, leaves);
    Writer cases = new Writer(size(real.choiceCount(), rows));
    for (int choice = 0; choice < real.choiceCount(); choice++) {
      cases.addAll(real.cases(choice));
    }
    Writer numbers = new Writer(size(real.scalarCount(), rows));
    for (int scalar = 0; scalar < real.scalarCount(); scalar++) {
      for (double number : real.numbers(scalar)) {
        numbers.add(Double.isNaN(number) ? 0 : number); // the cases tell which are missing
      }
    }
    Writer leafOf = new Writer(size(leaves.size(), rows));
    Writer bounds = new Writer(size(2 * real.scalarCount(), total(sizes)));
    for (LeafTree tree : forest.trees()) {
      leafOf.addAll(Arrays.copyOf(tree.leafOf(), rows));
      for (LeafTree.Leaf leaf : tree.leaves()) {
        Arrays.stream(leaf.lower()).forEach(bounds::add);
        Arrays.stream(leaf.upper()).forEach(bounds::add);
      }
    }
    tensors.put("cases", cases.values);
    tensors.put("numbers", numbers.values);
    tensors.put("leaf_of", leafOf.values);
    tensors.put("bounds", bounds.values);
    return sizes;
  }

  private static int total(Sizes sizes) {
    return sizes.leaves.stream().reduce(0, Math::addExact);
  }

  /** Refuses what no array can hold, which a damaged file may ask for. */
  private static int size(int a, int b) {
    long size = (long) a * b;
    if (size > Integer.MAX_VALUE / Float.BYTES) {
      throw new IllegalArgumentException(PlainText.of("%d × %d numbers are too many", a, b));
    }
    return (int) size;
  }

  /**
   * Makes a forest of what {@link #save} added.
   *
   * @param layout the layout of the encoder that took the rows apart
   * @throws IllegalArgumentException if the arrays don't make a forest
   */
  public static LeafForest restore(EncodedLayout layout, Sizes sizes, Tensors tensors) {
    SpanLayout spans = SpanLayout.of(layout);
    int scalars = spans.scalars().size();
    // Each array's length is checked before memory is asked for.
    Reader cases = new Reader(tensors.get("cases", size(spans.choices().size(), sizes.rows)));
    Reader numbers = new Reader(tensors.get("numbers", size(scalars, sizes.rows)));
    Reader leafOf = new Reader(tensors.get("leaf_of", size(sizes.leaves.size(), sizes.rows)));
    Reader bounds = new Reader(tensors.get("bounds", size(2 * scalars, total(sizes))));
    SpanRows real = realRows(layout, sizes.rows, cases, numbers);
    List<LeafTree> trees = new ArrayList<>();
    for (int leaves : sizes.leaves) {
      int[] leaf = new int[sizes.rows];
      Arrays.setAll(leaf, row -> leafOf.index(leaves));
      trees.add(tree(leaf, leaves, bounds, scalars));
    }
    return new LeafForest(real, trees);
  }

  private static SpanRows realRows(EncodedLayout layout, int rows, Reader cases, Reader numbers) {
    SpanRows real = SpanRows.empty(layout, rows);
    for (int choice = 0; choice < real.choiceCount(); choice++) {
      Span.OneHot span = real.layout().choices().get(choice);
      for (int row = 0; row < rows; row++) {
        real.cases(choice)[row] = cases.index(span.width());
      }
    }
    for (int scalar = 0; scalar < real.scalarCount(); scalar++) {
      for (int row = 0; row < rows; row++) {
        double number = numbers.next();
        real.numbers(scalar)[row] = real.isOpen(scalar, row) ? number : Double.NaN;
      }
    }
    return real;
  }

  private static LeafTree tree(int[] leafOf, int count, Reader bounds, int scalars) {
    List<LeafTree.Leaf> leaves = new ArrayList<>();
    for (int[] rows : rowsOf(leafOf, count)) {
      double[] lower = new double[scalars];
      double[] upper = new double[scalars];
      Arrays.setAll(lower, scalar -> bounds.next());
      Arrays.setAll(upper, scalar -> bounds.next());
      leaves.add(new LeafTree.Leaf(rows, lower, upper));
    }
    return new LeafTree(leaves, leafOf);
  }

  private static int[][] rowsOf(int[] leafOf, int count) {
    int[] sizes = new int[count];
    for (int leaf : leafOf) {
      sizes[leaf]++;
    }
    int[][] rows = new int[count][];
    Arrays.setAll(rows, leaf -> new int[sizes[leaf]]);
    for (int row = leafOf.length - 1; row >= 0; row--) {
      rows[leafOf[row]][--sizes[leafOf[row]]] = row;
    }
    return rows;
  }

  /** Fills an array from the front. */
  private static final class Writer {
    private final float[] values;
    private int next;

    Writer(int size) {
      values = new float[size];
    }

    void add(double value) {
      values[next++] = (float) value;
    }

    void addAll(int[] more) {
      for (int value : more) {
        add(value);
      }
    }
  }

  /** Reads an array from the front. */
  private static final class Reader {
    private final float[] values;
    private int next;

    Reader(float[] values) {
      this.values = values;
    }

    double next() {
      return values[next++];
    }

    /** Returns a whole number in [0, bound). */
    int index(int bound) {
      double value = next();
      if (!(value >= 0 && value < bound && value == Math.rint(value))) {
        throw new IllegalArgumentException(
            PlainText.of("%s is not a whole number in [0, %d)", value, bound));
      }
      return (int) value;
    }
  }
}
