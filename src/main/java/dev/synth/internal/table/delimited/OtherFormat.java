package dev.synth.internal.table.delimited;

import dev.synth.base.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Files that are no text, by their first bytes, whatever their names say. */
final class OtherFormat {
  /** The most bytes that tell a format. */
  static final int LONGEST = 24;

  private static final String SAVE = "save its rows as CSV";
  private static final String UNPACK = "unpack it, or compress it with gzip";

  private static final List<OtherFormat> KNOWN =
      List.of(
          new OtherFormat(
              "a zip or Excel file and no text", SAVE + ", or unpack it", "PK\u0003\u0004"),
          new OtherFormat(
              "a zip or Excel file and no text",
              SAVE + ", or unpack it",
              "\u00d0\u00cf\u0011\u00e0"),
          new OtherFormat("a Parquet file", "end its name in .parquet", "PAR1"),
          new OtherFormat("compressed in a way that is not read", UNPACK, "BZh"),
          new OtherFormat("compressed in a way that is not read", UNPACK, "\u00fd7zXZ"),
          new OtherFormat("compressed in a way that is not read", UNPACK, "(\u00b5/\u00fd"),
          new OtherFormat("compressed in a way that is not read", UNPACK, "7z\u00bc\u00af"),
          new OtherFormat("compressed in a way that is not read", UNPACK, "Rar!"),
          new OtherFormat("compressed in a way that is not read", UNPACK, "\u0004\"M\u0018"),
          new OtherFormat("a PDF file and no text", SAVE, "%PDF-"),
          new OtherFormat("a picture and no table", SAVE, "\u0089PNG"),
          new OtherFormat("a picture and no table", SAVE, "\u00ff\u00d8\u00ff"),
          new OtherFormat("a database of SQLite and no text", SAVE, "SQLite format 3"),
          new OtherFormat("an Arrow or Feather file and no text", "write it as Parquet", "ARROW1"),
          new OtherFormat("an Avro file and no text", "write it as Parquet", "Obj\u0001"),
          new OtherFormat("an HDF file and no text", "write it as Parquet", "\u0089HDF"),
          new OtherFormat("an array of NumPy and no text", SAVE, "\u0093NUMPY"),
          new OtherFormat("an SPSS file and no text", SAVE, "$FL2"),
          new OtherFormat("a Stata file and no text", SAVE, "<stata_dta>"),
          new OtherFormat("a document and no table", SAVE, "{\\rtf"),
          new OtherFormat(
              "a pointer of Git LFS and not the file itself",
              "fetch that with `git lfs pull`",
              "version https://git-lfs"));

  private final String what;
  private final String cure;
  private final byte[] start;

  private OtherFormat(String what, String cure, String start) {
    this.what = what;
    this.cure = cure;
    this.start = start.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Refuses a file of another format.
   *
   * @param head its first bytes
   * @throws Problem (data) if they are of one
   */
  static void check(Path path, byte[] head) {
    for (OtherFormat each : KNOWN) {
      if (each.begins(head)) {
        throw Problem.data("'%s' is %s; %s", path, each.what, each.cure);
      }
    }
  }

  private boolean begins(byte[] head) {
    for (int i = 0; i < start.length; i++) {
      if (i >= head.length || head[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Refuses text with characters of code 0, which none has.
   *
   * @param beginning the text's beginning
   * @throws Problem (data) that names the line of the first
   */
  static void checkHasNoZeros(Path path, String beginning) {
    int at = beginning.indexOf('\u0000');
    if (at >= 0) {
      long line = 1 + beginning.substring(0, at).chars().filter(c -> c == '\n').count();
      throw Problem.data(
          "'%s', line %d holds bytes of zero, which no text has; the file is damaged, or no text",
          path, line);
    }
  }
}
