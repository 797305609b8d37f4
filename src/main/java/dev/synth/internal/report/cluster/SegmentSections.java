package dev.synth.internal.report.cluster;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.cluster.CustomerSegments;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.Percent;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Sections;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The patterns of rows, in words, tables and drawings. */
public final class SegmentSections {
  private static final int NAMED_COLUMNS = 12;
  private static final String HOW = "How rows were compared";

  private final Segmentation segments;
  private final String source;

  /**
   * The sections of some patterns.
   *
   * @param source what the data is called
   */
  public SegmentSections(Segmentation segments, String source) {
    this.segments = segments;
    this.source = source;
  }

  /** Returns the sections of rows. */
  public List<Section> ofRows() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(title(), scaling()));
    sections.add(new ClusterSections(segments).ofRows());
    sections.addAll(choice());
    return sections;
  }

  /** Returns the sections below the top of a page on rows: what was found, then how. */
  public List<Section> belowTheTop() {
    List<Section> sections = new ArrayList<>();
    sections.add(new ClusterSections(segments).ofRows());
    sections.addAll(choice());
    sections.add(new Section(HOW, scaling()));
    return sections;
  }

  /** Returns the sections below the top of a page on customers. */
  public List<Section> belowTheTop(CustomerSegments customers) {
    List<Section> sections = new ArrayList<>();
    sections.add(new ClusterSections(segments).ofCustomers());
    sections.addAll(choice());
    List<String> how = new ArrayList<>(List.of(purchases(customers)));
    how.addAll(scaling());
    sections.add(new Section(HOW, how));
    return sections;
  }

  /** Returns how many patterns there are, in a few words. */
  public String word() {
    int clusters = segments.clusters().size();
    return switch (segments.of()) {
      case RARE_ROWS, ROWS -> clusters + (clusters == 1 ? " pattern" : " patterns");
      case CUSTOMERS -> clusters + (clusters == 1 ? " segment" : " segments");
    };
  }

  /** Returns what was looked at, and how far apart its patterns are. */
  public List<String> summary() {
    return List.of(
        PlainText.of(
            switch (segments.of()) {
              case RARE_ROWS -> "Of %s rare rows, by %d columns.";
              case ROWS -> "Of %s rows, by %d columns.";
              case CUSTOMERS -> "Of %s customers, by %d columns.";
            },
            ReportNumbers.count(segments.rows()),
            segments.columns().size()),
        new ChoiceSections(segments).structure());
  }

  /** Returns the patterns of training rows, as a part of a page on synthetic ones. */
  public String html() {
    Section clusters = new ClusterSections(segments).ofRows();
    return scaling().stream().map(Html::paragraph).collect(Collectors.joining())
        + Sections.body(clusters)
        + choice().stream()
            .map(part -> "<h3>" + Html.escape(part.title()) + "</h3>\n" + Sections.body(part))
            .collect(Collectors.joining());
  }

  /** Returns the sections of customers. */
  public List<Section> ofCustomers(CustomerSegments customers) {
    List<Section> sections = new ArrayList<>();
    List<String> first = new ArrayList<>(List.of(purchases(customers)));
    first.addAll(scaling());
    sections.add(
        new Section(
            PlainText.of(
                "RFM of %s: %s values of '%s'",
                source, ReportNumbers.count(segments.rows()), customers.customer()),
            first));
    sections.add(new ClusterSections(segments).ofCustomers());
    sections.addAll(choice());
    return sections;
  }

  private static String purchases(CustomerSegments customers) {
    return PlainText.of(
        "Recency is the time from a customer's last '%s' to the last one of all (days, where it"
            + " holds dates), frequency the number of rows, monetary value the sum of '%s'.%s",
        customers.date(),
        customers.amount(),
        customers.leftOut() == 0
            ? ""
            : customers.leftOut() == 1
                ? " One row lacks one of the three columns and is left out."
                : PlainText.of(
                    " %s rows lack one of the three columns and are left out.",
                    ReportNumbers.count(customers.leftOut())));
  }

  private String title() {
    return PlainText.of(
        switch (segments.of()) {
          case RARE_ROWS -> "Patterns among the %s rare rows of %s";
          case ROWS -> "Patterns among the %s rows of %s";
          case CUSTOMERS -> "Patterns among %s customers of %s";
        },
        ReportNumbers.count(segments.rows()),
        source);
  }

  private List<String> scaling() {
    List<String> says = new ArrayList<>();
    says.add(
        PlainText.of(
            "Columns: %s. Numbers are z-scores%s%s.",
            listed(segments.columns()),
            segments.logarithmic().isEmpty()
                ? ""
                : PlainText.of(" (of the logarithm: %s)", listed(segments.logarithmic())),
            segments.of() == Segmentation.Kind.CUSTOMERS ? "" : ", levels one-hot"));
    double two = segments.components().stream().limit(2).mapToDouble(share -> share).sum();
    says.add(
        PlainText.of(
            "Principal components: the first two hold %s of the variance; %d of %d, which keep 90"
                + " %%, are what clusters are found by%s.",
            Percent.whole(two),
            segments.kept(),
            segments.components().size(),
            segments.fitted() < segments.rows()
                ? ", on " + ReportNumbers.count(segments.fitted()) + " rows, evenly spaced"
                : ""));
    return says;
  }

  private static String listed(List<String> names) {
    int more = names.size() - NAMED_COLUMNS;
    return String.join(", ", names.subList(0, Math.min(NAMED_COLUMNS, names.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private List<Section> choice() {
    ChoiceSections sections = new ChoiceSections(segments);
    return List.of(sections.choice(), sections.density());
  }
}
