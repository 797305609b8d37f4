package dev.synth.internal.cli.terminal;

import java.util.Map;

/**
 * Colours of a terminal, or none.
 *
 * @param on whether there are any
 */
public record Colours(boolean on) {
  /** No colours. */
  public static final Colours NONE = new Colours(false);

  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  /**
   * Returns the colours that are welcome.
   *
   * @param isTerminal whether standard error is a terminal
   * @param environment with {@code NO_COLOR}, or {@code CLICOLOR} as 0, where no colour is wanted
   *     (no-color.org, bixense.com/clicolors), and {@code TERM}
   */
  public static Colours of(boolean isTerminal, Map<String, String> environment) {
    boolean isWelcome =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"0".equals(environment.get("CLICOLOR"));
    return new Colours(isTerminal && isWelcome && !isDumb(environment));
  }

  /** Returns whether a terminal cannot move its cursor. */
  public static boolean isDumb(Map<String, String> environment) {
    return "dumb".equals(environment.get("TERM"));
  }

  /** Returns a text that says what went wrong. */
  public String wrong(String text) {
    return in(RED, text);
  }

  /** Returns a text that warns. */
  public String warning(String text) {
    return in(YELLOW, text);
  }

  /** Returns a text that says how far something is. */
  public String done(String text) {
    return in(GREEN, text);
  }

  private String in(String colour, String text) {
    return on && !text.isEmpty() ? colour + text + PLAIN : text;
  }
}
