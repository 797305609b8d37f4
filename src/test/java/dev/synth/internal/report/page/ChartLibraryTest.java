package dev.synth.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChartLibraryTest {
  /** The licence asks that its header stays; a closing tag would end the page's script. */
  @Test
  void theLibraryMayStandInAScriptElement() {
    String text = ChartLibrary.text();
    assertThat(text).contains("Licensed to the Apache Software Foundation").endsWith("\n");
    assertThat(text.contains("</script")).isFalse();
    assertThat(text.contains("<!--")).isFalse();
  }
}
