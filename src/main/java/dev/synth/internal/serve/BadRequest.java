package dev.synth.internal.serve;

import dev.synth.internal.base.PlainText;

/** A request that can't be answered as asked; its message is the answer. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String allowed;

  BadRequest(int status, String format, Object... arguments) {
    this("", status, arguments.length == 0 ? format : PlainText.of(format, arguments));
  }

  private BadRequest(String allowed, int status, String sentence) {
    super(sentence);
    this.allowed = allowed;
    this.status = status;
  }

  /** Returns the problem of another method than the one that a path has. */
  static BadRequest method(String wanted, String given) {
    String sentence = PlainText.of("the method must be %s, but is %s", wanted, given);
    return new BadRequest(wanted.equals("GET") ? "GET, HEAD" : wanted, 405, sentence);
  }

  /** Returns the methods that the path has, for the header {@code Allow}; empty for none. */
  String allowed() {
    return allowed;
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
