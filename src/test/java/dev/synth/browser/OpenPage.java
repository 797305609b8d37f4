package dev.synth.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A report that stands open in a browser, and what a reader does with it. */
public final class OpenPage {
  private static final int HEIGHT = 900;
  private static final String AXE = "META-INF/maven/org.webjars.npm/axe-core/pom.properties";

  /** The impacts of findings that keep somebody out. */
  private static final List<String> GRAVE = List.of("serious", "critical");

  private final Browser browser;

  public OpenPage(Browser browser, Path page, int width) {
    this.browser = browser;
    browser.open(page, width, HEIGHT);
  }

  /** Scrolls down to the end, so that all charts are drawn. */
  public void readToTheEnd() {
    browser.await(
        """
        (() => {
          const next = [...document.querySelectorAll('figure.chart .plot')]
            .find(plot => plot.clientWidth && !plot.dataset.drawn
              && !plot.closest('details:not([open])'));
          if (next) next.scrollIntoView();
          return !next;
        })()
        """);
    browser.evaluate("scrollTo(0, 0)");
  }

  /** Returns how many charts can be seen. */
  public int charts() {
    return number(
        "[...document.querySelectorAll('figure.chart .plot')].filter(p => p.clientWidth).length");
  }

  /** Returns the headings of charts in whose place nothing is drawn. */
  public List<String> emptyCharts() {
    return texts(
        """
        [...document.querySelectorAll('figure.chart')]
          .filter(figure => figure.querySelector('.plot').clientWidth)
          .filter(figure => figure.querySelectorAll('.plot svg path, .plot canvas').length === 0)
          .map(figure => figure.querySelector('figcaption').textContent)
        """);
  }

  /** Returns texts of charts that reach beyond their drawing. */
  public List<String> cutTexts() {
    return texts(
        """
        [...document.querySelectorAll('.plot svg text')].filter(text => {
          const own = text.getBoundingClientRect();
          const all = text.closest('svg').getBoundingClientRect();
          return own.left < all.left - 1 || own.right > all.right + 1;
        }).map(text => text.textContent)
        """);
  }

  /** Opens the table behind each chart, and returns the headings of those without rows. */
  public List<String> emptyTables() {
    return texts(
        """
        (async () => {
          const folds = [...document.querySelectorAll('figure.chart > details')];
          folds.forEach(fold => fold.open = true);
          await new Promise(done => setTimeout(done, 300));
          const empty = folds.filter(fold => fold.querySelectorAll('tbody tr').length === 0)
            .map(fold => fold.parentElement.querySelector('figcaption').textContent);
          folds.forEach(fold => fold.open = false);
          return empty;
        })()
        """);
  }

  /** Presses Tab until an element has the focus; false where it never gets it. */
  public boolean tabTo(String selector) {
    for (int presses = 0; presses < 200; presses++) {
      browser.press("Tab", 9);
      if (is("document.activeElement.matches('" + selector + "')")) {
        return true;
      }
    }
    return false;
  }

  public void press(String key, int code) {
    browser.press(key, code);
  }

  /** Returns what axe-core finds that keeps somebody from using the page. */
  public List<String> barriers() throws IOException {
    browser.evaluate(axe() + "; true");
    JsonNode found =
        browser.evaluate(
            "axe.run(document, {resultTypes: ['violations']}).then(all => all.violations.map(one =>"
                + " ({impact: one.impact, text: one.id + ': '"
                + " + one.nodes.map(node => node.html).slice(0, 3).join(' | ')})))");
    List<String> grave = new ArrayList<>();
    for (JsonNode one : found) {
      if (GRAVE.contains(one.path("impact").asText())) {
        grave.add(one.path("text").asText());
      }
    }
    return grave;
  }

  private static String axe() throws IOException {
    Properties facts = new Properties();
    try (InputStream stream = resource(AXE)) {
      facts.load(stream);
    }
    String version = facts.getProperty("version");
    try (InputStream stream =
        resource("META-INF/resources/webjars/axe-core/" + version + "/axe.min.js")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream resource(String name) {
    InputStream stream = OpenPage.class.getClassLoader().getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return stream;
  }

  public boolean is(String expression) {
    return browser.evaluate(expression).asBoolean();
  }

  public int number(String expression) {
    return browser.evaluate(expression).asInt();
  }

  public String text(String expression) {
    return browser.evaluate(expression).asText();
  }

  private List<String> texts(String expression) {
    List<String> texts = new ArrayList<>();
    browser.evaluate(expression).forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /** Returns errors of the page, and addresses outside it that it asked for. */
  public List<String> complaints() {
    List<String> all = new ArrayList<>(browser.complaints());
    browser.requests().stream()
        .filter(address -> !address.startsWith("file:") && !address.startsWith("data:"))
        .forEach(all::add);
    return all;
  }
}
