package dev.synth.internal.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.XgboostOptions;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Threshold;
import dev.synth.internal.base.Json;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.BundleFacts;
import dev.synth.internal.bundle.BundleWriter;
import dev.synth.internal.bundle.Calibration;
import dev.synth.internal.bundle.Contract;
import dev.synth.internal.bundle.ReferenceMaker;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.DataOptions;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A model of simulated cards, its rows, and what it takes to ask a server for their scores. */
final class Cards {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Cards() {}

  static Bundle bundle(int trees, double threshold, Table table) {
    BitSet rare = new BitSet();
    Cells.Numbers amounts = (Cells.Numbers) table.cells("amount");
    for (int row = 0; row < table.rowCount(); row++) {
      rare.set(row, !amounts.isMissing(row) && amounts.value(row) > 1);
    }
    Label label = new Label("fraud", "1", "0", 4);
    LabelledTable labelled = new LabelledTable(table, rare, label);
    Classifier classifier =
        Classifiers.trainer(XgboostOptions.defaults().withTrees(trees))
            .fit(Training.whole(labelled).unaugmented(), ClassWeighting.NONE, Context.quiet(1));
    ScoredRows scored = ScoredRows.of(classifier, labelled);
    return new Bundle(
        "v" + trees,
        new BundleFacts(
            "cards",
            "none",
            null,
            null,
            "xgboost",
            new Threshold(threshold, "fixed", null),
            "fixed",
            "platt",
            400,
            60,
            0,
            new BundleFacts.OutOfFold(1, 400, 60, 0.5, 0.5, 0.5, 10),
            List.of()),
        Contract.of(table, table.schema(), label, DataOptions.of("rows", "fraud", "1")),
        Calibration.learn(scored),
        classifier);
  }

  static void write(Path target, int trees, double threshold) {
    Table table = table(1, 400);
    Bundle bundle = bundle(trees, threshold, table);
    BitSet rare = new BitSet();
    rare.set(0);
    BundleWriter.write(
        target,
        bundle,
        new BundleWriter.Beside(
            ReferenceMaker.of(
                new LabelledTable(table, rare, new Label("fraud", "1", "0", 0)),
                new ReferenceMaker.OutOfFold(
                    new LabelledTable(
                        table.rows(new int[] {0, 1}), rare, new Label("fraud", "1", "0", 0)),
                    new double[] {1, 0},
                    threshold),
                new ReferenceMaker.UnseenScores(new double[] {1, 0}, null),
                null),
            Map.of(),
            "name: cards\n"));
  }

  /** Numbers with holes, levels, a yes or no, and times. */
  static Table table(int seed, int count) {
    RandomStream stream = new Seeds(seed).stream("rows");
    double[] amounts = new double[count];
    BitSet none = new BitSet();
    String[] channels = new String[count];
    @Nullable String[] flags = new @Nullable String[count];
    long[] times = new long[count];
    for (int row = 0; row < count; row++) {
      amounts[row] = stream.nextGaussian();
      none.set(row, stream.nextDouble() < 0.1);
      channels[row] = List.of("web", "shop", "phone").get(stream.nextInt(3));
      flags[row] = stream.nextDouble() < 0.1 ? null : String.valueOf(stream.nextDouble() < 0.5);
      times[row] = 1_700_000_000_000_000L + stream.nextInt(1_000_000) * 1_000_000L;
    }
    return new Table(
        new Schema(
            List.of(
                new Column("amount", ColumnType.Numeric.UNBOUNDED),
                new Column("channel", new ColumnType.Categorical()),
                new Column("known", new ColumnType.Categorical()),
                new Column("time", new ColumnType.Timestamp(false)))),
        List.of(
            new Cells.Numbers(amounts, none),
            Cells.Levels.of(Arrays.asList(channels)),
            Cells.Levels.of(Arrays.asList(flags)),
            new Cells.Instants(times, new BitSet())));
  }

  static HttpResponse<String> send(int port, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!body.isEmpty()) {
      request.POST(HttpRequest.BodyPublishers.ofString(body));
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return Json.mapper().readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String records(String rows) {
    return "{\"dataframe_records\":[" + rows + "]}";
  }

  static CompletableFuture<HttpResponse<String>> later(int port, String body) {
    return CLIENT.sendAsync(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/invocations"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static String oneRow() {
    return records(
        "{\"amount\":1,\"channel\":\"web\",\"known\":null,\"time\":\"2024-01-31 10:00:00\"}");
  }
}
