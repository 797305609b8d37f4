package dev.synth.benchmarks.interval;

import dev.synth.base.RandomStream;
import dev.synth.benchmarks.BenchmarkSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The populations of the interval benchmark: simulated ones, and real ones where they are there.
 */
enum IntervalPopulation {
  /** Eight normal columns; the rare mean is higher. */
  NORMAL(10, true) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      return normal(8, isRare ? 0.6 : 0, stream);
    }
  },

  /** Six columns of Student's t with three degrees of freedom. */
  HEAVY(20, true) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      double[] row = normal(6, 0, stream);
      for (int column = 0; column < row.length; column++) {
        double squares = 0;
        for (int i = 0; i < 3; i++) {
          double value = stream.nextGaussian();
          squares += value * value;
        }
        row[column] = row[column] / Math.sqrt(squares / 3) + (isRare ? 1 : 0);
      }
      return row;
    }
  },

  /** Normal columns, yes and no, and an amount that is often zero. */
  MIXED(10, true) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      double[] row = normal(8, isRare ? 0.5 : 0, stream);
      for (int column = 4; column < 7; column++) {
        row[column] = stream.nextDouble() < (isRare ? 0.5 : 0.2) ? 1 : 0;
      }
      boolean isZero = stream.nextDouble() < (isRare ? 0.4 : 0.7);
      row[7] = isZero ? 0 : (isRare ? 1.5 : 1) * exponential(stream);
      return row;
    }
  },

  /** Rows that come in equal copies, two on average. */
  COPIES(10, true) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      return normal(5, isRare ? 0.8 : 0, stream);
    }

    @Override
    int sizeOfUnit(RandomStream stream) {
      return 1 + (int) exponential(stream);
    }

    @Override
    boolean areCopies() {
      return true;
    }
  },

  /** A ring around the others; squares stand beside the columns. */
  RING(10, true) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      double[] row = normal(6, isRare ? 0.3 : 0, stream);
      if (isRare) {
        double angle = 2 * Math.PI * stream.nextDouble();
        double radius = 2 + 0.4 * stream.nextGaussian();
        row[0] = radius * StrictMath.cos(angle);
        row[1] = radius * StrictMath.sin(angle);
      }
      row[2] = row[0] * row[0];
      row[3] = row[1] * row[1];
      return row;
    }
  },

  /** Three kinds of rare rows, of which one is far away. */
  KINDS(20, true) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      double[] row = normal(6, 0, stream);
      double kind = isRare ? stream.nextDouble() : 2;
      row[0] += kind < 0.6 ? 1.5 : 0;
      row[1] += kind < 0.6 ? 1.5 : 0;
      row[2] += kind >= 0.6 && kind < 0.9 ? 2 : 0;
      row[3] += kind >= 0.6 && kind < 0.9 ? 1 : 0;
      row[4] += kind >= 0.9 && kind < 1 ? 5 : 0;
      return row;
    }
  },

  /** Skewed amounts; kept for confirmation. */
  SKEWED(10, false) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      double[] row = normal(6, isRare ? 0.7 : 0, stream);
      for (int column = 0; column < 4; column++) {
        row[column] = StrictMath.exp(row[column]);
      }
      return row;
    }
  },

  /** One row in fifty is rare, and a quarter of them look like the others; for confirmation. */
  HIDDEN(50, false) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      return normal(5, isRare && stream.nextDouble() < 0.75 ? 1.2 : 0, stream);
    }
  },

  /** Groups of rows with something in common, which stay together; for confirmation. */
  GROUPS(10, false) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      double[] row = normal(6, isRare ? 0.7 : 0, stream);
      for (int column = 0; column < row.length; column++) {
        row[column] += 0.7 * ofUnit[column];
      }
      return row;
    }

    @Override
    int sizeOfUnit(RandomStream stream) {
      return 1 + stream.nextInt(5);
    }
  },

  /** Counts; the last to be drawn, when everything had been chosen. */
  COUNTS(20, false) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      double[] row = new double[6];
      for (int column = 0; column < row.length; column++) {
        row[column] = Math.floor((isRare && column < 4 ? 3.5 : 1.5) * exponential(stream));
      }
      return row;
    }
  },

  /** Columns with much in common, of which two tell; drawn last likewise. */
  COMMON(10, false) {
    @Override
    double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
      double common = stream.nextGaussian();
      double[] row = normal(8, 0, stream);
      for (int column = 0; column < row.length; column++) {
        row[column] = 0.8 * common + 0.6 * row[column];
      }
      row[0] += isRare ? 1 : 0;
      row[5] -= isRare ? 0.7 : 0;
      return row;
    }
  },

  /** Real rows, as the three behind it: calls of a bank, one in ten rare. */
  BANK(BenchmarkSet.BANK_MARKETING),

  /** Purchases. */
  ECOMMERCE(BenchmarkSet.ECOMMERCE_FRAUD),

  /** Debtors. */
  CREDIT(BenchmarkSet.GIVE_ME_SOME_CREDIT),

  /** Card payments of another simulator. */
  CARDS(BenchmarkSet.FDH_WINDOW);

  private static final Path FOLDER = Path.of("../shared/data");

  private final int oneIn;
  private final boolean isForChoosing;
  private final @Nullable BenchmarkSet set;

  IntervalPopulation(int oneIn, boolean isForChoosing) {
    this.oneIn = oneIn;
    this.isForChoosing = isForChoosing;
    this.set = null;
  }

  /** A real set's, for confirmation. */
  IntervalPopulation(BenchmarkSet set) {
    this.oneIn = 10;
    this.isForChoosing = false;
    this.set = set;
  }

  /** Returns the most rare rows of a data set; 0 where the set is not there. */
  int mostRare() {
    return set == null
        ? Integer.MAX_VALUE
        : Files.isDirectory(FOLDER) ? RealRows.of(set, FOLDER).mostRare() : 0;
  }

  /** Returns whether it has a part in the choice, and is not kept for confirmation. */
  boolean isForChoosing() {
    return isForChoosing;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A row; what its unit has in common are standard normal numbers. */
  double[] row(boolean isRare, double[] ofUnit, RandomStream stream) {
    throw new IllegalStateException(title() + " has real rows");
  }

  int sizeOfUnit(RandomStream stream) {
    return 1;
  }

  boolean areCopies() {
    return false;
  }

  /** Draws rows of both classes at the population's odds. */
  IntervalRows draw(int rare, RandomStream stream) {
    return set == null ? draw(rare, rare * oneIn, stream) : real(set, 0, rare, stream);
  }

  /** The same of rows that no data set has; fewer where a real set has no more. */
  IntervalRows drawUnseen(int rare, RandomStream stream) {
    return set == null ? draw(rare, stream) : real(set, 1, rare, stream);
  }

  /** Draws rare rows alone that no data set has. */
  double[][] drawUnseenRare(int rare, RandomStream stream) {
    return set == null
        ? draw(rare, rare, stream).cells()
        : RealRows.of(set, FOLDER).draw(1, rare, 0, stream);
  }

  private IntervalRows real(BenchmarkSet from, int half, int rare, RandomStream stream) {
    RealRows rows = RealRows.of(from, FOLDER);
    int own = Math.min(rare, rows.most(half, oneIn));
    double[][] cells = rows.draw(half, own, own * (oneIn - 1), stream);
    return new IntervalRows(cells, own, IntStream.range(0, cells.length).toArray());
  }

  private IntervalRows draw(int rare, int rows, RandomStream stream) {
    double[][] cells = new double[rows][];
    int[] unitOf = new int[cells.length];
    int unit = 0;
    int left = 0;
    double[] common = {};
    for (int row = 0; row < cells.length; row++) {
      boolean isNew = left == 0 || row == rare;
      if (isNew) {
        unit++;
        left = sizeOfUnit(stream);
        common = this == GROUPS ? normal(6, 0, stream) : common;
      }
      boolean isCopy = !isNew && areCopies();
      cells[row] = isCopy ? cells[row - 1] : row(row < rare, common, stream);
      unitOf[row] = unit;
      left--;
    }
    return new IntervalRows(cells, rare, unitOf);
  }

  private static double[] normal(int columns, double shift, RandomStream stream) {
    double[] row = new double[columns];
    for (int column = 0; column < columns; column++) {
      row[column] = shift + stream.nextGaussian();
    }
    return row;
  }

  private static double exponential(RandomStream stream) {
    return -StrictMath.log(1 - stream.nextDouble());
  }
}
