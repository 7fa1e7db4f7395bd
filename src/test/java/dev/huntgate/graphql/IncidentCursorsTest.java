package dev.huntgate.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.IncidentContent;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentPosition;
import dev.huntgate.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentCursorsTest {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ é";
  private static final IncidentPosition POSITION =
      new IncidentPosition(Instant.parse("2026-03-01T09:30:00.123456789Z"), "924565", null);

  private final IncidentCursors cursors =
      new IncidentCursors(Tenant.DEFAULT, IncidentOrder.CREATED, IncidentFilter.ALL);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void roundTrips_whateverThePosition(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      IncidentPosition position =
          new IncidentPosition(
              time(random), id(random), random.nextBoolean() ? time(random) : null);
      assertEquals(position, cursors.decode(cursors.encode(position)));
    }
  }

  @Test
  void refuses_whenAnyCharacterIsChanged() {
    String cursor = cursors.encode(POSITION);
    for (int at = 0; at < cursor.length(); at++) {
      for (char other : ALPHABET.toCharArray()) {
        if (other != cursor.charAt(at)) {
          refuses(cursors, cursor.substring(0, at) + other + cursor.substring(at + 1));
        }
      }
    }
  }

  @Test
  void refuses_whenCutOrExtended() {
    String cursor = cursors.encode(POSITION);
    for (int length = 0; length < cursor.length(); length++) {
      refuses(cursors, cursor.substring(0, length));
      refuses(cursors, cursor + cursor.substring(0, length + 1));
    }
    refuses(cursors, cursor + "=");
    refuses(cursors, "A".repeat(1_000_000));
  }

  @Test
  void refuses_whenOrderFilterOrTenantIsAnother() {
    String cursor = cursors.encode(POSITION);
    IncidentFilter high =
        new IncidentFilter(
            List.of(Severity.HIGH), List.of(), List.of(), List.of(), null, null, null, null, null);
    IncidentFilter unassigned =
        new IncidentFilter(List.of(), List.of(), List.of(), List.of(), "", null, null, null, null);
    refuses(new IncidentCursors(Tenant.DEFAULT, IncidentOrder.UPDATED, IncidentFilter.ALL), cursor);
    refuses(new IncidentCursors(Tenant.DEFAULT, IncidentOrder.CREATED, high), cursor);
    refuses(new IncidentCursors(Tenant.DEFAULT, IncidentOrder.CREATED, unassigned), cursor);
    for (IncidentContent content :
        List.of(
            new IncidentContent(List.of("a"), List.of(), List.of(), null),
            new IncidentContent(List.of(), List.of("a"), List.of(), null),
            new IncidentContent(List.of(), List.of(), List.of("a"), null),
            new IncidentContent(List.of(), List.of(), List.of(), "a"))) {
      IncidentFilter within =
          new IncidentFilter(
              List.of(), List.of(), List.of(), List.of(), null, null, null, null, null, content);
      refuses(new IncidentCursors(Tenant.DEFAULT, IncidentOrder.CREATED, within), cursor);
    }
    refuses(
        new IncidentCursors(Tenant.named("other"), IncidentOrder.CREATED, IncidentFilter.ALL),
        cursor);
  }

  @Test
  void refuses_whenItIsACursorOfRows() {
    refuses(cursors, new RowCursor("result", "digest", 10).encode(Tenant.DEFAULT));
  }

  private static void refuses(IncidentCursors list, String cursor) {
    FailureException refusal =
        assertThrows(FailureException.class, () -> list.decode(cursor), cursor);
    assertEquals(InvalidArgument.class, refusal.failure().getClass());
    assertEquals("after", refusal.failure().argument());
  }

  private static Instant time(Random random) {
    return Instant.ofEpochSecond(random.nextLong(0, 253_402_300_800L), random.nextInt(1 << 29));
  }

  private static String id(Random random) {
    return random
        .ints(random.nextInt(65), 0, Character.MIN_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
