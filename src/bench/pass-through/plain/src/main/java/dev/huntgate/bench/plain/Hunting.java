package dev.huntgate.bench.plain;

import io.smallrye.mutiny.Uni;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Hunts as a service gives them that is written as the guides do: nothing is kept or counted. */
@GraphQLApi
public class Hunting {

  private final Upstream upstream;

  Hunting(@RestClient Upstream upstream) {
    this.upstream = upstream;
  }

  /** A hunt's result, with the columns under their own type. */
  @Name("HuntResult")
  public record Result(
      int rowCount, List<Upstream.Column> columns, Cache cache, @Ignore Upstream.Answer answer) {}

  /** Where a result came from. */
  @Name("Cache")
  public record Cache(boolean hit) {}

  /** A page of rows. */
  @Name("RowConnection")
  public record Rows(List<JsonArray> nodes, PageInfo pageInfo) {}

  /** Runs a hunt. */
  @Query
  public Uni<Result> hunt(@NonNull String kql) {
    return upstream
        .hunt("Bearer x", new Upstream.Ask(kql))
        .map(
            answer ->
                new Result(answer.results().size(), answer.schema(), new Cache(false), answer));
  }

  /** The first of a result's rows. */
  public Rows rows(@Source Result hunt, @DefaultValue("100") int first) {
    Upstream.Answer answer = hunt.answer();
    int most = Math.min(first, hunt.rowCount());
    List<JsonArray> rows =
        answer.results().subList(0, most).stream().map(row -> row(answer.schema(), row)).toList();
    return new Rows(rows, new PageInfo(most < hunt.rowCount(), Integer.toString(most)));
  }

  private static JsonArray row(List<Upstream.Column> columns, Map<String, Object> values) {
    JsonArrayBuilder row = Json.createArrayBuilder();
    for (Upstream.Column column : columns) {
      Object value = values.get(column.name());
      if (value == null) {
        row.addNull();
      } else if (value instanceof Boolean flag) {
        row.add(flag);
      } else if (value instanceof Integer || value instanceof Long) {
        row.add(((Number) value).longValue());
      } else if (value instanceof Number real) {
        row.add(real.doubleValue());
      } else {
        row.add(value.toString());
      }
    }
    return row.build();
  }
}
