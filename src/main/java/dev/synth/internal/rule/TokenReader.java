package dev.synth.internal.rule;

import dev.synth.internal.base.PlainText;
import java.util.List;

/** The tokens of a rule, taken one by one. */
final class TokenReader {
  /** Deeper nesting is no rule that anyone means, and would exhaust the stack. */
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private int next;
  private int depth;

  /**
   * Stands before the first token.
   *
   * @param tokens the last one is the end
   */
  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Goes one level deeper into parentheses or signs. */
  void enter() {
    if (++depth > DEEPEST) {
      throw new RuleError(peek().position(), PlainText.of("more than %d levels deep", DEEPEST));
    }
  }

  /** Comes back from {@link #enter}. */
  void leave() {
    depth--;
  }

  /** Returns the next token, which stays there. */
  Token peek() {
    return tokens.get(next);
  }

  /** Returns the token behind the next one, which is not the end. */
  Token second() {
    return tokens.get(next + 1);
  }

  void skip(int count) {
    next += count;
  }

  /** Takes the next token; the end stays. */
  Token take() {
    Token token = peek();
    next += token.kind() == Token.Kind.END ? 0 : 1;
    return token;
  }

  /** Takes the next token where it is a keyword, and returns whether it was. */
  boolean takeKeyword(String keyword) {
    boolean isThere = peek().isKeyword(keyword);
    next += isThere ? 1 : 0;
    return isThere;
  }

  /** Takes the next token, which must be a sign. */
  void require(String sign) {
    Token token = take();
    if (!token.isSign(sign)) {
      throw new RuleError(
          token.position(), PlainText.of("'%s' is expected, but there is %s", sign, token.shown()));
    }
  }
}
