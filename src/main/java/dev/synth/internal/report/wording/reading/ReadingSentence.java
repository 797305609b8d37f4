package dev.synth.internal.report.wording.reading;

import dev.synth.table.reading.CellNote;
import dev.synth.table.reading.DerivedNote;
import dev.synth.table.reading.LabelNote;
import dev.synth.table.reading.MatchNote;
import dev.synth.table.reading.ReadingNote;
import dev.synth.table.reading.SourceNote;
import dev.synth.table.reading.TypeNote;
import java.util.List;

/** Something that reading a table found, in a sentence. */
public final class ReadingSentence {
  private ReadingSentence() {}

  /** Returns the sentence, without a capital letter and a full stop. */
  public static String of(ReadingNote note) {
    return switch (note) {
      case SourceNote source -> SourceSentence.of(source);
      case TypeNote type -> TypeSentence.of(type);
      case CellNote cells -> CellSentence.of(cells);
      case LabelNote label -> LabelSentence.of(label);
      case MatchNote match -> MatchSentence.of(match);
      case DerivedNote derived -> DerivedSentence.of(derived);
      case ReadingNote.OldSentence told -> told.text();
    };
  }

  /** Returns a sentence each. */
  public static List<String> of(List<ReadingNote> notes) {
    return notes.stream().map(ReadingSentence::of).toList();
  }
}
