package dev.huntgate.shared.results;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.Kept;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.result.Result;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All of a shared result but its rows.
 *
 * @param groups where its rows are
 */
record ResultHead(
    String id,
    ResultKey key,
    List<String> warnings,
    Duration runningTime,
    Instant storedAt,
    Instant freshUntil,
    RowGroups groups)
    implements Kept {

  private static final int VERSION = 2;

  static ResultHead of(StoredResult stored, RowGroups groups) {
    return new ResultHead(
        stored.id(),
        stored.key(),
        stored.warnings(),
        stored.runningTime(),
        stored.storedAt(),
        stored.freshUntil(),
        groups);
  }

  /** The result with these rows. */
  StoredResult with(Result result) {
    return new StoredResult(id, key, result, warnings, runningTime, storedAt, freshUntil);
  }

  String encode() {
    return new JsonObject()
        .put("version", VERSION)
        .put("kql", key.kql().text())
        .put("timespan", key.timespan())
        .put("warnings", new JsonArray(warnings))
        .put("runningTime", runningTime.toString())
        .put("storedAt", storedAt.toString())
        .put("freshUntil", freshUntil.toString())
        .put("rows", groups.rowCount())
        .put("groupRows", groups.groupRows())
        .put("lengths", new JsonArray(groups.lengths()))
        .encode();
  }

  /** Reads a head; nothing where it is of another version, or damaged. */
  static Optional<ResultHead> read(Tenant tenant, String id, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      JsonObject json = new JsonObject(text);
      if (json.getInteger("version") != VERSION) {
        return Optional.empty();
      }
      List<String> warnings = new ArrayList<>();
      json.getJsonArray("warnings").forEach(warning -> warnings.add((String) warning));
      ResultHead head =
          new ResultHead(
              id,
              new ResultKey(
                  tenant, CanonicalKql.of(json.getString("kql")), json.getString("timespan")),
              List.copyOf(warnings),
              Duration.parse(json.getString("runningTime")),
              Instant.parse(json.getString("storedAt")),
              Instant.parse(json.getString("freshUntil")),
              groups(json));
      return Optional.of(head).filter(read -> read.groups().isSound());
    } catch (RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static RowGroups groups(JsonObject json) {
    List<Integer> lengths = new ArrayList<>();
    json.getJsonArray("lengths").forEach(length -> lengths.add((Integer) length));
    return new RowGroups(json.getInteger("rows"), json.getInteger("groupRows"), lengths);
  }
}
