package dev.synth.internal.encode;

import dev.synth.internal.base.PlainText;
import java.util.List;

/**
 * The one description of an encoded row, read by the encoder, a network's heads, its loss and the
 * decoder alike.
 *
 * @param spans the spans, side by side from position 0 without gaps
 */
public record EncodedLayout(List<Span> spans) {
  public EncodedLayout {
    spans = List.copyOf(spans);
    int expected = 0;
    for (Span span : spans) {
      if (span.offset() != expected) {
        throw new IllegalArgumentException(
            PlainText.of("span %s starts at %d, not at %d", span, span.offset(), expected));
      }
      expected += span.width();
    }
  }

  /** Returns how many numbers an encoded row has. */
  public int width() {
    return spans.isEmpty() ? 0 : spans.getLast().offset() + spans.getLast().width();
  }
}
