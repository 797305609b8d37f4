package dev.synth.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Takes HTML out of a page. Comments, which are for tests, go; a line break and a picture in a
 * paragraph of its own become Markdown's; anything else is refused.
 */
final class RawHtml extends AbstractVisitor {
  private static final Pattern PICTURE =
      Pattern.compile("<p[^>]*><img src=\"([^\"]+)\"[^>]* alt=\"([^\"]+)\"[^>]*></p>\\s*");

  private final String file;
  private final List<Node> found = new ArrayList<>();

  private RawHtml(String file) {
    this.file = file;
  }

  /**
   * Replaces the HTML of a page.
   *
   * @throws IllegalStateException if there is some that is none of these
   */
  static void replace(Node page, String file) {
    RawHtml html = new RawHtml(file);
    page.accept(html);
    html.found.forEach(Node::unlink);
  }

  @Override
  public void visit(HtmlBlock block) {
    Matcher picture = PICTURE.matcher(block.getLiteral());
    if (picture.matches()) {
      Image image = new Image(picture.group(1), null);
      image.appendChild(new Text(picture.group(2)));
      Paragraph paragraph = new Paragraph();
      paragraph.appendChild(image);
      block.insertBefore(paragraph);
    } else if (!block.getLiteral().startsWith("<!--")) {
      throw refused(block.getLiteral());
    }
    found.add(block);
  }

  @Override
  public void visit(HtmlInline inline) {
    if (inline.getLiteral().equals("<br>")) {
      inline.insertBefore(new HardLineBreak());
    } else if (!inline.getLiteral().startsWith("<!--")) {
      throw refused(inline.getLiteral());
    }
    found.add(inline);
  }

  private IllegalStateException refused(String html) {
    return new IllegalStateException(file + ": this HTML is not shown by the site: " + html);
  }
}
