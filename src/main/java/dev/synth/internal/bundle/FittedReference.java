package dev.synth.internal.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of the rows when the model was fitted, for later comparisons: how columns and scores
 * were distributed, day by day where there are days, and how good the scores were.
 *
 * @param columns the columns that the model looks at, in the order of the contract
 * @param score the scores of rows that the model had not learned from
 * @param time the column by which days are told; null where there are none
 * @param days the days with rows, rising, the latest {@value #MOST_DAYS} at most
 * @param calibration whether probabilities hold; null in bundles of earlier versions
 * @param quality how good the scores were; null in bundles of earlier versions
 */
public record FittedReference(
    List<BinCounts> columns,
    BinCounts score,
    @Nullable String time,
    List<Day> days,
    @Nullable CalibrationCheck calibration,
    @Nullable Quality quality) {
  /** The number of days that are kept. */
  public static final int MOST_DAYS = 371;

  private static final int SCHEMA_VERSION = 2;

  /**
   * A column's counts.
   *
   * @param column its name
   * @param bins what was counted
   * @param counts the rows of each bin; shared, not to be written to
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record BinCounts(String column, Bins bins, long[] counts) {
    private ObjectNode toJson() {
      ObjectNode json = Json.mapper().createObjectNode().put("column", column);
      json.setAll(bins.toJson());
      json.set("counts", Json.tree(counts));
      return json;
    }

    private static BinCounts fromJson(JsonFields json) {
      Bins bins = Bins.fromJson(json);
      return new BinCounts(json.text("column"), bins, whole(json.list("counts"), bins.count()));
    }
  }

  /**
   * The rows of one day.
   *
   * @param day days since 1970-01-01
   * @param rows how many
   * @param columns for each column the rows of each bin; shared, not to be written to
   * @param scored how many of them were scored
   * @param score the scored rows of each bin; shared, not to be written to
   * @param alerts how many of them were alerts
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Day(
      long day, long rows, List<long[]> columns, long scored, long[] score, long alerts) {
    public Day {
      columns = List.copyOf(columns);
    }
  }

  /**
   * The quality of scores of rows, by models that had not learned from them.
   *
   * @param rare how many rows were rare
   * @param others how many were not
   * @param averagePrecision of the scores
   * @param recall at the threshold
   * @param f1 at the threshold
   */
  public record Quality(int rare, int others, Figure averagePrecision, Figure recall, Figure f1) {
    /**
     * A figure.
     *
     * @param value in [0, 1]
     * @param error its standard error, 0 or more: other rows, the same model
     */
    public record Figure(double value, double error) {}
  }

  public FittedReference {
    columns = List.copyOf(columns);
    days = List.copyOf(days);
  }

  ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("schema_version", SCHEMA_VERSION);
    ArrayNode all = json.putArray("columns");
    columns.forEach(column -> all.add(column.toJson()));
    json.set("score", score.toJson());
    json.put("time", time);
    ArrayNode list = json.putArray("days");
    for (Day day : days) {
      ObjectNode own = list.addObject().put("day", day.day()).put("rows", day.rows());
      own.set("columns", Json.tree(day.columns()));
      own.put("scored", day.scored());
      own.set("score", Json.tree(day.score()));
      own.put("alerts", day.alerts());
    }
    json.set("calibration", Json.mapper().valueToTree(calibration));
    json.set("quality", Json.mapper().valueToTree(quality));
    return json;
  }

  /** Reads what {@link #toJson} wrote, and what earlier versions did. */
  static FittedReference fromJson(JsonFields json) {
    if (!json.json().has("schema_version")) {
      return EarlierReference.read(json);
    }
    json.whole("schema_version", 1, SCHEMA_VERSION);
    List<BinCounts> columns =
        json.list("columns").stream()
            .map(each -> BinCounts.fromJson(new JsonFields(each)))
            .toList();
    BinCounts score = BinCounts.fromJson(json.object("score"));
    JsonNode time = json.json().path("time");
    List<Day> days = new ArrayList<>();
    for (JsonNode each : json.list("days")) {
      days.add(day(new JsonFields(each), columns, score));
    }
    return new FittedReference(
        columns,
        score,
        time.isTextual() ? time.textValue() : null,
        days,
        Json.mapper().convertValue(json.json().get("calibration"), CalibrationCheck.class),
        Json.mapper().convertValue(json.json().get("quality"), Quality.class));
  }

  private static Day day(JsonFields json, List<BinCounts> columns, BinCounts score) {
    List<JsonNode> counts = json.list("columns");
    if (counts.size() != columns.size()) {
      throw new IllegalArgumentException("a day has other columns");
    }
    List<long[]> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<JsonNode> own = new ArrayList<>();
      counts.get(i).forEach(own::add);
      all.add(whole(own, columns.get(i).bins().count()));
    }
    return new Day(
        json.whole("day"),
        json.whole("rows"),
        all,
        json.whole("scored"),
        whole(json.list("score"), score.bins().count()),
        json.whole("alerts"));
  }

  private static long[] whole(List<JsonNode> numbers, int count) {
    long[] all = numbers.stream().mapToLong(JsonNode::asLong).toArray();
    if (all.length != count) {
      throw new IllegalArgumentException("there are other numbers of bins and of counts");
    }
    return all;
  }
}
