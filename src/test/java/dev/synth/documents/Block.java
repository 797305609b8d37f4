package dev.synth.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fenced block of a page, with the comments above it that tell a test what to do with it.
 *
 * <ul>
 *   <li>{@code <!-- not run: REASON -->}: its commands are not run;
 *   <li>{@code <!-- first: COMMAND -->}: what is run before, such as what makes a file;
 *   <li>{@code <!-- file: NAME -->}: the block is the content of that file;
 *   <li>{@code <!-- with: ARGUMENTS -->}: what is added to commands that read a config;
 *   <li>{@code <!-- exit: CODE -->}: how the block's last command ends, 0 where nothing is said.
 * </ul>
 *
 * @param page the Markdown file
 * @param line the number of the line that opens it, from 1
 * @param language what stands behind the fence, maybe empty
 * @param lines its content
 * @param marks the comments above it, without their brackets
 */
record Block(String page, int line, String language, List<String> lines, List<String> marks) {
  private static final Pattern COMMAND =
      Pattern.compile(
          "(\\w+=\\S+ )*(/usr/bin/time -v |taskset -c \\d+ )?(\\./)?(synth|synth-bench|mvn)("
              + " .*|$)");
  private static final List<String> SHELLS = List.of("", "bash", "console");

  Block {
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
  }

  /** Returns the blocks of a page in order. */
  static List<Block> of(String page, List<String> text) {
    List<Block> blocks = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i);
      if (line.startsWith("```")) {
        int end = i + 1;
        while (!text.get(end).startsWith("```")) {
          end++;
        }
        blocks.add(new Block(page, i + 1, line.substring(3), text.subList(i + 1, end), marks));
        marks.clear();
        i = end;
      } else if (line.startsWith("<!-- ") && line.endsWith(" -->")) {
        marks.add(line.substring("<!-- ".length(), line.length() - " -->".length()));
      } else if (!line.isBlank()) {
        marks.clear();
      }
    }
    return blocks;
  }

  /** Returns what a mark says; empty where the block does not have it. */
  Optional<String> mark(String name) {
    return all(name).stream().findFirst();
  }

  /** Returns what all marks of a name say, in order. */
  List<String> all(String name) {
    return marks.stream()
        .filter(mark -> mark.startsWith(name + ": "))
        .map(mark -> mark.substring(name.length() + 2))
        .toList();
  }

  /** Returns whether somebody would type this: at least one line is a command of the project. */
  boolean isCommands() {
    return SHELLS.contains(language)
        && steps().stream().anyMatch(step -> COMMAND.matcher(step.command()).matches());
  }

  /**
   * A command.
   *
   * @param command its line, continued lines joined
   * @param shown what the page shows as its output: lines, and {@code …} for lines left out
   */
  record Step(String command, List<String> shown) {}

  /** Returns the commands in order: every line, or in a console those behind a prompt. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    List<String> shown = new ArrayList<>();
    for (String line : lines) {
      if (language.equals("console") && !line.startsWith("$ ") && open.isEmpty()) {
        shown.add(line);
        continue;
      }
      open.append(line.replaceFirst("^\\$ ", "").replaceFirst("\\\\$", ""));
      if (!line.endsWith("\\")) {
        shown = new ArrayList<>();
        steps.add(new Step(open.toString().strip(), shown));
        open.setLength(0);
      }
    }
    return steps;
  }

  /** Returns where it stands, for messages. */
  String place() {
    return page + ":" + line;
  }
}
