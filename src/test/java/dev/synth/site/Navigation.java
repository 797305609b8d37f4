package dev.synth.site;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * The order of pages, as {@code docs/README.md} has it: each of its sections with a table is a
 * group, and the links in that table are the group's pages.
 *
 * @param groups in order
 */
record Navigation(List<Group> groups) {
  static final String INDEX = "docs/README.md";

  Navigation {
    groups = List.copyOf(groups);
  }

  /**
   * Pages that belong together.
   *
   * @param title such as {@code Start}
   * @param entries its pages in order
   */
  record Group(String title, List<Entry> entries) {
    Group {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A page.
   *
   * @param title the text of its link
   * @param file its Markdown file, relative to the root
   */
  record Entry(String title, String file) {}

  static Navigation read(SitePaths paths) throws IOException {
    Node index =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .build()
            .parse(Files.readString(paths.root().resolve(INDEX)));
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    index.accept(
        new AbstractVisitor() {
          private String title = "";
          private boolean inTable;

          @Override
          public void visit(Heading heading) {
            title = textOf(heading);
          }

          @Override
          public void visit(CustomBlock block) {
            boolean outer = inTable;
            inTable |= block instanceof TableBlock;
            visitChildren(block);
            inTable = outer;
          }

          @Override
          public void visit(Link link) {
            String path = link.getDestination().replaceFirst("#.*", "");
            if (inTable && !path.isEmpty() && !path.startsWith("http")) {
              Optional<String> file = paths.target(INDEX, path);
              file.ifPresent(
                  page ->
                      groups
                          .computeIfAbsent(title, key -> new ArrayList<>())
                          .add(new Entry(textOf(link), page)));
            }
          }
        });
    return new Navigation(
        groups.entrySet().stream()
            .map(group -> new Group(group.getKey(), group.getValue()))
            .toList());
  }

  private static String textOf(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }
        });
    return text.toString();
  }

  /** Returns all pages in the order of reading. */
  List<Entry> entries() {
    return groups.stream().flatMap(group -> group.entries().stream()).toList();
  }

  /** Returns the group of a page, if the index has it; decisions belong to their list. */
  Optional<Group> groupOf(String file) {
    String listed = listed(file);
    return groups.stream()
        .filter(group -> group.entries().stream().anyMatch(entry -> entry.file().equals(listed)))
        .findFirst();
  }

  /** Returns the entry that leads to a page: a decision's is the list of decisions. */
  static String listed(String file) {
    return file.startsWith("docs/adr/") ? "docs/adr/README.md" : file;
  }
}
