package dev.synth.site;

import dev.synth.site.Article.Passage;
import dev.synth.site.Navigation.Entry;
import dev.synth.site.Navigation.Group;
import java.util.List;
import java.util.Map;

/** Puts an article into the frame that all pages of the site have. */
final class Frame {
  private static final int MOST_LINES_OF_CONTENTS = 24;
  private static final String FRONT = "README.md";

  private final Navigation navigation;
  private final Map<String, Article> articles;

  /**
   * Takes what all pages share.
   *
   * @param articles by file, those of the navigation among them
   */
  Frame(Navigation navigation, Map<String, Article> articles) {
    this.navigation = navigation;
    this.articles = articles;
  }

  String page(Article article) {
    String root = root(article.path());
    String group = navigation.groupOf(article.file()).map(Group::title).orElse("");
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%231f5fbf'/%3E%3Ccircle cx='5' cy='11' r='2' fill='white'/%3E%3Ccircle cx='11' cy='5' r='2' fill='%23ffb067'/%3E%3C/svg%3E">
    <link rel="stylesheet" href="${root}site.css">
    <script src="${root}site.js"></script>
    </head>
    <body data-root="${root}">
    <a class="skip" href="#main">Skip to the text</a>
    <header>
    <button type="button" id="menu" aria-expanded="false" aria-controls="nav" hidden>Menu</button>
    <a class="brand" href="${root}index.html">synth</a>
    <form role="search" id="seek" hidden>
    <label class="unseen" for="search">Search these pages</label>
    <input id="search" type="search" placeholder="Search" title="Press / to search" autocomplete="off">
    <div id="found" hidden><p role="status"></p><ul></ul></div>
    </form>
    <button type="button" id="theme" hidden><span>Theme: </span>system</button>
    </header>
    <div class="page">
    <nav id="nav" aria-label="Pages">
    ${navigation}</nav>
    <main id="main" tabindex="-1">
    <p class="where">${where}</p>
    <article>
    ${article}</article>
    ${steps}</main>
    ${contents}</div>
    </body>
    </html>
    """
        .replace("${title}", escaped(title(article)))
        .replace("${root}", root)
        .replace("${navigation}", navigation(article, root))
        .replace("${where}", where(group, article))
        .replace("${steps}", steps(article))
        .replace("${contents}", contents(article))
        .replace("${article}", article.file().equals(FRONT) ? front(article) : article.html());
  }

  private static String title(Article article) {
    return article.file().equals(FRONT) ? "synth" : article.title() + " · synth";
  }

  private static String root(String path) {
    return "../".repeat((int) path.chars().filter(letter -> letter == '/').count());
  }

  private String navigation(Article article, String root) {
    String current = Navigation.listed(article.file());
    StringBuilder html = new StringBuilder();
    for (Group group : navigation.groups()) {
      html.append("<h2>").append(escaped(group.title())).append("</h2>\n<ul>\n");
      for (Entry entry : group.entries()) {
        html.append("<li><a href=\"").append(root).append(SitePaths.inSite(entry.file()));
        html.append(entry.file().equals(current) ? "\" aria-current=\"page\">" : "\">");
        html.append(escaped(entry.title())).append("</a></li>\n");
      }
      html.append("</ul>\n");
    }
    return html.toString();
  }

  private static String where(String group, Article article) {
    String minutes = article.minutes() == 1 ? "1 minute" : article.minutes() + " minutes";
    return group.isEmpty() ? minutes : escaped(group) + " · " + minutes;
  }

  /** The first page, with the way through the first group between its heading and its text. */
  private String front(Article article) {
    StringBuilder way = new StringBuilder("<ol class=\"way\" aria-label=\"Ten minutes\">\n");
    for (Entry entry : navigation.groups().getFirst().entries()) {
      if (!entry.file().equals(FRONT)) {
        way.append("<li><a href=\"").append(SitePaths.inSite(entry.file())).append("\"><strong>");
        way.append(escaped(entry.title())).append("</strong><span>");
        way.append(article(entry).minutes()).append(" min</span></a></li>\n");
      }
    }
    int end = article.html().indexOf("</h1>") + "</h1>".length();
    return article.html().substring(0, end) + "\n" + way + "</ol>" + article.html().substring(end);
  }

  private Article article(Entry entry) {
    Article found = articles.get(entry.file());
    if (found == null) {
      throw new IllegalStateException(entry.file() + " is no page");
    }
    return found;
  }

  /** The pages before and after. */
  private String steps(Article article) {
    List<Entry> entries = navigation.entries();
    List<String> files = entries.stream().map(Entry::file).toList();
    int here = files.indexOf(article.file());
    if (here < 0) {
      return "";
    }
    StringBuilder html = new StringBuilder("<nav class=\"steps\" aria-label=\"Next pages\">\n");
    if (here > 0) {
      html.append(link(article, entries.get(here - 1), "Before", "prev"));
    }
    if (here + 1 < entries.size()) {
      html.append(link(article, entries.get(here + 1), "Next", "next"));
    }
    return html.append("</nav>\n").toString();
  }

  private static String link(Article from, Entry to, String word, String way) {
    return "<a class=\""
        + way
        + "\" rel=\""
        + way
        + "\" href=\""
        + SitePaths.relative(from.path(), SitePaths.inSite(to.file()))
        + "\"><span>"
        + word
        + "</span>"
        + escaped(to.title())
        + "</a>\n";
  }

  /** The headings of the page; the smaller ones only where all of them find a place. */
  private static String contents(Article article) {
    List<Passage> below = article.passages().stream().filter(one -> one.level() > 1).toList();
    List<Passage> shown = below.stream().filter(one -> one.level() <= 3).toList();
    if (shown.size() > MOST_LINES_OF_CONTENTS) {
      shown = below.stream().filter(one -> one.level() == 2).toList();
    }
    if (shown.size() < 2) {
      return "";
    }
    StringBuilder html =
        new StringBuilder(
            "<nav id=\"contents\" aria-label=\"On this page\">\n<p>On this page</p>\n<ul>\n");
    for (Passage passage : shown) {
      html.append("<li class=\"l").append(passage.level()).append("\"><a href=\"#");
      html.append(passage.anchor()).append("\">").append(escaped(passage.heading()));
      html.append("</a></li>\n");
    }
    return html.append("</ul>\n</nav>\n").toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
