package dev.huntgate.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.huntgate.audit.AuditEvent.Changed;
import dev.huntgate.audit.AuditEvent.Exported;
import dev.huntgate.audit.AuditEvent.Found;
import dev.huntgate.audit.AuditEvent.Hunted;
import dev.huntgate.audit.AuditEvent.Query;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as a JSON object in one line, whose members' names stay.
 *
 * <p>Members that say nothing are left out. Text of callers' own is cut, but for queries, whose
 * length has a limit already.
 */
final class AuditLine {

  private static final int LONGEST_TEXT = 256;
  private static final int USUAL_CHARS = 400;
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().characterEscapes(new VisibleText()).build();

  private final boolean withText;

  /**
   * @param withText whether a query's text is written
   */
  AuditLine(boolean withText) {
    this.withText = withText;
  }

  String of(AuditEvent event, Instant time) {
    StringWriter out = new StringWriter(USUAL_CHARS);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
      json.writeStringField("event", event.name());
      json.writeStringField("outcome", event.failure() == null ? "OK" : event.failure().name());
      text(json, "caller", event.caller().name());
      json.writeStringField("tenant", event.caller().tenant().name());
      if (event instanceof Hunted hunted) {
        hunted(json, hunted);
      } else if (event instanceof Exported exported) {
        exported(json, exported);
      } else if (event instanceof Changed changed) {
        changed(json, changed);
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private void hunted(JsonGenerator json, Hunted event) throws IOException {
    query(json, event.query());
    text(json, "savedHunt", event.savedHunt());
    text(json, "job", event.job());
    Found found = event.found();
    if (found != null) {
      json.writeBooleanField("fromCache", found.fromCache());
      json.writeStringField("origin", found.origin());
      json.writeNumberField("rows", found.rows());
      json.writeNumberField("runningTimeMs", found.runningTime().toMillis());
    }
  }

  private void exported(JsonGenerator json, Exported event) throws IOException {
    query(json, event.query());
    text(json, "format", event.format());
    json.writeBooleanField("byLink", event.byLink());
    json.writeNumberField("rows", event.rows());
  }

  private static void changed(JsonGenerator json, Changed event) throws IOException {
    text(json, "incident", event.incident());
    if (event.incident() == null) {
      json.writeNumberField("incidents", event.incidents());
    }
    json.writeArrayFieldStart("fields");
    for (String field : event.fields()) {
      json.writeString(field);
    }
    json.writeEndArray();
  }

  private void query(JsonGenerator json, @Nullable Query query) throws IOException {
    if (query == null) {
      return;
    }
    json.writeStringField("query", query.hash());
    if (withText) {
      json.writeStringField("kql", query.text());
    }
    text(json, "timespan", query.timespan());
  }

  private static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(
          name, value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT) + "…");
    }
  }
}
