package dev.synth.internal.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.features.rows.FeatureDefinition;
import dev.synth.internal.table.TableJson;
import dev.synth.table.Column;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The features that a model computes by itself, and the columns that they are made of.
 *
 * @param definition the features
 * @param inputs the columns, as the fitted rows had them, and the offsets of times among them
 */
public record FeatureContract(FeatureDefinition definition, List<Column> inputs) {
  public FeatureContract {
    inputs = List.copyOf(inputs);
  }

  /**
   * Takes down what features are made of.
   *
   * @param schema all columns of the data, but for the label
   */
  public static FeatureContract of(FeatureDefinition definition, Schema schema) {
    List<String> names = definition.inputs();
    List<Column> inputs = new ArrayList<>();
    for (Column column : schema.columns()) {
      boolean isOffset = column.form() instanceof OffsetForm form && names.contains(form.times());
      if (names.contains(column.name()) || isOffset) {
        inputs.add(column);
      }
    }
    return new FeatureContract(definition, inputs);
  }

  /** Returns the names of the columns that are computed. */
  public List<String> computed() {
    return definition.plan().names();
  }

  /** Returns the contract as JSON. */
  public ObjectNode toJson() {
    ObjectNode json = definition.toJson();
    ArrayNode columns = json.putArray("inputs");
    inputs.forEach(each -> columns.add(TableJson.write(each)));
    return json;
  }

  /** Reads what {@link #toJson} wrote. */
  public static FeatureContract fromJson(JsonFields json) {
    return new FeatureContract(
        FeatureDefinition.fromJson(json),
        json.list("inputs").stream().map(each -> TableJson.column(new JsonFields(each))).toList());
  }
}
