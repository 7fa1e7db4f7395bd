package dev.huntgate.shared.jobs;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Terms;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.JobState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is written into the store: what never changes of it, as JSON with the version of this
 * form, and apart from that its {@linkplain StateText state}.
 */
final class JobText {

  /** The version of the form of jobs and states; what has another is left alone. */
  static final int VERSION = 1;

  private static final Logger LOG = Logger.getLogger(JobText.class);

  private JobText() {}

  /** Writes what never changes of a job. */
  static String write(HuntJob job) {
    HuntRequest request = job.request();
    Terms terms = request.terms();
    JsonArray permissions = new JsonArray();
    terms.caller().permissions().forEach(permission -> permissions.add(permission.name()));
    Duration maxAge = request.maxAge();
    return new JsonObject()
        .put("v", VERSION)
        .put("createdAt", job.createdAt().toString())
        .put("kql", request.kql())
        .put("timespan", request.timespan())
        .put("maxAge", maxAge == null ? null : maxAge.toString())
        .put("maySpend", request.maySpend())
        .put("savedHunt", request.savedHunt())
        .put("caller", terms.caller().name())
        .put("permissions", permissions)
        .put("priority", terms.priority().name())
        .put("maxWait", terms.maxWait().toString())
        .encode();
  }

  /** Reads a tenant's job and its state; empty when they cannot be read. */
  static Optional<HuntJob> read(Tenant tenant, String id, String text, String state) {
    try {
      JsonObject json = new JsonObject(text);
      if (json.getInteger("v", 0) != VERSION) {
        return Optional.empty();
      }
      JobState known = StateText.read(state);
      return Optional.of(
          new HuntJob(id, request(tenant, json), Instant.parse(word(json, "createdAt")), known));
    } catch (RuntimeException damaged) {
      LOG.debugf("A job in Redis cannot be read: %s", damaged.getMessage());
      return Optional.empty();
    }
  }

  /** Whether a text has another version than this, and is for others to read. */
  static boolean isOfAnotherVersion(String text) {
    try {
      Integer version = new JsonObject(text).getInteger("v");
      return version != null && version != VERSION;
    } catch (RuntimeException damaged) {
      return false;
    }
  }

  private static HuntRequest request(Tenant tenant, JsonObject json) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    json.getJsonArray("permissions")
        .forEach(name -> permissions.add(Permission.valueOf(String.valueOf(name))));
    Terms terms =
        new Terms(
            new Caller(word(json, "caller"), tenant, permissions),
            Priority.valueOf(word(json, "priority")),
            Duration.parse(word(json, "maxWait")));
    String maxAge = json.getString("maxAge");
    return new HuntRequest(
        word(json, "kql"),
        json.getString("timespan"),
        maxAge == null ? null : Duration.parse(maxAge),
        terms,
        json.getBoolean("maySpend"),
        json.getString("savedHunt"));
  }

  /** A text that has to be there. */
  static String word(JsonObject json, String name) {
    return Objects.requireNonNull(json.getString(name), name);
  }

  /** A time that may be missing. */
  static @Nullable Instant time(JsonObject json, String name) throws DateTimeParseException {
    String text = json.getString(name);
    return text == null ? null : Instant.parse(text);
  }
}
