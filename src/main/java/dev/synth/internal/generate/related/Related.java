package dev.synth.internal.generate.related;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.generate.model.ModelFile;
import dev.synth.internal.relation.Relations;
import dev.synth.rule.Conditions;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generator whose rows keep the relations of its training rows: columns that follow from others
 * are computed, and what can be mended is mended. It is saved as the generator within, with {@value
 * #FILE} beside it.
 */
public final class Related implements Generator {
  private static final String FILE = "relations.json";

  private final Generator inner;
  private final boolean seesAll;
  private final Relations relations;

  Related(Generator inner, boolean seesAll, Relations relations) {
    this.inner = inner;
    this.seesAll = seesAll;
    this.relations = relations;
  }

  @Override
  public Table sample(int rows, Context context) {
    return relations.complete(inner.sample(rows, context), context);
  }

  @Override
  public Generator given(Conditions conditions, Context context) {
    Conditions drawn = seesAll ? conditions : relations.ofDrawn(conditions);
    return drawn.isEmpty() ? this : new Related(inner.given(drawn, context), seesAll, relations);
  }

  @Override
  public TrainingLog trainingLog() {
    return inner.trainingLog();
  }

  @Override
  public void save(Path folder) throws IOException {
    inner.save(folder);
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("sees_all", seesAll);
    json.set("relations", relations.toJson());
    Files.writeString(folder.resolve(FILE), Json.write(json));
  }

  /**
   * Returns a loaded generator with the relations that lie beside it; itself where there are none,
   * as in older models.
   *
   * @throws dev.synth.base.Problem a data problem if the file is damaged
   */
  public static Generator load(Generator inner, Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return inner;
    }
    try {
      JsonFields json = new JsonFields(Json.mapper().readTree(Files.readString(file)));
      return new Related(
          inner, json.flag("sees_all"), Relations.fromJson(json.object("relations").json()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw ModelFile.damaged(file, e);
    }
  }
}
