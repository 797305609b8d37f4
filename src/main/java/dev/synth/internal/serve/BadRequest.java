package dev.synth.internal.serve;

import dev.synth.internal.base.PlainText;

/** A request that can't be answered as asked; its message is the answer. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  BadRequest(int status, String format, Object... arguments) {
    super(arguments.length == 0 ? format : PlainText.of(format, arguments));
    this.status = status;
  }

  /** Returns the problem of a body, status 400. */
  static BadRequest body(String format, Object... arguments) {
    return new BadRequest(400, format, arguments);
  }

  int status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
