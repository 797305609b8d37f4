package dev.synth.base;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that the user can put right, with the exit code that it ends in.
 *
 * <p>Its message is written for the user: what is wrong, where, and what would be right. It is
 * printed without a stack trace; a bug is any other exception.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final Complaint complaint;

  private Problem(ExitCode exitCode, Complaint complaint, @Nullable Throwable cause) {
    super(complaint.inPlainWords(), cause);
    this.exitCode = exitCode;
    this.complaint = complaint;
  }

  private Problem(ExitCode exitCode, String message) {
    this(exitCode, new Complaint("", message), null);
  }

  /**
   * A message in the parts that a caller may name in its own way.
   *
   * @param component the value of a request that is wrong, in its Java name; or empty
   * @param key the key of a config that is wrong, such as {@code data.time}; or empty
   * @param text what is wrong
   * @param remedy what puts it right
   * @param detail what the remedy is about, such as a file; or empty
   * @param lines what the text is the heading of; or empty
   */
  public record Complaint(
      String component,
      String key,
      String text,
      Remedy remedy,
      String detail,
      List<Complaint> lines)
      implements Serializable {
    public Complaint {
      lines = List.copyOf(lines);
    }

    /** A complaint without a remedy. */
    public Complaint(String component, String text) {
      this(component, "", text);
    }

    /** A complaint about a key of a config, without a remedy. */
    public Complaint(String component, String key, String text) {
      this(component, key, text, Remedy.NONE, "", List.of());
    }

    private Complaint with(Remedy other, String about) {
      return new Complaint(component, key, text, other, about, lines);
    }

    private Complaint about(String value) {
      return new Complaint(value, key, text, remedy, detail, lines);
    }

    private Complaint at(String path) {
      return new Complaint(component, path, text, remedy, detail, lines);
    }

    private Complaint retold(UnaryOperator<String> telling) {
      return new Complaint(component, key, telling.apply(text), remedy, detail, lines);
    }

    private Complaint in(String where) {
      String all = where + ": " + (key.isEmpty() ? "" : key + ": ") + text;
      return new Complaint(component, "", all, remedy, detail, lines);
    }

    private Complaint changed(UnaryOperator<Complaint> change) {
      Complaint own = change.apply(this);
      List<Complaint> changed = lines.stream().map(line -> line.changed(change)).toList();
      return new Complaint(own.component, own.key, own.text, own.remedy, own.detail, changed);
    }

    private String inPlainWords() {
      StringBuilder words = new StringBuilder(component.isEmpty() ? "" : component + " ");
      words.append(key.isEmpty() ? "" : key + ": ");
      words.append(text).append(remedy.words());
      lines.forEach(line -> words.append("\n  ").append(line.inPlainWords()));
      return words.toString();
    }
  }

  /** A mistake on the command line or in the config. */
  public static Problem usage(String format, Object... arguments) {
    return new Problem(ExitCode.USAGE, format(format, arguments));
  }

  /** Data that is missing, malformed, or too little. */
  public static Problem data(String format, Object... arguments) {
    return new Problem(ExitCode.DATA, format(format, arguments));
  }

  /** A machine that lacks what the work needs: a folder, disk, memory, a permission, a lock. */
  public static Problem environment(String format, Object... arguments) {
    return new Problem(ExitCode.ENVIRONMENT, format(format, arguments));
  }

  /**
   * A value of a request that breaks a rule; the command line puts its option's name before it.
   *
   * @param component the value, in its Java name
   */
  public static Problem invalid(String component, String format, Object... arguments) {
    return new Problem(ExitCode.USAGE, new Complaint(component, format(format, arguments)), null);
  }

  /** Several problems of one kind, all told at once, under one heading. */
  public static Problem several(ExitCode exitCode, String heading, List<String> problems) {
    return several(exitCode, heading, problems.stream().map(line -> new Complaint("", line)));
  }

  /** Several complaints of one kind, all told at once, under one heading. */
  public static Problem several(ExitCode exitCode, String heading, Stream<Complaint> lines) {
    return new Problem(
        exitCode, new Complaint("", "", heading, Remedy.NONE, "", lines.toList()), null);
  }

  /** Returns the same problem with what puts it right. */
  public Problem remedy(Remedy remedy) {
    return remedy(remedy, "");
  }

  /**
   * Returns the same problem with what puts it right.
   *
   * @param detail what the remedy is about
   */
  public Problem remedy(Remedy remedy, String detail) {
    return new Problem(exitCode, complaint.with(remedy, detail), getCause());
  }

  /** Returns the same problem, with the exception that led to it. */
  public Problem causedBy(Throwable cause) {
    return new Problem(exitCode, complaint, cause);
  }

  /**
   * Returns the same problem as one of a request's value: the text goes on after the value's name.
   *
   * @param component the value, in its Java name
   */
  public Problem about(String component) {
    return new Problem(exitCode, complaint.about(component), getCause());
  }

  /**
   * Returns the same problem as one of a config's key: the text goes on after the key.
   *
   * @param key the key's path, such as {@code data.time}
   */
  public Problem at(String key) {
    return new Problem(exitCode, complaint.at(key), getCause());
  }

  /**
   * Returns the same problem, with its complaint and those in its lines changed.
   *
   * @param change what becomes of one of them; its lines are changed in the same way
   */
  public Problem changed(UnaryOperator<Complaint> change) {
    return new Problem(exitCode, complaint.changed(change), this);
  }

  /**
   * Returns the same problem in other words.
   *
   * @param telling what becomes of a text, its own and those of its lines
   */
  public Problem retold(UnaryOperator<String> telling) {
    return changed(own -> own.retold(telling));
  }

  /** Returns the same problem, told with where it came up. */
  public Problem in(String where) {
    return new Problem(exitCode, complaint.in(where), this);
  }

  /** Returns how the command ends. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** Returns the message in its parts. */
  public Complaint complaint() {
    return complaint;
  }

  private static String format(String format, Object... arguments) {
    return arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
  }
}
