package dev.synth.internal.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.table.LabelledTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo data of a config. */
class DataSourceTest {
  private static DataSource of(String data) {
    ExperimentConfig config =
        ConfigLoader.parse("name: rows\ngenerator: smote\n" + data, "a test", List.of());
    return new DataSource(config);
  }

  @Test
  void theDemoHasAsManyRowsAsAskedForAndAnIdentityOfItsOwn() {
    DataSource few = of("data: {source: demo, demo_rows: 1500}");
    assertThat(few.load(Context.quiet(42)).rows().rowCount()).isEqualTo(1_500);
    assertThat(few.sha256()).isNotEqualTo(of("data: {source: demo}").sha256());
    assertThat(of("data: {source: demo, demo_rows: 20000}").sha256())
        .isEqualTo(of("data: {source: demo}").sha256());
    assertThat(of("data: {source: demo, demo_frauds: 0.005}").sha256())
        .isEqualTo(of("data: {source: demo}").sha256());
    DataSource rich = of("data: {source: demo, demo_rows: 2000, demo_frauds: 0.02}");
    assertThat(rich.sha256()).isNotEqualTo(of("data: {source: demo, demo_rows: 2000}").sha256());
    // 2 % of 2,000, give or take the last episode, of at most two purchases on 80 cards
    assertThat(rich.load(Context.quiet(42)).rows().rareCount()).isBetween(35, 45);
  }

  @Test
  void whatIsSaidOfCellsIsNotIgnored() {
    assertThatThrownBy(() -> of("data: {source: demo, types: {amount: categorical}}"))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("data.types is about the cells of a file or a query");
    assertThatThrownBy(() -> of("data: {source: demo, encoding: utf-8}"))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("data.encoding is about");
  }

  @Test
  void excludedColumnsOfTheDemoAreNotModelled() {
    LabelledTable rows =
        of("data: {source: demo, demo_rows: 1500, exclude: [transaction_id, amount, night]}")
            .load(Context.quiet(42))
            .rows();
    List<String> modelled = rows.modelled().features().schema().names();
    assertThat(modelled).contains("channel", "timestamp").doesNotContain("amount", "night");
    assertThat(rows.features().schema().names()).contains("amount"); // features may be made of it

    DataSource wrong = of("data: {source: demo, demo_rows: 1500, exclude: [amont]}");
    assertThatThrownBy(() -> wrong.load(Context.quiet(42)))
        .isInstanceOf(Problem.class)
        .hasMessage("data.exclude: names 'amont', which is no column; did you mean 'amount'?");
  }
}
