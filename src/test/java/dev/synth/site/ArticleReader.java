package dev.synth.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns Markdown files into articles. */
final class ArticleReader {
  private static final Pattern HEADING = Pattern.compile("<h([2-4]) id=\"([^\"]+)\">(.*?)</h\\1>");
  private static final Pattern SOFT = Pattern.compile("(?m)(?<=^|\\s)(# .*)$|^(\\$ .*)$");
  private static final Pattern CODE =
      Pattern.compile("(?s)(<pre[^>]*>)<code(?: class=\"language-(\\w+)\")?>(.*?)</code>");

  private final SitePaths paths;
  private final Map<String, String> titles = new HashMap<>();
  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  ArticleReader(SitePaths paths) {
    this.paths = paths;
  }

  /**
   * Reads a page.
   *
   * @throws IllegalStateException if a link leads nowhere, or the page has HTML that is not known
   */
  Article read(String file) throws IOException {
    Node page = parser.parse(Files.readString(paths.root().resolve(file)));
    RawHtml.replace(page, file);
    nameByTitle(page, file);
    ArticleText text = ArticleText.of(page);
    Set<String> linked = new LinkedHashSet<>();
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .attributeProviderFactory(
                context ->
                    (node, tag, attributes) -> decorate(file, node, tag, attributes, text, linked))
            .build();
    return new Article(
        file, text.title(), dress(renderer.render(page)), text.passages(), linked, text.words());
  }

  /**
   * A link whose text is the name of a page's file gets the page's title: here nobody sees files.
   */
  private void nameByTitle(Node page, String file) {
    page.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            String path = link.getDestination().replaceFirst("#.*", "");
            if (link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && SitePaths.isPage(text.getLiteral())
                && nameOf(path).equals(nameOf(text.getLiteral()))) {
              paths.target(file, path).ifPresent(target -> text.setLiteral(titleOf(target)));
            }
          }
        });
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String titleOf(String file) {
    return titles.computeIfAbsent(
        file,
        key -> {
          try {
            return ArticleText.of(parser.parse(Files.readString(paths.root().resolve(key))))
                .title();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void decorate(
      String file,
      Node node,
      String tag,
      Map<String, String> attributes,
      ArticleText text,
      Set<String> linked) {
    if (node instanceof Heading heading) {
      attributes.put("id", text.anchor(heading));
    } else if (node instanceof Link link) {
      attributes.remove("href");
      href(file, link.getDestination(), linked).ifPresent(href -> attributes.put("href", href));
    } else if (node instanceof Image image) {
      href(file, image.getDestination(), linked).ifPresent(href -> attributes.put("src", href));
    } else if (tag.equals("pre")) {
      attributes.put("tabindex", "0"); // it scrolls, so the keyboard must reach it
    }
  }

  private Optional<String> href(String file, String link, Set<String> linked) {
    if (link.startsWith("http:") || link.startsWith("https:") || link.startsWith("mailto:")) {
      return Optional.of(link);
    }
    int mark = link.indexOf('#');
    String path = mark < 0 ? link : link.substring(0, mark);
    String anchor = mark < 0 ? "" : link.substring(mark);
    if (path.isEmpty()) {
      return Optional.of(anchor);
    }
    Optional<String> target = paths.target(file, path);
    target.ifPresent(linked::add);
    return target.map(
        to -> SitePaths.relative(SitePaths.inSite(file), SitePaths.inSite(to)) + anchor);
  }

  /** Adds what Markdown has no word for: frames that scroll, links to headings, soft comments. */
  private static String dress(String html) {
    String framed =
        html.replace(
                "<table>",
                "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>")
            .replace("</table>", "</table></div>");
    String linked =
        HEADING
            .matcher(framed)
            .replaceAll(
                "<h$1 id=\"$2\">$3 <a class=\"anchor\" href=\"#$2\" aria-label=\"Link to this"
                    + " section\">#</a></h$1>");
    return CODE.matcher(linked)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1)
                        + (found.group(2) == null
                            ? "<code>"
                            : "<code class=\"" + found.group(2) + "\">")
                        + softened(found.group(3))
                        + "</code>"));
  }

  /** Code with its comments and its prompts marked. */
  private static String softened(String code) {
    return SOFT.matcher(code)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(2) == null
                        ? "<i>" + found.group(1) + "</i>"
                        : "<b>" + found.group(2) + "</b>"));
  }
}
