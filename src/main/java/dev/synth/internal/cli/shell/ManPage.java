package dev.synth.internal.cli.shell;

import dev.synth.internal.base.PlainText;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes a command's manual page: the text of its {@code --help} in the markup of {@code man}.
 *
 * <p>picocli's own generator writes AsciiDoc, which would need Asciidoctor in the build.
 */
final class ManPage {
  private final StringBuilder out = new StringBuilder();
  private final CommandSpec spec;

  private ManPage(CommandSpec spec) {
    this.spec = spec;
  }

  /** Returns the page's name, such as {@code synth-generate}. */
  static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  /**
   * Returns the page.
   *
   * @param version the program's name and version
   */
  static String of(CommandSpec spec, String version) {
    ManPage page = new ManPage(spec);
    page.out.append(
        PlainText.of(
            ".TH %s 1 \"\" \"%s\"\n",
            escaped(name(spec).toUpperCase(Locale.ROOT)), escaped(version)));
    page.sections();
    return page.out.toString();
  }

  private void sections() {
    section("NAME", name(spec) + " - " + HelpTexts.header(spec));
    section("SYNOPSIS", synopsis());
    section(
        "DESCRIPTION", HelpTexts.lines(spec.usageMessage().description()).toArray(String[]::new));
    commands(HelpTexts.commands(spec));
    List<PositionalParamSpec> parameters = spec.positionalParameters();
    if (!parameters.isEmpty()) {
      section("ARGUMENTS");
      parameters.forEach(each -> entry(italic(each.paramLabel()), HelpTexts.description(each)));
    }
    section("OPTIONS");
    HelpTexts.options(spec).forEach(each -> entry(names(each), HelpTexts.description(each)));
    exitCodes();
    List<String> examples = HelpTexts.lines(spec.usageMessage().footer());
    if (!examples.isEmpty()) {
      section("EXAMPLES");
      out.append(".nf\n");
      examples.forEach(this::text);
      out.append(".fi\n");
    }
  }

  private String synopsis() {
    Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
    return help.synopsis(0).strip().replaceAll("\\s+", " ");
  }

  private void commands(Collection<CommandSpec> commands) {
    if (!commands.isEmpty()) {
      section("COMMANDS");
      commands.forEach(each -> entry(bold(each.name()), HelpTexts.header(each)));
    }
  }

  private void exitCodes() {
    if (!spec.usageMessage().exitCodeList().isEmpty()) {
      section("EXIT STATUS");
      spec.usageMessage().exitCodeList().forEach((code, meaning) -> entry(bold(code), meaning));
    }
  }

  private void section(String title, String... lines) {
    out.append(".SH ").append(title).append('\n');
    Arrays.stream(lines).forEach(this::text);
  }

  private void text(String line) {
    out.append(line.isEmpty() ? ".PP" : escaped(line)).append('\n');
  }

  /** A paragraph with what it is about hanging in front. */
  private void entry(String about, String description) {
    out.append(".TP\n").append(about).append('\n');
    text(description);
  }

  private static String names(OptionSpec option) {
    String names =
        Arrays.stream(option.names()).map(ManPage::bold).collect(Collectors.joining(", "));
    return HelpTexts.isFlag(option) ? names : names + value(option);
  }

  private static String value(ArgSpec option) {
    return "=" + italic(option.paramLabel());
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  private static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** Escapes what is markup in a page; a dot or quote would be, where a line begins with it. */
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
