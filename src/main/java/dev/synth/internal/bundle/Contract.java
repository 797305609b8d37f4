package dev.synth.internal.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.Column;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The form that rows must have to be scored.
 *
 * @param features the columns that the model looks at, in the order of the fitted rows
 * @param carried the columns that it does not look at, and that are handed on beside the scores
 * @param label the label column, which rows may have and which is not looked at
 * @param missing texts that are read as missing in every column
 * @param missingInNumbers texts that are read as missing among numbers and times
 */
public record Contract(
    List<FeatureColumn> features,
    List<String> carried,
    Label label,
    List<String> missing,
    List<String> missingInNumbers) {
  public Contract {
    features = List.copyOf(features);
    carried = List.copyOf(carried);
    missing = List.copyOf(missing);
    missingInNumbers = List.copyOf(missingInNumbers);
  }

  /**
   * Takes down what fitted rows look like.
   *
   * @param fitted the modelled columns of the rows that were learned from
   * @param all all columns of the data, but for the label
   * @param options how the data was read
   */
  public static Contract of(Table fitted, Schema all, Label label, DataOptions options) {
    List<FeatureColumn> features = new ArrayList<>();
    for (Column column : fitted.schema().columns()) {
      features.add(FeatureColumn.of(column, fitted.cells(column.name())));
    }
    List<String> carried =
        all.columns().stream().filter(each -> !each.isModelled()).map(Column::name).toList();
    return new Contract(features, carried, label, options.missing(), options.missingInNumbers());
  }

  /** Returns the texts that are read as missing, as the reader takes them. */
  DataOptions reading() {
    return DataOptions.of("rows", label.column(), label.positive())
        .withMissing(missing)
        .withMissingInNumbers(missingInNumbers);
  }

  /** Returns the same without numbers: what was computed means itself. */
  DataOptions readingOfComputed() {
    return reading()
        .withMissing(withoutNumbers(missing))
        .withMissingInNumbers(withoutNumbers(missingInNumbers));
  }

  private static List<String> withoutNumbers(List<String> texts) {
    return texts.stream().filter(text -> NumberText.parse(text).isEmpty()).toList();
  }

  ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    ArrayNode columns = json.putArray("features");
    features.forEach(each -> columns.add(each.toJson()));
    json.set("carried", Json.tree(carried));
    ObjectNode place = json.putObject("label");
    place.put("column", label.column());
    place.put("positive", label.positive());
    place.put("negative", label.negative());
    json.set("missing", Json.tree(missing));
    json.set("missing_in_numbers", Json.tree(missingInNumbers));
    return json;
  }

  static Contract fromJson(JsonFields json) {
    JsonFields label = json.object("label");
    return new Contract(
        json.list("features").stream()
            .map(each -> FeatureColumn.fromJson(new JsonFields(each)))
            .toList(),
        json.texts("carried"),
        new Label(label.text("column"), label.text("positive"), label.text("negative"), 0),
        json.texts("missing"),
        json.texts("missing_in_numbers"));
  }
}
