package dev.huntgate.wiring;

import dev.huntgate.access.Tenant;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentBatch;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentListing;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.upstream.TokenState;
import dev.huntgate.upstream.Upstream;
import dev.huntgate.upstream.defender.DefenderHunting;
import dev.huntgate.upstream.defender.DefenderIncidents;
import dev.huntgate.upstream.graph.GraphHunting;
import dev.huntgate.upstream.graph.GraphIncidents;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every tenant's upstream behind the two ports; a tenant's clients are made when first needed. */
public final class UpstreamSources implements IncidentSource, HuntingSource {

  private record Sources(Upstream upstream, IncidentSource incidents, HuntingSource hunting) {}

  private final Function<Tenant, Optional<Upstream>> upstreams;
  private final Map<Tenant, Sources> sources = new ConcurrentHashMap<>();

  /**
   * @param upstreams a tenant's upstream, empty for a tenant that is not configured
   */
  public UpstreamSources(Function<Tenant, Optional<Upstream>> upstreams) {
    this.upstreams = upstreams;
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    return of(tenant).incidents().list(tenant, listing);
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return of(tenant).incidents().get(tenant, id, withAlerts);
  }

  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return of(tenant).incidents().steps(tenant, change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    return of(tenant).incidents().update(tenant, id, step);
  }

  @Override
  public Uni<HuntAnswer> run(Tenant tenant, HuntQuery query) {
    return of(tenant).hunting().run(tenant, query);
  }

  /** For how many tenants tokens stand how, of those that were asked for. */
  Map<TokenState, Long> tokens() {
    return sources.values().stream()
        .collect(Collectors.groupingBy(each -> each.upstream().token(), Collectors.counting()));
  }

  private Sources of(Tenant tenant) {
    return sources.computeIfAbsent(tenant, this::connect);
  }

  private Sources connect(Tenant tenant) {
    Upstream upstream =
        upstreams
            .apply(tenant)
            .orElseThrow(
                () -> new IllegalStateException("Tenant " + tenant + " is not configured"));
    return switch (upstream.connection().family()) {
      case GRAPH -> new Sources(upstream, new GraphIncidents(upstream), new GraphHunting(upstream));
      case DEFENDER ->
          new Sources(upstream, new DefenderIncidents(upstream), new DefenderHunting(upstream));
    };
  }
}
