package dev.synth.internal.rule;

import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or sign of a rule.
 *
 * @param kind what it is
 * @param text its text, without quotes
 * @param position where it starts, from 1
 */
record Token(Kind kind, String text, int position) {
  enum Kind {
    NUMBER,
    TEXT,
    /** A name or keyword. */
    WORD,
    /** A name in backticks, which is never a keyword. */
    NAME,
    SIGN,
    END
  }

  private static final Pattern PIECE =
      Pattern.compile(
          "(?<space>\\s+)"
              + "|(?<number>(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "|'(?<single>(?:[^']|'')*+)'|\"(?<double>(?:[^\"]|\"\")*+)\""
              + "|`(?<name>(?:[^`]|``)++)`"
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_.]*)"
              + "|(?<sign><=|>=|==|!=|[<>()+*/,-])");

  /** Returns the rule's tokens, the last of kind END. */
  static List<Token> of(String rule) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = PIECE.matcher(rule);
    int at = 0;
    while (at < rule.length()) {
      if (!matcher.region(at, rule.length()).lookingAt()) {
        throw new RuleError(at + 1, complaint(rule, at));
      }
      add(tokens, matcher, at + 1);
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, "", rule.length() + 1));
    return tokens;
  }

  private static void add(List<Token> tokens, Matcher matcher, int position) {
    for (String group : List.of("number", "single", "double", "name", "word", "sign")) {
      String text = matcher.group(group);
      if (text != null) {
        tokens.add(token(group, text, position));
      }
    }
  }

  private static Token token(String group, String text, int position) {
    return switch (group) {
      case "number" -> new Token(Kind.NUMBER, text, position);
      case "single" -> new Token(Kind.TEXT, text.replace("''", "'"), position);
      case "double" -> new Token(Kind.TEXT, text.replace("\"\"", "\""), position);
      case "name" -> new Token(Kind.NAME, text.replace("``", "`"), position);
      case "word" -> new Token(Kind.WORD, text, position);
      default -> new Token(Kind.SIGN, text, position);
    };
  }

  private static String complaint(String rule, int at) {
    char first = rule.charAt(at);
    return switch (first) {
      case '\'', '"', '`' -> PlainText.of("the quote %s has no end", first);
      case '=' -> "'=' is no sign; did you mean '=='?";
      case '&', '|' -> PlainText.of("'%s' is no sign; write 'and' or 'or'", first);
      case '!' -> "'!' is no sign; write 'not' or '!='";
      default -> PlainText.of("'%s' is no sign", first);
    };
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isKeyword(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  /** Returns the token as a message has it. */
  String shown() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
