package dev.synth.internal.neural.layer;

import static java.util.Objects.requireNonNull;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * An ND4J matrix stored column by column ('f' order), whose numbers Java loops reach where they
 * lie: an elementwise operation called through ND4J takes about ten times as long on matrices of
 * our size.
 *
 * <p>Single precision in use, double precision where gradients are checked.
 */
public final class Matrix implements AutoCloseable {
  /** Floats in a cache line of 64 bytes. */
  private static final int STRIP = 16;

  private final INDArray array;
  private final int rows;
  private final int columns;
  private final @Nullable FloatPointer floatPointer;
  private final @Nullable FloatIndexer floats;
  private final @Nullable DoubleIndexer doubles;
  private float[] chosenRows = new float[0];

  private Matrix(INDArray array) {
    this.array = array;
    this.rows = Math.toIntExact(array.rows());
    this.columns = Math.toIntExact(array.columns());
    if (array.dataType() == DataType.FLOAT) {
      floatPointer = new FloatPointer(array.data().pointer()).getPointer(array.offset());
      floats = FloatIndexer.create(floatPointer.capacity(array.length()));
      doubles = null;
    } else {
      DoublePointer pointer = new DoublePointer(array.data().pointer()).getPointer(array.offset());
      floatPointer = null;
      floats = null;
      doubles = DoubleIndexer.create(pointer.capacity(array.length()));
    }
  }

  /** Returns a matrix of zeros. */
  public static Matrix zeros(DataType type, int rows, int columns) {
    NeuralRuntime.start();
    return new Matrix(Nd4j.create(type, new long[] {rows, columns}, 'f'));
  }

  /** Returns a matrix over a stretch of a parameter vector: writing to one writes to the other. */
  static Matrix over(INDArray vector, long offset, int rows, int columns) {
    INDArray stretch =
        vector.get(
            NDArrayIndex.point(0), NDArrayIndex.interval(offset, offset + (long) rows * columns));
    return new Matrix(stretch.reshape('f', rows, columns));
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public int size() {
    return rows * columns;
  }

  public INDArray array() {
    return array;
  }

  /** Returns the address for BLAS, or null in double precision. */
  @Nullable FloatPointer floatPointer() {
    return floatPointer;
  }

  /** Returns a number by its position, {@code column · rows + row}. */
  public double get(int position) {
    return floats != null ? floats.get(position) : requireNonNull(doubles).get(position);
  }

  /** Sets a number by its position, {@code column · rows + row}. */
  public void set(int position, double value) {
    if (floats != null) {
      floats.put(position, (float) value);
    } else {
      requireNonNull(doubles).put(position, value);
    }
  }

  /** Sets a row. */
  public void setRow(int row, double[] values) {
    for (int column = 0; column < columns; column++) {
      set(column * rows + row, values[column]);
    }
  }

  /**
   * Sets all rows, a strip of them at a time: each row and each column's part of the strip then
   * stay in the processor's cache. In single precision they are put together in an array, which the
   * compiler makes faster loops of, and copied by block.
   *
   * @param from rows to choose from
   * @param chosen for each of the matrix's rows the position of its values in {@code from}
   */
  public void setRows(double[][] from, int[] chosen) {
    if (floatPointer != null) {
      if (chosenRows.length == 0) {
        chosenRows = new float[size()];
      }
      gather(from, chosen, chosenRows);
      floatPointer.put(chosenRows);
      return;
    }
    for (int first = 0; first < rows; first += STRIP) {
      int end = Math.min(rows, first + STRIP);
      for (int column = 0; column < columns; column++) {
        for (int row = first; row < end; row++) {
          set(column * rows + row, from[chosen[row]][column]);
        }
      }
    }
  }

  private void gather(double[][] from, int[] chosen, float[] into) {
    double[][] strip = new double[STRIP][];
    for (int first = 0; first < rows; first += STRIP) {
      int count = Math.min(STRIP, rows - first);
      for (int i = 0; i < count; i++) {
        strip[i] = from[chosen[first + i]];
      }
      for (int column = 0; column < columns; column++) {
        int position = column * rows + first;
        for (int i = 0; i < count; i++) {
          into[position + i] = (float) strip[i][column];
        }
      }
    }
  }

  /** Copies all numbers out, column by column, in single precision. */
  public void copyTo(float[] values) {
    if (floatPointer != null) {
      floatPointer.get(values);
      return;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) get(i);
    }
  }

  /** Sets all numbers, column by column. */
  public void copyFrom(float[] values) {
    if (floatPointer != null) {
      floatPointer.put(values);
      return;
    }
    for (int i = 0; i < values.length; i++) {
      set(i, values[i]);
    }
  }

  /** Copies a row out. */
  public void copyRow(int row, double[] into) {
    for (int column = 0; column < columns; column++) {
      into[column] = get(column * rows + row);
    }
  }

  /** Gives the memory back; nothing may touch the matrix afterwards. */
  @Override
  public void close() {
    array.close();
  }
}
