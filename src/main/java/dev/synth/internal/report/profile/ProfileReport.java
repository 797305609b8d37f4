package dev.synth.internal.report.profile;

import dev.synth.internal.base.Json;
import dev.synth.internal.profile.DataProfile;
import dev.synth.internal.report.page.Page;
import java.util.List;

/** What a table looks like: for a terminal, for programs and as a page. */
public final class ProfileReport {
  private ProfileReport() {}

  /** Returns the profile as text. */
  public static String plain(DataProfile profile) {
    return Sections.text(new ProfileSections(profile).all());
  }

  /** Returns the profile for programs. */
  public static String json(DataProfile profile) {
    return Json.write(profile);
  }

  /** Returns the profile as a page that needs no other file. */
  public static String html(DataProfile profile) {
    List<Section> sections = new ProfileSections(profile).all();
    return Page.of(
        "What the data look like", profile.source(), Page.body(() -> Sections.html(sections)));
  }
}
