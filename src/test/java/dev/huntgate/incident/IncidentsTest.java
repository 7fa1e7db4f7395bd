package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may read incidents, and for whom they are read. */
class IncidentsTest {

  private static final IncidentQuery QUERY =
      new IncidentQuery(IncidentOrder.CREATED, IncidentFilter.ALL, 10, null, false);

  private final List<String> asked = new ArrayList<>();
  private final Incidents incidents = new Incidents(Source::new);

  private final class Source implements IncidentSource {

    private final Caller caller;

    Source(Caller caller) {
      this.caller = caller;
    }

    @Override
    public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
      asked.add(caller.name() + " of " + tenant);
      return Uni.createFrom().item(new IncidentBatch(List.of(), false, true));
    }

    @Override
    public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
      asked.add(caller.name() + " of " + tenant);
      return Uni.createFrom().item(IncidentsForTests.incident(id, Instant.EPOCH, Instant.EPOCH));
    }

    @Override
    public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
      return List.of(change);
    }

    @Override
    public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
      throw new UnsupportedOperationException();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Permission.class, names = "INCIDENTS_READ", mode = EnumSource.Mode.EXCLUDE)
  void refusesToRead_whoMayDoOnlySomethingElse(Permission held) {
    Caller caller = CallersForTests.with(held);

    assertForbidden(() -> incidents.page(caller, QUERY));
    assertForbidden(() -> incidents.find(caller, "1", false));

    assertEquals(List.of(), asked);
  }

  @Test
  void readsInTheNameAndTenantOfTheCaller() {
    Set<Permission> reading = Set.of(Permission.INCIDENTS_READ);
    Caller caller = new Caller("alice", new Tenant("acme"), reading);

    incidents.page(caller, QUERY).await().indefinitely();
    incidents.find(caller, "1", false).await().indefinitely();

    assertEquals(List.of("alice of acme", "alice of acme"), asked);
  }

  private static void assertForbidden(Executable call) {
    assertInstanceOf(Failure.Forbidden.class, assertThrows(FailureException.class, call).failure());
  }
}
