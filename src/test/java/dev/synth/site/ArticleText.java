package dev.synth.site;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The plain text of a page, cut at its headings. */
final class ArticleText extends AbstractVisitor {
  private final Anchors anchors = new Anchors();
  private final IdentityHashMap<Heading, String> ids = new IdentityHashMap<>();
  private final List<Article.Passage> passages = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private int level;
  private String heading = "";
  private String anchor = "";
  private String title = "";
  private int words;

  private ArticleText() {}

  static ArticleText of(Node page) {
    ArticleText text = new ArticleText();
    page.accept(text);
    text.close();
    return text;
  }

  String title() {
    return title;
  }

  List<Article.Passage> passages() {
    return passages;
  }

  int words() {
    return words;
  }

  String anchor(Heading of) {
    return ids.getOrDefault(of, "");
  }

  @Override
  public void visit(Heading next) {
    close();
    visitChildren(next);
    heading = squeezed();
    text = new StringBuilder();
    level = next.getLevel();
    anchor = anchors.next(heading);
    ids.put(next, anchor);
    if (title.isEmpty()) {
      title = heading;
    }
  }

  private void close() {
    String all = squeezed();
    if (level > 0 || !all.isEmpty()) {
      passages.add(new Article.Passage(level, anchor, heading, all));
    }
    text = new StringBuilder();
  }

  private String squeezed() {
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
    count(node.getLiteral());
  }

  private void count(String prose) {
    for (String word : prose.split("\\s+", -1)) {
      words += word.isEmpty() ? 0 : 1;
    }
  }

  @Override
  public void visit(Code node) {
    text.append(node.getLiteral());
    words++;
  }

  @Override
  public void visit(FencedCodeBlock node) {
    text.append(' ').append(node.getLiteral()).append(' ');
  }

  @Override
  public void visit(IndentedCodeBlock node) {
    text.append(' ').append(node.getLiteral()).append(' ');
  }

  @Override
  public void visit(Image node) {
    // its text is for those who do not see it
  }

  @Override
  public void visit(SoftLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(HardLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(Paragraph node) {
    spaced(node);
  }

  @Override
  public void visit(CustomNode node) {
    spaced(node); // a cell of a table
  }

  private void spaced(Node node) {
    visitChildren(node);
    text.append(node instanceof Block ? "  " : " ");
  }
}
