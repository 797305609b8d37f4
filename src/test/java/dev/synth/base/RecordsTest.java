package dev.synth.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private record Kettle(double litres, @Nullable String colour) {
    Kettle {
      InvalidValue.unless(litres > 0, "litres", "must be above 0", litres);
    }

    static Kettle defaults() {
      return new Kettle(1.7, null);
    }
  }

  private record Spoon(int length) {}

  @Test
  void takesDefaultsFromTheRecord() {
    assertThat(Records.defaults(Kettle.class)).contains(new Kettle(1.7, null));
    assertThat(Records.defaults(Spoon.class)).isEmpty();
  }

  @Test
  void changesOneComponent() {
    Kettle kettle = Kettle.defaults();

    assertThat(Records.with(kettle, "colour", "red")).isEqualTo(new Kettle(1.7, "red"));
    assertThat(Records.with(kettle, "litres", 0.5)).isEqualTo(new Kettle(0.5, null));
    assertThat(kettle).isEqualTo(new Kettle(1.7, null));
  }

  @Test
  void refusesWhatTheConstructorRefusesAndComponentsThatAreNotThere() {
    assertThatThrownBy(() -> Records.with(Kettle.defaults(), "litres", -1.0))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("litres: must be above 0, but is -1.0");
    assertThatThrownBy(() -> Records.with(Kettle.defaults(), "price", 3))
        .hasMessageContaining("has no component price");
  }
}
