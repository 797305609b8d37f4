package dev.synth.internal.report.page;

/**
 * The text that a page shows: its HTML without the scripts, which have words such as NaN of their
 * own.
 */
public final class ShownText {
  private ShownText() {}

  public static String of(String html) {
    return html.replaceAll("(?s)<script\\b.*?</script>", "");
  }
}
