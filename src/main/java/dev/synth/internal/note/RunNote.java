package dev.synth.internal.note;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.internal.generate.draw.SampleLog;
import dev.synth.internal.profile.Suspect;
import dev.synth.internal.relation.RelationFacts;
import dev.synth.split.SplitCounts;
import dev.synth.table.reading.ReadingNote;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that a run tells while it works, as facts. In JSON {@code kind} says which it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonIgnoreProperties(ignoreUnknown = true) // such as the words that a report added
@JsonSubTypes({
  @JsonSubTypes.Type(RunNote.Reading.class),
  @JsonSubTypes.Type(RunNote.Splitting.class),
  @JsonSubTypes.Type(RunNote.Leak.class),
  @JsonSubTypes.Type(RunNote.Relations.class),
  @JsonSubTypes.Type(RunNote.UnusedGpu.class),
  @JsonSubTypes.Type(RunNote.Windows.class),
  @JsonSubTypes.Type(RunNote.Refits.class),
  @JsonSubTypes.Type(RunNote.Training.class),
  @JsonSubTypes.Type(RunNote.BrokenRule.class),
  @JsonSubTypes.Type(RunNote.Teacher.class),
  @JsonSubTypes.Type(RunNote.Draws.class),
  @JsonSubTypes.Type(RunNote.BrokenMetric.class),
  @JsonSubTypes.Type(RunNote.BrokenChart.class)
})
public sealed interface RunNote {
  /** A finding of reading the table. */
  @JsonTypeName("reading")
  record Reading(ReadingNote note) implements RunNote {}

  /** The fate of rows that needed care in the split. */
  @JsonTypeName("splitting")
  record Splitting(SplitCounts counts) implements RunNote {}

  /** A column that looks like the label in disguise. */
  @JsonTypeName("leak")
  record Leak(Suspect suspect) implements RunNote {}

  /** The relations of the training rows. */
  @JsonTypeName("relations")
  record Relations(RelationFacts facts) implements RunNote {}

  /** A build that can use a GPU, on a machine without one that serves. */
  @JsonTypeName("unused_gpu")
  record UnusedGpu() implements RunNote {}

  /**
   * The windows of a split by time, which take the place of repeats.
   *
   * @param windows how many
   * @param refits how often each is fitted
   */
  @JsonTypeName("windows")
  record Windows(int windows, int refits) implements RunNote {}

  /**
   * The fits of a split by a column, all of the same rows.
   *
   * @param refits how many
   */
  @JsonTypeName("refits")
  record Refits(int refits) implements RunNote {}

  /** A likely fault of the trained generator. */
  @JsonTypeName("training")
  record Training(TrainingWarning warning) implements RunNote {}

  /**
   * Real rare training rows that break a rule of the user's.
   *
   * @param rule the rule, as the config has it
   * @param rows how many break it
   */
  @JsonTypeName("broken_rule")
  record BrokenRule(String rule, int rows) implements RunNote {}

  /** The teacher that labels synthetic rows. */
  @JsonTypeName("teacher")
  record Teacher(Taught taught) implements RunNote {}

  /**
   * A metric that broke, a bug of ours.
   *
   * @param metric its id
   * @param exception what was thrown, with its message
   * @param place where, a line of the stack
   */
  @JsonTypeName("broken_metric")
  record BrokenMetric(String metric, String exception, String place) implements RunNote {}

  /**
   * A chart whose data could not be recorded, a bug of ours.
   *
   * @param chart a word for it
   * @param exception what was thrown, with its message
   * @param place where, a line of the stack
   */
  @JsonTypeName("broken_chart")
  record BrokenChart(String chart, String exception, String place) implements RunNote {}

  /**
   * The fate of a generator's draws.
   *
   * @param drawn how many rows were drawn
   * @param rejected how many broke a rule, by the rule's text
   * @param kept how many of these are kept
   */
  @JsonTypeName("draws")
  record Draws(long drawn, Map<String, Long> rejected, int kept) implements RunNote {
    public Draws {
      rejected = Collections.unmodifiableMap(new LinkedHashMap<>(rejected));
    }

    /** Returns the draws that a log has. */
    public static Draws of(SampleLog log) {
      return new Draws(log.drawn(), log.rejectedByText(), log.rejected().rowCount());
    }

    /** Returns how many rows broke a rule. */
    public long rejectedRows() {
      return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
