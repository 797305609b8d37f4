package dev.synth.internal.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A fitted way from table rows to numbers that a model can learn, and back; immutable.
 *
 * <p>{@code decode(encode(t))} equals t, to each column's decimals, for every row inside the fitted
 * ranges and levels. Levels, atoms, bounds and decimals come from all training rows; quantiles from
 * the rows of the {@link QuantileRows}. Each column has an optional one-hot span (missing, where
 * training rows are; its levels or atoms; the continuous rest) and an optional scalar under the
 * rest's case. A timestamp has such a pair for the day (for the month, in a column of months) and
 * another for the time of day. A column of times of day has one pair, on a day that is cut where it
 * is emptiest. A column of more than 100 levels has one for the levels that are not among the most
 * frequent.
 *
 * <p>Outside of what was fitted, a number is taken for the nearest one on its column's scale. A
 * level that no training row has becomes zeros, "none of them", as does a missing cell in a column
 * where none was missing. Zeros decode to the column's first case and the scale's middle.
 */
public final class FeatureEncoder {
  private static final int VERSION = 1;

  private final List<ColumnCodec> codecs;
  private final Schema schema;
  private final EncodedLayout layout;

  /** The rows whose quantiles the scalars follow. */
  public enum QuantileRows {
    /** The rare rows', in each column that has 40 continuous values of them or more. */
    RARE,
    /** Those of both classes; the more rare rows there are, the nearer to half they count. */
    ALL
  }

  private FeatureEncoder(List<ColumnCodec> codecs) {
    this.codecs = List.copyOf(codecs);
    this.schema = new Schema(codecs.stream().map(ColumnCodec::column).toList());
    this.layout =
        new EncodedLayout(codecs.stream().flatMap(codec -> codec.spans().stream()).toList());
  }

  /** Learns an encoding from training rows. */
  public static FeatureEncoder fit(Training training, QuantileRows scope) {
    LabelledTable rows = training.rows();
    List<ColumnCodec> codecs = new ArrayList<>();
    int offset = 0;
    for (Column column : rows.features().schema().columns()) {
      Cells cells = rows.features().cells(column.name());
      ColumnCodec codec =
          switch (column.type()) {
            case ColumnType.Numeric numeric ->
                NumberCodec.fit(column, offset, (Cells.Numbers) cells, rows::isRare, scope);
            case ColumnType.Categorical categorical ->
                LevelCodec.fit(column, offset, (Cells.Levels) cells, rows::isRare, scope);
            case ColumnType.Timestamp timestamp ->
                TimestampCodec.fit(column, offset, (Cells.Instants) cells, rows::isRare, scope);
            case ColumnType.TimeOfDay time ->
                TimeOfDayCodec.fit(column, offset, (Cells.Instants) cells, rows::isRare, scope);
            case ColumnType.Identifier identifier ->
                throw new IllegalArgumentException("an identifier among the training columns");
          };
      codecs.add(codec);
      offset += width(codec);
    }
    return new FeatureEncoder(codecs);
  }

  private static int width(ColumnCodec codec) {
    return codec.spans().stream().mapToInt(Span::width).sum();
  }

  /** Returns the columns that are encoded and decoded: the training rows'. */
  public Schema schema() {
    return schema;
  }

  /** Returns what an encoded row holds; its width is 0 where every column is constant. */
  public EncodedLayout layout() {
    return layout;
  }

  /**
   * Returns the columns that take no number, since all training rows agree in them; each decodes to
   * the one value, or to missing.
   */
  public List<String> constantColumns() {
    return codecs.stream()
        .filter(codec -> codec.spans().isEmpty())
        .map(codec -> codec.column().name())
        .toList();
  }

  /**
   * Encodes rows.
   *
   * @param rows rows with this encoder's schema
   * @return a new array of {@code layout().width()} numbers for each row
   * @throws IllegalArgumentException if the schemas differ
   */
  public double[][] encode(Table rows) {
    if (!rows.schema().equals(schema)) {
      throw new IllegalArgumentException(
          PlainText.of(
              "the rows have columns %s, but the encoder was fitted on %s",
              rows.schema().columns(), schema.columns()));
    }
    double[][] encoded = new double[rows.rowCount()][layout.width()];
    for (int i = 0; i < codecs.size(); i++) {
      codecs.get(i).encode(rows.cells(i), encoded);
    }
    return encoded;
  }

  /**
   * Decodes rows. In a one-hot span the largest number decides, the first one on ties; numbers
   * beyond a scale decode to its bound.
   *
   * @param rows {@code layout().width()} numbers each, none of them NaN
   * @throws IllegalArgumentException if a row has another width, or a NaN that matters
   */
  public Table decode(double[][] rows) {
    for (double[] row : rows) {
      if (row.length != layout.width()) {
        throw new IllegalArgumentException(
            PlainText.of("a row of %d numbers, but the layout has %d", row.length, layout.width()));
      }
    }
    return new Table(schema, codecs.stream().map(codec -> codec.decode(rows)).toList());
  }

  /** Returns all that was learned; the same state gives the same tree. */
  public JsonNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("version", VERSION);
    ArrayNode columns = json.putArray("columns");
    codecs.forEach(codec -> columns.add(CodecJson.write(codec)));
    return json;
  }

  /**
   * Makes an encoder of what {@link #toJson} returned.
   *
   * @throws Problem a data problem that names the first thing that is off
   */
  public static FeatureEncoder fromJson(JsonNode json) {
    List<ColumnCodec> codecs = new ArrayList<>();
    try {
      JsonFields fields = new JsonFields(json);
      if (fields.whole("version") != VERSION) {
        throw new IllegalArgumentException(
            PlainText.of("version %d, where %d is known", fields.whole("version"), VERSION));
      }
      int offset = 0;
      for (JsonNode column : fields.list("columns")) {
        codecs.add(CodecJson.read(column, offset));
        offset += width(codecs.getLast());
      }
      return new FeatureEncoder(codecs);
    } catch (IllegalArgumentException | ArithmeticException e) {
      String place = json.has("columns") ? PlainText.of(" at column %d", codecs.size() + 1) : "";
      throw Problem.data(
              "the stored encoder is damaged%s: %s", place, String.valueOf(e.getMessage()))
          .causedBy(e);
    }
  }
}
