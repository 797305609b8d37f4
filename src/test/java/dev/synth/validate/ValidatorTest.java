package dev.synth.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.split.Synthetic;
import dev.synth.table.Table;
import dev.synth.validate.ValidationOptions.Preset;
import dev.synth.validate.ValidationReport.GateResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidatorTest {
  private static ValidationReport validate(Table real, Table synthetic) {
    return new Validator()
        .validate(
            RareRows.training(real),
            Synthetic.external(synthetic),
            new ValidationOptions(Preset.STANDARD, Map.of()),
            Context.quiet(1));
  }

  @Test
  void copies_fail_by_the_gates_of_privacy() {
    Table real = RareRows.draw(60, 1);
    ValidationReport report = validate(real, RareRows.copies(real, 60, 1));
    assertThat(report.failedGates())
        .extracting(GateResult::metric)
        .contains("exact_copies", "closest_record");
  }
}
