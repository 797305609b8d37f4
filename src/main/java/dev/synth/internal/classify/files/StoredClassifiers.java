package dev.synth.internal.classify.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.classify.Classifier;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.ConstantClassifier;
import dev.synth.internal.classify.NumberClassifier;
import dev.synth.internal.classify.NumberModel;
import dev.synth.internal.classify.StoredClassifier;
import dev.synth.internal.classify.ensemble.Bag;
import dev.synth.internal.classify.ensemble.Teacher;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.neural.NetworkModel;
import dev.synth.internal.classify.smile.BoostedRegressionTrees;
import dev.synth.internal.classify.smile.LinearModel;
import dev.synth.internal.classify.smile.tree.Forest;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.internal.classify.xgboost.BoostedTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fitted classifiers as files and back: what is read scores every row as what was written did. */
public final class StoredClassifiers {
  private StoredClassifiers() {}

  /**
   * Returns a classifier's files, by name; the same classifier gives the same bytes.
   *
   * @throws IllegalArgumentException if it is of a kind that can't be stored
   */
  public static Map<String, byte[]> write(Classifier classifier) {
    ClassifierOutput output = new ClassifierOutput();
    return output.files(StoredClassifier.of(classifier).write(output));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if a file is missing or not as it was written
   */
  public static StoredClassifier read(Map<String, byte[]> files) {
    ClassifierInput input = new ClassifierInput(files);
    return classifier(input.classifier(), input);
  }

  private static StoredClassifier classifier(JsonFields json, ClassifierInput input) {
    String kind = json.text(StoredClassifier.KIND);
    return switch (kind) {
      case ConstantClassifier.NAME -> new ConstantClassifier(share(json));
      case NumberClassifier.NAME -> numbers(json, input);
      case Bag.NAME -> new Bag(members(json, input));
      case Teacher.NAME -> new Teacher(members(json, input), json.numbers("weights"));
      default -> throw new IllegalArgumentException(PlainText.of("no classifier is a '%s'", kind));
    };
  }

  private static double share(JsonFields json) {
    double share = json.number("share");
    ClassifierInput.require(share >= 0 && share <= 1, "'share' is not in [0, 1]");
    return share;
  }

  private static List<StoredClassifier> members(JsonFields json, ClassifierInput input) {
    List<StoredClassifier> members = new ArrayList<>();
    for (JsonNode each : json.list("members")) {
      members.add(classifier(new JsonFields(each), input));
    }
    return members;
  }

  private static StoredClassifier numbers(JsonFields json, ClassifierInput input) {
    RowEncoder encoder = input.encoder(json, "encoder", RowEncoder.class, RowEncoder::fromJson);
    return new NumberClassifier(encoder, model(json, input, encoder.width()));
  }

  private static NumberModel model(JsonFields json, ClassifierInput input, int width) {
    String model = json.text("model");
    return switch (model) {
      case Forest.KIND -> Forest.read(json, input, width);
      case BoostedRegressionTrees.KIND -> BoostedRegressionTrees.read(json, input, width);
      case LinearModel.KIND -> LinearModel.read(json, input, width);
      case NetworkModel.KIND -> NetworkModel.read(json, input, width);
      case BoostedTrees.KIND -> BoostedTrees.read(json, input, width);
      default -> throw new IllegalArgumentException(PlainText.of("no model is a '%s'", model));
    };
  }
}
