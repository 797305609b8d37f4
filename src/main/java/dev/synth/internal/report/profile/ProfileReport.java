package dev.synth.internal.report.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.cluster.CustomerSegments;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.report.cluster.SegmentSections;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.Section;
import dev.synth.internal.report.format.Sections;
import dev.synth.internal.report.page.Page;
import dev.synth.internal.report.wording.reading.ReadingJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report on a table: for a terminal, for programs and as a page. */
public final class ProfileReport {
  private ProfileReport() {}

  /** Returns the profile as text. */
  public static String plain(DataProfile profile) {
    List<Section> sections = new ArrayList<>(new ProfileSections(profile).all());
    sections.add(new ProfileSummary(profile).inShort());
    return Sections.text(sections);
  }

  /** Returns the patterns of rows as text. */
  public static String plain(Segmentation segments, String source) {
    return Sections.text(new SegmentSections(segments, source).ofRows());
  }

  /** Returns the segments of customers as text. */
  public static String plain(CustomerSegments customers) {
    return Sections.text(customerSections(customers));
  }

  private static List<Section> customerSections(CustomerSegments customers) {
    return new SegmentSections(customers.segments(), customers.source()).ofCustomers(customers);
  }

  /** Returns patterns for programs. */
  public static String json(Segmentation segments) {
    return Json.write(segments);
  }

  /** Returns segments of customers for programs. */
  public static String json(CustomerSegments customers) {
    return Json.write(customers);
  }

  /** Returns the patterns of rows as a page. */
  public static String html(Segmentation segments, String source) {
    return Page.of(
        "Patterns of rows",
        source,
        Page.body(
            () -> {
              SegmentSections sections = new SegmentSections(segments, source);
              return top(sections) + Sections.html(sections.belowTheTop());
            }));
  }

  /** Returns the segments of customers as a page. */
  public static String html(CustomerSegments customers) {
    return Page.of(
        "Segments of customers",
        customers.source(),
        Page.body(
            () -> {
              SegmentSections sections =
                  new SegmentSections(customers.segments(), customers.source());
              return top(sections) + Sections.html(sections.belowTheTop(customers));
            }));
  }

  private static String top(SegmentSections sections) {
    return Page.banner(
        "even",
        sections.word(),
        sections.summary().stream().map(Html::paragraph).collect(Collectors.joining()));
  }

  /** Returns the profile for programs. */
  public static String json(DataProfile profile) {
    JsonNode json = Json.tree(profile);
    ((ObjectNode) json).set("notes", ReadingJson.notes(profile.notes()));
    for (int i = 0; i < profile.columns().size(); i++) {
      ((ObjectNode) json.path("columns").get(i))
          .set("reasons", ReadingJson.facts(profile.columns().get(i).reasons()));
    }
    return Json.write(json);
  }

  /** Returns the profile as a page that needs no other file. */
  public static String html(DataProfile profile) {
    List<Section> sections = new ProfileSections(profile).ofPage();
    return Page.of(
        "What the data look like",
        profile.source(),
        Page.body(() -> new ProfileSummary(profile).html() + Sections.html(sections)));
  }
}
