package dev.synth.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.table.CellTexts.MissingText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files come back with their own delimiter, quotes and missing cells. */
@SuppressWarnings("StringConcatToTextBlock")
class OwnTextTest {
  @TempDir Path folder;

  private LabelledTable read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return TableReader.read(DataOptions.of(file.toString(), "y", "1"), Context.quiet(1)).rows();
  }

  private String written(LabelledTable rows) throws IOException {
    Path file = folder.resolve("written.csv");
    TableWriter.write(file, rows.emitted(), rows.style());
    return Files.readString(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // as spreadsheets write it where decimals have a comma
        "size;name;y\n1,5;x;0\n2,25;y;1\n;x;0\n12,75;y;1\n",
        "size\tname\ty\n1.5\tx, y\t0\n2.25\t\t1\nNA\tx, y\t0\n3.5\tz\t1\n",
        "size|name|y\n1|x|0\nnull|y|1\n3|?|0\nnull|x|1\n",
        // as R writes it: texts and names in quotes, NA bare
        "\"size\",\"name\",\"y\"\n1.5,\"x\",0\nNA,\"y\",1\n2.5,NA,0\n3.25,\"x\",1\n",
        // all in quotes
        "\"size\",\"name\",\"y\"\n\"1.5\",\"x\",\"0\"\n\"2.5\",\"y\",\"1\"\n\"3.5\",\"x\",\"1\"\n",
        "size,name,y\n1,\"x, y\",0\n-,z,1\n-,z,0\n4,\"x, y\",1\n",
        "at,day,clock,y\n2024-01-01 10:00:00,13.01.2024,12:42,0\nNaT,-,?,1\nNaT,-,?,0\n"
            + "2024-03-01 11:30:00,14.02.2024,09:05,1\n",
        "\"a name; or two\",size,y\nx,1,0\ny,,1\nx,3,1\n",
      })
  void comesBackByteForByte(String text) throws IOException {
    LabelledTable rows = read("own.csv", text);
    assertThat(written(rows)).isEqualTo(text);
    assertThat(written(read("written.csv", text))).isEqualTo(text);
  }

  @Test
  void writesTheMissingFormsThatAColumnHas() throws IOException {
    LabelledTable rows =
        read("own.csv", "size,name,y\n1,?,0\nn/a,null,1\n-,x,0\n-,null,1\n,NA,0\n-999,null,1\n");
    assertThat(rows.features().schema().columns())
        .extracting(Column::missingText)
        .containsExactly("-", "null");
    assertThat(rows.features().schema().columns())
        .extracting(column -> column.texts().missing())
        .containsExactly(
            List.of(new MissingText("", 1), new MissingText("-", 2), new MissingText("n/a", 1)),
            List.of(new MissingText("?", 1), new MissingText("NA", 1), new MissingText("null", 3)));
    assertThat(written(rows).lines().skip(1))
        .hasSize(6)
        .allMatch(line -> line.matches("(1|-999|-|n/a|),(x|[?]|NA|null),[01]"));
    assertThat(written(rows)).isEqualTo(written(rows));
  }

  @Test
  void writesNumbersThatStandForMissingCells() throws IOException {
    Path file = folder.resolve("codes.csv");
    Files.writeString(file, "size,y\n1.5,0\n-999,1\n-999.0,0\n-999,1\n2.5,1\n");
    DataOptions options =
        DataOptions.of(file.toString(), "y", "1").withMissing(List.of("-999", "?"));
    LabelledTable rows = TableReader.read(options, Context.quiet(1)).rows();
    assertThat(written(rows).replace("-999.0", "-999"))
        .isEqualTo("size,y\n1.5,0\n-999,1\n-999,0\n-999,1\n2.5,1\n");
  }

  @Test
  void levelsThatSayNothingStayLevels() throws IOException {
    LabelledTable rows = read("own.csv", "name,y\nNone,0\nunknown,1\n,0\nad,1\nNone,1\n");
    assertThat(rows.features().cells("name").missingCount()).isEqualTo(1);
    assertThat(written(rows)).isEqualTo("name,y\nNone,0\nunknown,1\n,0\nad,1\nNone,1\n");
  }

  @Test
  void plainRowsHaveCommasAndEmptyCells() throws IOException {
    LabelledTable rows = read("own.csv", "size;name;y\n1,5;\"x\";0\nNA;\"y\";1\n2,5;\"x\";1\n");
    assertThat(written(rows.plain())).isEqualTo("size,name,y\n1.5,x,0\n,y,1\n2.5,x,1\n");
  }
}
