package dev.synth.internal.report.wording.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.table.reading.ColumnFact;
import dev.synth.table.reading.ReadingNote;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings of reading as JSON: the facts, and for people who read it as it is the words of each.
 */
public final class ReadingJson {
  private ReadingJson() {}

  /** Returns notes as a list of objects. */
  public static ArrayNode notes(List<ReadingNote> notes) {
    ArrayNode list = Json.mapper().createArrayNode();
    for (ReadingNote note : notes) {
      list.add(worded(note, ReadingSentence.of(note)));
    }
    return list;
  }

  /** Returns the facts of a column as a list of objects. */
  public static ArrayNode facts(List<ColumnFact> facts) {
    ArrayNode list = Json.mapper().createArrayNode();
    for (ColumnFact fact : facts) {
      list.add(worded(fact, ColumnPhrase.of(fact)));
    }
    return list;
  }

  private static JsonNode worded(Object facts, String words) {
    ObjectNode object = (ObjectNode) Json.tree(facts);
    return object.put("text", words);
  }

  /** Returns the sentences of notes in a file, also of one of an earlier version. */
  public static List<String> sentences(JsonNode notes) {
    List<String> sentences = new ArrayList<>();
    for (JsonNode note : notes) {
      sentences.add(ReadingSentence.of(Json.mapper().convertValue(note, ReadingNote.class)));
    }
    return sentences;
  }
}
