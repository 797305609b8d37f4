package dev.synth.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.synth.browser.Browser;
import dev.synth.browser.OpenPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages of a small run, and of looks at its table, in a real browser. Its data has a column and
 * a level that try to leave the page's data. Screenshots go to {@code target/browser}.
 */
@Tag("slow")
class ReportsInBrowserTest {
  private static final String HOSTILE = "</script><b class=hostile>";
  private static final Path PICTURES = Path.of("target/browser");
  private static final int WIDE = 1280;
  private static final int NARROW = 400;
  private static final long MOST_BYTES = 2_000_000;

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void runAndStart() throws IOException {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "no Chromium is on the PATH: pages are not looked at");
    run("first", 1);
    run("second", 2);
    report("--out", page("two").toString(), folder("first"), folder("second"));
    profile("profile", csv());
    profile("clusters", csv(), "--clusters");
    profile("customers", cards(), "--clusters", "--rfm", "card_id,timestamp,amount");
    compare();
    monitor();
    validate();
    browser =
        Browser.start(program.orElseThrow(), Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  private static void run(String name, int seed) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve(name + ".yaml"),
            """
            name: small
            seed: %d
            data: {source: '%s', label: fraud, positive: 1}
            split: {validation: 0.25, test: 0.25}
            generator: {kind: smote-nc}
            validation: {preset: lenient}
            augmentation: {ratio: 0.3}
            evaluation:
              repeats: 2
              classifiers: [logistic-regression, random-forest]
              costs: {missed: 100, alert: 5, currency: EUR}
              alerts: [10]
            """
                .formatted(seed, csv()));
    CommandLineRun run =
        CommandLineRun.withConfig(
            "generate", config, folder, "--run-name", name, "--force", "--quiet");
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(folder.resolve("evaluation/" + name + "/report.html")).as(run.err()).exists();
  }

  /** Two generators at two ratios, which stand side by side in a list of charts. */
  private static void compare() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("compare.yaml"),
            """
            name: several
            data: {source: '%s', label: fraud, positive: 1}
            split: {validation: 0.25, test: 0.25}
            compare: {generators: [smote-nc, shuffle], ratios: [0.3, 0.6]}
            evaluation: {repeats: 2, classifiers: [logistic-regression, random-forest]}
            """
                .formatted(csv()));
    CommandLineRun run =
        CommandLineRun.withConfig("compare", config, folder, "--run-name", "several", "--quiet");
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** Files alone: rare rows of another month of cards, as if a tool had made them. */
  private static void validate() throws IOException {
    List<String> other = Files.readAllLines(days("other.csv", 30, 6_000, 3));
    Path fake =
        Files.write(
            folder.resolve("fake.csv"),
            other.stream().filter(line -> !line.endsWith(",0")).toList());
    CommandLineRun run =
        CommandLineRun.of(
            "validate",
            "--real",
            days("real.csv", 30, 6_000, 4),
            "--synthetic",
            fake,
            "--label",
            "fraud",
            "--positive",
            "1",
            "--set",
            "data.time=timestamp",
            "--out",
            page("judged"),
            "--quiet");
    assertThat(run.err()).isEmpty();
  }

  /** A week of simulated cards, held against the rows that a model was fitted on. */
  private static void monitor() throws IOException {
    Path model = folder.resolve("model");
    Path config =
        Files.writeString(
            folder.resolve("fit.yaml"),
            """
            name: watched
            data:
              {source: '%s', label: fraud, positive: 1, time: timestamp, exclude: [card_id]}
            generator: {kind: smote-nc}
            augmentation: {ratio: 0.1}
            evaluation: {classifiers: [logistic-regression], repeats: 2}
            """
                .formatted(days("past.csv", 60, 6_000, 1)));
    CommandLineRun fit =
        CommandLineRun.of(
            "fit", "--config", config, "--to", model, "--arm", "none", "--unjudged", "--quiet");
    assertThat(fit.code()).as(fit.err()).isZero();
    Path week = days("week.csv", 7, 3_000, 2);
    CommandLineRun monitor =
        CommandLineRun.of(
            "monitor",
            model,
            "--rows",
            week,
            "--labels",
            week,
            "--id",
            "transaction_id",
            "--html",
            page("monitor"),
            "--quiet");
    assertThat(monitor.code()).as(monitor.err()).isZero();
  }

  private static Path days(String name, int days, int rows, int seed) {
    Path file = folder.resolve(name);
    CommandLineRun run =
        CommandLineRun.of("demo", "--days", days, "--rows", rows, "--seed", seed, "--quiet", file);
    assertThat(run.code()).as(run.err()).isZero();
    return file;
  }

  private static Path csv() throws IOException {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder("amount," + HOSTILE + ",channel,fraud\n");
    for (int row = 0; row < 700; row++) {
      boolean rare = row < 120;
      text.append(
          String.format(
              Locale.ROOT,
              "%.2f,%.2f,%s,%d\n",
              Math.exp(random.nextGaussian() + (rare ? 4.2 : 3)),
              random.nextGaussian() + (rare ? 1 : 0),
              random.nextInt(3) == 0 ? HOSTILE : random.nextBoolean() ? "web" : "shop",
              rare ? 1 : 0));
    }
    return Files.writeString(folder.resolve("small.csv"), text);
  }

  private static void report(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "report";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CommandLineRun run = CommandLineRun.of(all);
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static void profile(String name, Path data, String... options) {
    List<String> all = new ArrayList<>(List.of("profile", data.toString(), "--quiet"));
    all.addAll(List.of("--out", page(name).toString()));
    all.addAll(List.of(options));
    CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** Transactions of simulated cards. */
  private static Path cards() {
    Path file = folder.resolve("cards.csv");
    CommandLineRun run = CommandLineRun.of("demo", "--rows", "3000", "--quiet", file.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return file;
  }

  private static String folder(String run) {
    return folder.resolve("evaluation/" + run).toString();
  }

  private static Path page(String name) {
    return switch (name) {
      case "evaluation" -> folder.resolve("evaluation/first/report.html");
      case "compare" -> folder.resolve("evaluation/several/report.html");
      case "synthesis" -> folder.resolve("synthetic-out/first/report.html");
      default -> folder.resolve(name + ".html");
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluation",
        "synthesis",
        "two",
        "profile",
        "clusters",
        "customers",
        "compare",
        "monitor",
        "judged"
      })
  void everythingIsDrawnAndNobodyIsKeptOut(String name) throws IOException {
    assertThat(page(name)).satisfies(file -> assertThat(Files.size(file)).isLessThan(MOST_BYTES));
    for (int width : new int[] {WIDE, NARROW}) {
      for (boolean dark : new boolean[] {false, true}) {
        browser.dark(dark);
        OpenPage page = new OpenPage(browser, page(name), width);
        page.readToTheEnd();
        String picture = name + "-" + width + (dark ? "-dark" : "") + ".png";
        browser.screenshot(PICTURES.resolve(picture), true);
        assertThat(page.charts()).isPositive();
        assertThat(page.emptyCharts()).as(picture).isEmpty();
        assertThat(page.cutTexts()).as(picture).isEmpty();
        assertThat(page.emptyTables()).as(picture).isEmpty();
        assertThat(page.complaints()).as(picture).isEmpty();
        assertThat(page.number("document.documentElement.scrollWidth"))
            .as(picture)
            .isLessThanOrEqualTo(width);
        assertThat(page.barriers()).as(picture).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evaluation", "synthesis", "profile", "clusters"})
  void aHostileColumnStaysText(String name) {
    OpenPage page = new OpenPage(browser, page(name), WIDE);
    page.readToTheEnd();
    assertThat(page.number("document.querySelectorAll('b.hostile').length")).isZero();
    assertThat(page.text("document.querySelector('main').textContent.replace(/\\s+/g, ' ')"))
        .contains("</script><b class=hostile>");
  }

  @Test
  void theThemeIsSwitchedByKeyboardAndChartsFollow() {
    browser.dark(false);
    OpenPage page = new OpenPage(browser, page("evaluation"), WIDE);
    page.readToTheEnd();
    String paper = "getComputedStyle(document.body).backgroundColor";
    String text = "document.querySelector('.plot svg text').getAttribute('fill')";
    String light = page.text(paper);
    String inked = page.text(text);
    assertThat(page.tabTo("#theme")).isTrue();
    page.press("Enter", 13);
    page.press("Enter", 13);
    assertThat(page.text("document.documentElement.dataset.theme")).isEqualTo("dark");
    assertThat(page.text(paper)).isNotEqualTo(light);
    assertThat(page.text(text)).isNotEqualTo(inked);
  }

  @Test
  void tablesOpenAndThresholdsMoveByKeyboard() {
    OpenPage page = new OpenPage(browser, page("evaluation"), WIDE);
    page.readToTheEnd();
    assertThat(page.tabTo("a.skip")).isTrue(); // the first stop leads past the contents
    assertThat(page.tabTo("figure.chart summary")).isTrue();
    page.press("Enter", 13);
    // a table is filled after its fold has opened
    browser.await("document.querySelectorAll('figure details[open] tbody tr').length > 0");

    String alerts = "document.querySelector('#explorer tbody tr td:nth-of-type(2)').textContent";
    assertThat(page.tabTo("#explorer input[type=radio]")).isTrue();
    page.press("ArrowRight", 39);
    assertThat(page.text("document.querySelector('#explorer output').textContent"))
        .contains("alerts in 10,000 rows");
    assertThat(page.tabTo("#explorer input[type=range]")).isTrue();
    int before = page.number("Number(" + alerts + ".replace(',', ''))");
    for (int i = 0; i < 5; i++) {
      page.press("ArrowRight", 39);
    }
    assertThat(page.number("Number(" + alerts + ".replace(',', ''))")).isGreaterThan(before);
  }

  /** A screenshot of the whole page, taken by whatever tool, has no blank places. */
  @Test
  void chartsOutOfViewAreDrawnInSpareTime() {
    OpenPage page = new OpenPage(browser, page("synthesis"), WIDE);
    browser.await(
        "[...document.querySelectorAll('figure.chart .plot')].filter(plot => plot.clientWidth)"
            + ".every(plot => plot.dataset.drawn)");
    assertThat(page.emptyCharts()).isEmpty();
  }

  @Test
  void oneChartOfSeveralIsShown() {
    OpenPage page = new OpenPage(browser, page("evaluation"), WIDE);
    page.readToTheEnd();
    String seen =
        "[...document.querySelectorAll('.choice figure')].filter(f => f.offsetHeight).length";
    assertThat(page.number("document.querySelectorAll('.choice figure').length")).isGreaterThan(1);
    assertThat(page.number(seen)).isEqualTo(1);
    page.text(
        "(() => { const one = document.querySelector('.choice select'); one.value = '1';"
            + " one.dispatchEvent(new Event('change')); return ''; })()");
    assertThat(page.number(seen)).isEqualTo(1);
    page.readToTheEnd();
    assertThat(page.emptyCharts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evaluation", "synthesis", "judged"})
  void aPageTakesTwoSheetsOfPaper(String name) throws IOException {
    browser.dark(true); // paper is white all the same
    OpenPage page = new OpenPage(browser, page(name), WIDE);
    page.readToTheEnd();
    byte[] pdf = browser.pdf(PICTURES.resolve(name + ".pdf"));
    assertThat(sheets(pdf)).isLessThanOrEqualTo(2);
    if (name.equals("judged")) {
      return; // no run's page
    }
    Path own = Objects.requireNonNull(page(name).getParent());
    report("--format", "pdf", own.toString());
    assertThat(own.resolve("report.pdf"))
        .satisfies(file -> assertThat(sheets(Files.readAllBytes(file))).isLessThanOrEqualTo(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evaluation", "synthesis", "two"})
  void aPageIsOpenInASecond(String name) {
    double fastest = Double.MAX_VALUE; // other work on the machine only adds
    for (int time = 0; time < 3; time++) {
      browser.open(page(name), WIDE, 900);
      fastest =
          Math.min(
              fastest,
              browser
                  .evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
                  .asDouble());
    }
    assertThat(fastest).isPositive().isLessThan(1_000);
  }

  /** Returns the number of pages of a PDF file, as the root of its page tree has it. */
  private static int sheets(byte[] pdf) {
    Matcher count =
        Pattern.compile("/Type /Pages\\s*/Count (\\d+)")
            .matcher(new String(pdf, StandardCharsets.ISO_8859_1));
    assertThat(count.find()).isTrue();
    return Integer.parseInt(count.group(1));
  }
}
