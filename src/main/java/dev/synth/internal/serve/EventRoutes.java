package dev.synth.internal.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Micros;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.EventAssembler;
import dev.synth.internal.bundle.EventFile;
import dev.synth.internal.bundle.FeatureCells;
import dev.synth.internal.bundle.FeatureContract;
import dev.synth.internal.features.Event;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.serve.state.FeatureState;
import dev.synth.internal.serve.state.StateOptions;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.stage.RowStream.Cell;
import dev.synth.table.Label;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Events and labels, for a model that computes features: events are checked, then taken by the
 * state, and scored with what it says of them. What is refused changes nothing.
 */
final class EventRoutes implements AutoCloseable {
  /** An event further ahead of the clock is a mistake, and would make all that follow late. */
  private static final long MOST_AHEAD = Micros.PER_DAY;

  private final FeatureContract features;
  private final FeatureCells cells;
  private final FeatureState state;
  private final ServeOptions options;

  /**
   * The routes of a model.
   *
   * @param features what the model computes; every later model must compute the same
   */
  EventRoutes(FeatureContract features, FeatureState state, ServeOptions options) {
    this.features = features;
    this.cells = new FeatureCells(features);
    this.state = state;
    this.options = options;
  }

  /**
   * Opens the state of a model's features; null where it computes none, or no state is asked for.
   */
  static @Nullable EventRoutes open(
      ServedModel model, @Nullable StateOptions state, ServeOptions options) {
    Bundle bundle = model.bundle();
    FeatureContract features = bundle.features();
    if (state == null) {
      return null;
    }
    String history = state.history();
    if (features == null) {
      boolean isBounded = state.mostEvents() != StateOptions.MOST_EVENTS;
      if (history != null || state.folder() != null || isBounded) {
        throw Problem.usage("the model computes no features, so that it needs no state or history");
      }
      return null;
    }
    FeatureState opened =
        new FeatureState(
            features.definition().plan(),
            state,
            machine -> {
              if (history != null) {
                warm(machine, features, bundle, history);
              }
            },
            options.warnings());
    return new EventRoutes(features, opened, options);
  }

  private static void warm(
      FeatureMachine machine, FeatureContract features, Bundle bundle, String history) {
    try {
      EventFile.replay(features, bundle.contract(), history, machine);
    } catch (FeatureMachine.Full e) {
      throw Problem.data(
              "'%s' holds more events within reach than the state may remember: %s",
              history, String.valueOf(e.getMessage()))
          .causedBy(e);
    }
  }

  /**
   * Refuses a model whose features are others than those of the state.
   *
   * @throws Problem (data) if they are
   */
  ServedModel checked(ServedModel model) {
    if (!features.equals(model.bundle().features())) {
      throw Problem.data(
          "the model '%s' computes other features than the one that is served; start anew for it",
          model.name());
    }
    return model;
  }

  /** The answer that a body becomes. */
  interface EventReply {
    /** Makes it, and adds what else was asked for. */
    Response of(Decisions decisions, ObjectNode body);
  }

  /** Takes events and scores them. */
  Response events(RequestRows rows, Scorer scorer, @Nullable String request, EventReply told) {
    ServedModel model = scorer.model();
    check(rows, model);
    List<FeatureMachine.Taken> taken;
    try {
      taken = state.take(read(rows, model));
    } catch (FeatureMachine.Full e) {
      return busy(e.getMessage() + "; nothing is forgotten for a new one");
    } catch (Problem problem) {
      return busy(problem.complaint().text());
    }
    List<@Nullable Cell[]> full = new ArrayList<>();
    for (int row = 0; row < taken.size(); row++) {
      full.add(cells.row(taken.get(row).values(), rows.rows().get(row)));
    }
    Decisions decisions =
        scorer.decide(model, new RequestRows(cells.columns(rows.columns()), full), request);
    ObjectNode json = ModelAnswers.predictions(decisions);
    for (int row = 0; row < taken.size(); row++) {
      ((ObjectNode) json.path("predictions").path(row))
          .put("event", taken.get(row).outcome().name().toLowerCase(Locale.ROOT));
    }
    return told.of(decisions, json);
  }

