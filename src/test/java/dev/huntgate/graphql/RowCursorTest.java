package dev.huntgate.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentPosition;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowCursorTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void roundTrips_whateverThePlace(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      RowCursor cursor = new RowCursor(ResultCache.newId(), "view " + i, random.nextInt(100_001));
      assertEquals(cursor, RowCursor.decode(Tenant.DEFAULT, cursor.encode(Tenant.DEFAULT)));
    }
  }

  @Test
  void refuses_whenAnyCharacterIsChanged() {
    String cursor = new RowCursor(ResultCache.newId(), "digest", 7).encode(Tenant.DEFAULT);
    for (int at = 0; at < cursor.length(); at++) {
      char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
      refuses(Tenant.DEFAULT, cursor.substring(0, at) + other + cursor.substring(at + 1));
    }
  }

  @Test
  void refuses_whenItIsOfAnotherTenantOrList() {
    refuses(Tenant.named("other"), new RowCursor("id", "digest", 7).encode(Tenant.DEFAULT));
    refuses(
        Tenant.DEFAULT,
        new IncidentCursors(Tenant.DEFAULT, IncidentOrder.CREATED, IncidentFilter.ALL)
            .encode(new IncidentPosition(Instant.EPOCH, "1", null)));
  }

  private static void refuses(Tenant tenant, String cursor) {
    FailureException refusal =
        assertThrows(FailureException.class, () -> RowCursor.decode(tenant, cursor), cursor);
    assertEquals(FailureCode.INVALID_ARGUMENT, refusal.failure().code());
  }
}
