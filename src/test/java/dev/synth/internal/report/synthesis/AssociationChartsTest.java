package dev.synth.internal.report.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.validate.plot.AssociationPlot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssociationChartsTest {
  private static String html(int leftOut, @Nullable Double difference) {
    ObjectNode plot = Json.mapper().createObjectNode();
    plot.putArray("columns").add("amount").add("<hour>");
    plot.put("columns_left_out", leftOut);
    plot.put("noise", 0.27);
    put(plot, "real", 0.25);
    put(plot, "synthetic", 0.75);
    put(plot, "difference", difference);
    return AssociationCharts.of(Json.mapper().convertValue(plot, AssociationPlot.class));
  }

  /** A matrix of two columns, as a run's file has it: none on the diagonal. */
  private static void put(ObjectNode plot, String name, @Nullable Double corner) {
    ArrayNode rows = plot.putArray(name);
    rows.addArray().addNull().add(corner);
    rows.addArray().add(corner).addNull();
  }

  @Test
  void theLargestDifferenceIsNamed() {
    assertThat(html(0, 0.5))
        .startsWith(
            "<p>The largest difference is that of amount and &lt;hour&gt;: +0.500. By chance, two"
                + " columns of numbers differ by up to 0.27 in 19 pairs of 20;");
    assertThat(html(0, -0.5)).contains("&lt;hour&gt;: −0.500. By chance");
  }

  @Test
  void withoutADifferenceNoPairIsNamed() {
    assertThat(html(0, null)).startsWith("<p>No pair of columns differs. By chance");
    assertThat(html(0, 0.0)).startsWith("<p>No pair of columns differs. By chance");
  }

  /** Noise stays pale: colours end at 0.4 where nothing differs more. */
  @Test
  void coloursReachAsFarAsTheDifferencesDo() {
    assertThat(html(0, 0.1)).contains("\"low\":-0.4,\"high\":0.4,\"diverging\":true");
    assertThat(html(0, 0.5)).contains("\"low\":-0.5,\"high\":0.5,\"diverging\":true");
    assertThat(html(0, 0.1)).contains("\"values\":[[null,0.25],[0.25,null]],\"low\":-1,\"high\":1");
  }

  @Test
  void whatIsLeftOutIsCounted() {
    assertThat(html(0, 0.5)).doesNotContain("left out");
    assertThat(html(1, 0.5)).contains(" One column whose pairs differ less is left out.</p>");
    assertThat(html(3, 0.5)).contains(" 3 columns whose pairs differ less are left out.</p>");
  }
}
