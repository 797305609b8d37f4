package dev.synth.internal.report.wording.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.note.FitNote;
import dev.synth.internal.note.RunNote;
import java.util.List;

/** Notes as JSON: the facts, and for people who read it as it is the words of each. */
public final class NoteJson {
  private NoteJson() {}

  /** Returns the notes of a run as a list of objects; several lines of one are parted. */
  public static ArrayNode ofRun(List<RunNote> notes) {
    ArrayNode list = Json.mapper().createArrayNode();
    for (RunNote note : notes) {
      list.add(worded(note, String.join("\n", RunNoteSentences.of(note))));
    }
    return list;
  }

  /** Returns the notes of a fit as a list of objects. */
  public static ArrayNode ofFit(List<FitNote> notes) {
    ArrayNode list = Json.mapper().createArrayNode();
    for (FitNote note : notes) {
      list.add(worded(note, FitNoteSentence.of(note)));
    }
    return list;
  }

  private static ObjectNode worded(Object facts, String words) {
    return ((ObjectNode) Json.tree(facts)).put("text", words);
  }
}