  private static Response busy(String sentence) {
    return Response.error(503, sentence).with("Retry-After", "1");
  }

  /** Refuses what breaks the contract, before anything is taken. */
  private void check(RequestRows rows, ServedModel model) {
    for (String name : features.computed()) {
      if (rows.columns().contains(name)) {
        throw BadRequest.body("the column '%s' is a feature that the model computes", name);
      }
    }
    double[] nothing = new double[features.computed().size()];
    Arrays.fill(nothing, Double.NaN);
    List<@Nullable Cell[]> full = new ArrayList<>();
    rows.rows().forEach(own -> full.add(cells.row(nothing, own)));
    model.check(new RequestRows(cells.columns(rows.columns()), full), options.lenient());
  }

  private List<Event> read(RequestRows rows, ServedModel model) {
    List<@Nullable Event> read;
    try {
      EventAssembler assembler =
          new EventAssembler(Objects.requireNonNull(model.events(), "checked when it came"), "");
      assembler.columns(rows.columns());
      rows.rows().forEach(assembler::add);
      read = assembler.take().events();
    } catch (Problem problem) {
      throw BadRequest.body("%s", problem.complaint().text());
    }
    long latest = state.nowMicros() + MOST_AHEAD;
    List<Event> events = new ArrayList<>();
    for (int row = 0; row < read.size(); row++) {
      Event event = read.get(row);
      if (event == null) {
        throw BadRequest.body(
            "row %d has no time in the column '%s'", row + 1, features.definition().time());
      }
      if (event.arrivalMicros() > latest || event.timeMicros() > latest) {
        throw BadRequest.body("row %d is more than a day ahead of the clock", row + 1);
      }
      events.add(event);
    }
    return events;
  }

  /** Takes labels: {@code {"labels": [{"event_id": …, "label": …, "arrival": …}]}}. */
  Response labels(JsonNode json, Label label) {
    JsonNode list = json.path("labels");
    if (!list.isArray()) {
      throw BadRequest.body("'labels' must be a list of objects with 'event_id' and 'label'");
    }
    List<FeatureState.KnownLabel> known = new ArrayList<>();
    for (JsonNode each : list) {
      known.add(label(each, known.size() + 1, label));
    }
    try {
      int counted = state.label(known);
      return Response.json(
          200,
          Json.mapper()
              .createObjectNode()
              .put("taken", counted)
              .put("ignored", known.size() - counted));
    } catch (Problem problem) {
      return busy(problem.complaint().text());
    }
  }

  private FeatureState.KnownLabel label(JsonNode json, int row, Label label) {
    JsonNode id = json.path("event_id");
    if (!id.isTextual() && !id.isNumber()) {
      throw BadRequest.body("label %d has no 'event_id'", row);
    }
    if (id.asText().length() > Event.MOST_CHARACTERS) {
      throw BadRequest.body(
          "label %d has an 'event_id' of more than %d characters", row, Event.MOST_CHARACTERS);
    }
    String text = json.path("label").asText();
    boolean isRare = isSame(text, label.positive());
    if (!isRare && !isSame(text, label.negative())) {
      throw BadRequest.body(
          "label %d is '%s', and must be '%s' or '%s'",
          row, text, label.positive(), label.negative());
    }
    return new FeatureState.KnownLabel(id.asText(), isRare, arrival(json, row));
  }

  /** Returns whether labels are the same, accents as parts of their letters or not, as in files. */
  static boolean isSame(String one, String other) {
    return composed(one).equals(composed(other));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private long arrival(JsonNode json, int row) {
    if (!json.hasNonNull("arrival")) {
      return Long.MIN_VALUE;
    }
    InstantText arrival = InstantText.parse(json.path("arrival").asText());
    if (arrival == null || arrival.micros() > state.nowMicros() + MOST_AHEAD) {
      throw BadRequest.body(
          "label %d has an 'arrival' that is no time such as 2025-01-31 23:59:00, or ahead of the"
              + " clock",
          row);
    }
    return arrival.micros();
  }

  /** Returns how much the state remembers, and what came. */
  FeatureState.Size size() {
    return state.size();
  }

  @Override
  public void close() {
    state.close();
  }
}
