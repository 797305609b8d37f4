package dev.synth.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.synth.internal.base.Json;
import dev.synth.site.Article.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The site of the project's pages: what can be reached from the first page and from the index.
 *
 * @param files the bytes of each file by its path, with slashes
 * @param navigation the order of the pages
 * @param articles the pages by their Markdown file
 */
public record Site(
    Map<String, byte[]> files, Navigation navigation, Map<String, Article> articles) {
  private static final List<String> FIRST = List.of("README.md", Navigation.INDEX);

  /** Writes the site: {@code ROOT FOLDER}. */
  public static void main(String... args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("ROOT FOLDER, but " + Arrays.toString(args));
    }
    Path folder = Path.of(args[1]);
    Site site = of(Path.of(args[0]));
    site.write(folder);
    System.out.println(
        folder.resolve("index.html") + ": " + site.articles().size() + " pages to read");
  }

  /**
   * Returns the site of a project.
   *
   * @param root the project's folder
   * @throws IllegalStateException if a link leads nowhere
   */
  static Site of(Path root) throws IOException {
    SitePaths paths = new SitePaths(root);
    Navigation navigation = Navigation.read(paths);
    Map<String, Article> articles = new LinkedHashMap<>();
    Set<String> others = new TreeSet<>();
    crawl(paths, articles, others);
    Frame frame = new Frame(navigation, articles);
    Map<String, byte[]> files = new TreeMap<>();
    articles.values().forEach(one -> files.put(one.path(), bytes(frame.page(one))));
    for (String other : others) {
      byte[] content = Files.readAllBytes(root.resolve(other));
      files.put(
          SitePaths.inSite(other),
          SitePaths.isPicture(other) ? content : bytes(frame.page(listing(other, content))));
    }
    for (String part : List.of("site.css", "site.js")) {
      files.put(part, resource(part));
    }
    files.put("search.js", bytes("synthPages(" + index(articles) + ");\n"));
    return new Site(files, navigation, articles);
  }

  private static void crawl(SitePaths paths, Map<String, Article> articles, Set<String> others)
      throws IOException {
    ArticleReader reader = new ArticleReader(paths);
    Deque<String> open = new ArrayDeque<>(FIRST);
    while (!open.isEmpty()) {
      String file = open.removeFirst();
      if (!SitePaths.isPage(file)) {
        others.add(file);
      } else if (!articles.containsKey(file)) {
        Article article = reader.read(file);
        articles.put(file, article);
        article.linked().stream().sorted().forEach(open::addLast);
      }
    }
  }

  /** A file that is no page, as a page that shows it. */
  private static Article listing(String file, byte[] content) {
    String name = Frame.escaped(file);
    return new Article(
        file,
        file,
        "<h1>"
            + name
            + "</h1>\n<pre tabindex=\"0\"><code>"
            + Frame.escaped(new String(content, StandardCharsets.UTF_8))
            + "</code></pre>\n",
        List.of(),
        Set.of(),
        0);
  }

  /** The index of the search: path, page, anchor, heading and text of each passage. */
  private static String index(Map<String, Article> articles) {
    ArrayNode all = Json.mapper().createArrayNode();
    for (Article article : articles.values()) {
      for (Passage passage : article.passages()) {
        all.addArray()
            .add(article.path())
            .add(article.title())
            .add(passage.level() > 1 ? passage.anchor() : "")
            .add(passage.level() > 1 ? passage.heading() : "")
            .add(passage.text());
      }
    }
    return all.toString();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = Site.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException(name + " is not on the class path");
      }
      return stream.readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes all files, over those that are there. */
  void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path to = folder.resolve(file.getKey());
      Path parent = to.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(to, file.getValue());
    }
  }
}
