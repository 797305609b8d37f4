package dev.synth.table.reading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** A note on the column of the label. */
@JsonSubTypes({
  @JsonSubTypes.Type(LabelNote.SeveralForms.class),
  @JsonSubTypes.Type(LabelNote.AbsentForms.class),
  @JsonSubTypes.Type(LabelNote.Lookalikes.class),
  @JsonSubTypes.Type(LabelNote.SameMeaning.class),
  @JsonSubTypes.Type(LabelNote.SeveralOthers.class),
  @JsonSubTypes.Type(LabelNote.Unlabelled.class)
})
public sealed interface LabelNote extends ReadingNote {
  /**
   * Several texts that all mark the rare class.
   *
   * @param values those that are there, the most frequent first; written rows have the first
   */
  @JsonTypeName("several_forms")
  record SeveralForms(String column, List<Counted> values) implements LabelNote {
    public SeveralForms {
      values = List.copyOf(values);
    }
  }

  /**
   * Texts that were said to mark the rare class, and that no row has.
   *
   * @param positive the texts
   */
  @JsonTypeName("absent_forms")
  record AbsentForms(String column, List<String> positive) implements LabelNote {
    public AbsentForms {
      positive = List.copyOf(positive);
    }
  }

  /**
   * Texts of the other class that differ from one of the rare class by case or blanks alone.
   *
   * @param values the texts, the most frequent first
   * @param rare the most frequent text of the rare class
   * @param positive the texts that were said to mark the rare class
   */
  @JsonTypeName("lookalikes")
  record Lookalikes(String column, List<Counted> values, String rare, List<String> positive)
      implements LabelNote {
    public Lookalikes {
      values = List.copyOf(values);
      positive = List.copyOf(positive);
    }
  }

  /**
   * Texts of the other class that may mean the same as one of the rare class, as {@code 1} and
   * {@code true} do.
   *
   * @param values the texts, the most frequent first
   * @param rare the most frequent text of the rare class
   * @param positive the texts that were said to mark the rare class
   */
  @JsonTypeName("same_meaning")
  record SameMeaning(String column, List<Counted> values, String rare, List<String> positive)
      implements LabelNote {
    public SameMeaning {
      values = List.copyOf(values);
      positive = List.copyOf(positive);
    }
  }

  /**
   * Several texts that all count as the other class.
   *
   * @param distinct how many different texts the column has, those of the rare class included
   * @param positive the texts that were said to mark the rare class
   * @param written the text that written rows of the other class have
   */
  @JsonTypeName("several_others")
  record SeveralOthers(String column, int distinct, List<String> positive, String written)
      implements LabelNote {
    public SeveralOthers {
      positive = List.copyOf(positive);
    }
  }

  /**
   * Rows without a label, which are left out.
   *
   * @param rows how many
   */
  @JsonTypeName("unlabelled")
  record Unlabelled(int rows) implements LabelNote {}
}
