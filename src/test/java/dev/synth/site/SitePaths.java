package dev.synth.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The places of the project's files in the site: folders stay, {@code README.md} is its folder's
 * {@code index.html}, another page ends in {@code .html}, and a file that is no page has a page
 * that shows it. All paths are relative to the root and have slashes.
 *
 * @param root the project's folder
 */
record SitePaths(Path root) {
  private static final List<String> PICTURES = List.of(".png", ".svg", ".jpg");

  /** Returns the path in the site of a file of the project. */
  static String inSite(String file) {
    if (isPicture(file)) {
      return file;
    }
    if (file.equals("README.md") || file.endsWith("/README.md")) {
      return file.substring(0, file.length() - "README.md".length()) + "index.html";
    }
    return isPage(file)
        ? file.substring(0, file.length() - "md".length()) + "html"
        : file + ".html";
  }

  static boolean isPage(String file) {
    return file.endsWith(".md");
  }

  static boolean isPicture(String file) {
    return PICTURES.stream().anyMatch(file.toLowerCase(Locale.ROOT)::endsWith);
  }

  /**
   * Returns the file that a link leads to; none for a folder without a page.
   *
   * @param page the page that has the link
   * @param path the link without its anchor, not empty
   * @throws IllegalStateException if nothing of the project is there
   */
  Optional<String> target(String page, String path) {
    Path folder = root.toAbsolutePath().normalize();
    Path file = folder.resolve(page).resolveSibling(path).normalize();
    if (!file.startsWith(folder) || !Files.exists(file)) {
      throw new IllegalStateException(page + ": the link " + path + " leads nowhere");
    }
    if (Files.isDirectory(file)) {
      file = file.resolve("README.md");
      if (!Files.exists(file)) {
        return Optional.empty();
      }
    }
    return Optional.of(slashes(folder.relativize(file)));
  }

  /** Returns how a page of the site names another file of it. */
  static String relative(String from, String to) {
    Path folder = Path.of("/", from).getParent();
    return folder == null ? to : slashes(folder.relativize(Path.of("/", to)));
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
