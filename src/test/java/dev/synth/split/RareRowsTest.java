package dev.synth.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.synth.internal.base.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RareRowsTest {
  private record Holder(RareRows rareRows) {}

  private static Holder read(String json) throws JsonProcessingException {
    return Json.mapper().readValue(json, Holder.class);
  }

  @Test
  void textsReadBackAsTheyWere() {
    for (RareRows kept : List.of(RareRows.ALL, new RareRows.AtMost(16))) {
      assertThat(RareRows.parse(kept.text())).contains(kept);
    }
    assertThat(new RareRows.AtMost(16).describe()).isEqualTo("16 rare rows");
    assertThat(RareRows.ALL.describe()).isEqualTo("all rare rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "All", "0", "7", "-1", "016", "1.5", "1e3", "9999999999"})
  void otherTextsStandForNothing(String text) {
    assertThat(RareRows.parse(text)).isEmpty();
  }

  @Test
  void jsonHasTheNumberAndNullForAll() throws JsonProcessingException {
    assertThat(Json.write(new Holder(RareRows.ALL))).isEqualTo("{\n  \"rare_rows\": null\n}\n");
    assertThat(Json.write(new Holder(new RareRows.AtMost(16))))
        .isEqualTo("{\n  \"rare_rows\": 16\n}\n");
    assertThat(read("{\"rare_rows\": 16}").rareRows()).isEqualTo(new RareRows.AtMost(16));
    assertThat(read("{\"rare_rows\": null}").rareRows()).isEqualTo(RareRows.ALL);
    assertThat(read("{}").rareRows()).isEqualTo(RareRows.ALL);
    assertThatThrownBy(() -> read("{\"rare_rows\": 7}")).isInstanceOf(JsonMappingException.class);
  }

  @Test
  void smallerNumbersOfRowsAreAllKept() {
    assertThat(RareRows.ALL.of(10)).isEqualTo(10);
    assertThat(new RareRows.AtMost(16).of(10)).isEqualTo(10);
    assertThat(new RareRows.AtMost(8).of(10)).isEqualTo(8);
  }
}
