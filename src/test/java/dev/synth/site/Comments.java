package dev.synth.site;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/** Takes comments out of a page, which are for tests; other HTML is refused. */
final class Comments extends AbstractVisitor {
  private final String file;
  private final List<Node> found = new ArrayList<>();

  private Comments(String file) {
    this.file = file;
  }

  /** Removes the comments of a page, and throws if it has another tag of HTML. */
  static void remove(Node page, String file) {
    Comments comments = new Comments(file);
    page.accept(comments);
    comments.found.forEach(Node::unlink);
  }

  @Override
  public void visit(HtmlBlock block) {
    add(block, block.getLiteral());
  }

  @Override
  public void visit(HtmlInline inline) {
    add(inline, inline.getLiteral());
  }

  private void add(Node node, String html) {
    if (!html.startsWith("<!--")) {
      throw new IllegalStateException(file + ": HTML but comments is not shown: " + html);
    }
    found.add(node);
  }
}
