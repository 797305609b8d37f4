package dev.synth.internal.generate.forest;

import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * An encoded row's spans by kind.
 *
 * @param choices the one-hot spans, in order
 * @param scalars the scalar spans, in order
 * @param width how many numbers an encoded row has
 */
record SpanLayout(List<Span.OneHot> choices, List<Span.Scalar> scalars, int width) {
  SpanLayout {
    choices = List.copyOf(choices);
    scalars = List.copyOf(scalars);
  }

  static SpanLayout of(EncodedLayout layout) {
    List<Span.OneHot> choices = new ArrayList<>();
    List<Span.Scalar> scalars = new ArrayList<>();
    for (Span span : layout.spans()) {
      switch (span) {
        case Span.OneHot choice -> choices.add(choice);
        case Span.Scalar scalar -> scalars.add(scalar);
      }
    }
    return new SpanLayout(choices, scalars, layout.width());
  }

  /** Returns which choice opens a scalar's gate, or −1 where every row has the number. */
  int gateChoice(int scalar) {
    int gate = scalars.get(scalar).gate();
    for (int choice = 0; choice < choices.size(); choice++) {
      int offset = choices.get(choice).offset();
      if (gate >= offset && gate < offset + choices.get(choice).width()) {
        return choice;
      }
    }
    return -1;
  }

  /** Returns the case under which a scalar that has a gate has a number. */
  int gateCase(int scalar) {
    return scalars.get(scalar).gate() - choices.get(gateChoice(scalar)).offset();
  }
}
