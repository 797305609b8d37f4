package dev.synth.table.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Something that a user ought to know of how a table was read, as facts. In JSON {@code kind} says
 * which it is; files of earlier versions have a sentence in its place.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "kind",
    defaultImpl = ReadingNote.OldSentence.class)
@JsonIgnoreProperties(ignoreUnknown = true) // such as the words that a report added
@JsonSubTypes({
  @JsonSubTypes.Type(SourceNote.class),
  @JsonSubTypes.Type(TypeNote.class),
  @JsonSubTypes.Type(CellNote.class),
  @JsonSubTypes.Type(LabelNote.class),
  @JsonSubTypes.Type(MatchNote.class),
  @JsonSubTypes.Type(DerivedNote.class),
  @JsonSubTypes.Type(ReadingNote.OldSentence.class)
})
public sealed interface ReadingNote
    permits SourceNote,
        TypeNote,
        CellNote,
        LabelNote,
        MatchNote,
        DerivedNote,
        ReadingNote.OldSentence {
  /**
   * A sentence that an earlier version wrote.
   *
   * @param text the sentence
   */
  @JsonTypeName("told")
  record OldSentence(String text) implements ReadingNote {
    /** A note from a file with {@code kind} in it. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public OldSentence {}

    /** Returns the note that a sentence of an earlier version is. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OldSentence of(String text) {
      return new OldSentence(text);
    }
  }
}
