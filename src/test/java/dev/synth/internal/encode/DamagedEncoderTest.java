package dev.synth.internal.encode;

import static dev.synth.internal.encode.EncodedTables.DAY;
import static dev.synth.internal.encode.EncodedTables.HOUR;
import static dev.synth.internal.encode.EncodedTables.fit;
import static dev.synth.internal.encode.EncodedTables.levels;
import static dev.synth.internal.encode.EncodedTables.numbers;
import static dev.synth.internal.encode.EncodedTables.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoders whose JSON is damaged. */
class DamagedEncoderTest {
  static Stream<Arguments> damages() {
    return Stream.of(
        damage("'version' is left out", json -> json.remove("version")),
        damage("version 2, where 1 is known", json -> json.put("version", 2)),
        damage("'columns' is not a list", json -> json.put("columns", "none")),
        damage("at column 1: not an object", json -> columns(json).set(0, json.get("version"))),
        damage("'column' is left out", json -> column(json).remove("column")),
        damage("a column needs a name", json -> column(json).put("column", "")),
        damage("two columns are named 'c'", json -> columns(json).add(column(json))),
        damage("type 'complex' is unknown", json -> column(json).put("type", "complex")),
        damage("'missing' is neither true nor false", json -> column(json).put("missing", 1)),
        damage("min: must be finite", json -> column(json).put("min", Double.NaN)),
        damage("decimals: must be in [0, 9]", json -> column(json).put("decimals", 77)),
        damage("'number' is left out", json -> column(json).remove("number")),
        damage("decimals must be in [0, 9]", json -> number(json).put("digits", 12)),
        damage("integer overflow", json -> number(json).put("digits", 1L << 40)),
        damage(
            "atoms must be finite and rise", json -> number(json).putArray("atoms").add(2).add(1)),
        damage("'atoms' holds no number", json -> number(json).putArray("atoms").add("x")),
        damage("'rest' is left out", json -> number(json).remove("rest")),
        damage("two points or more", json -> rest(json).putArray("values").add(1)),
        damage("scores must rise", json -> rest(json).set("scores", rest(json).get("values"))),
        damage(
            "no value, and never missing",
            json -> {
              number(json).putNull("rest");
              number(json).putArray("atoms");
            }));
  }

  private static Arguments damage(String complaint, Consumer<ObjectNode> change) {
    return Arguments.of(complaint, change);
  }

  private static ArrayNode columns(ObjectNode json) {
    return (ArrayNode) json.get("columns");
  }

  private static ObjectNode column(ObjectNode json) {
    return (ObjectNode) columns(json).get(0);
  }

  private static ObjectNode number(ObjectNode json) {
    return (ObjectNode) column(json).get("number");
  }

  private static ObjectNode rest(ObjectNode json) {
    return (ObjectNode) number(json).get("rest");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aDamagedEncoderIsADataProblemThatNamesTheDamage(
      String complaint, Consumer<ObjectNode> change) {
    ObjectNode json = (ObjectNode) fit(numbers(40, row -> row)).toJson();
    change.accept(json);

    assertThatThrownBy(() -> FeatureEncoder.fromJson(json))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageStartingWith("the stored encoder is damaged")
        .hasMessageContaining(complaint);
  }

  @Test
  void damagedTimesAndLevelsAreNamedToo() {
    JsonNode times = fit(times(false, 0, HOUR, DAY)).toJson();
    ((ObjectNode) times.get("columns").get(0)).put("unit_micros", 7);
    JsonNode levels = fit(levels("a", "b")).toJson();
    ((ObjectNode) levels.get("columns").get(0)).putArray("levels").add("a").add("a");

    assertThatThrownBy(() -> FeatureEncoder.fromJson(times)).hasMessageContaining("unit must be");
    assertThatThrownBy(() -> FeatureEncoder.fromJson(levels))
        .hasMessageContaining("two levels are equal");
  }
}
