package dev.huntgate.wiring;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.huntgate.SettableClock;
import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.BudgetConfig;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.budget.Budgets;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Spending;
import dev.huntgate.budget.Standing;
import dev.huntgate.budget.Terms;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.CachingForTests;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.Sharing;
import dev.huntgate.incident.CachingIncidents;
import dev.huntgate.incident.IncidentCache;
import dev.huntgate.incident.IncidentWork;
import dev.huntgate.incident.Incidents;
import dev.huntgate.upstream.Connection;
import dev.huntgate.upstream.Connections;
import dev.huntgate.upstream.ConnectionsForTests;
import dev.huntgate.upstream.Credentials.ClientSecret;
import dev.huntgate.upstream.LimitsConfig;
import dev.huntgate.upstream.Upstream;
import dev.huntgate.upstream.UpstreamFamily;
import io.quarkus.oidc.client.OidcClients;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Both pipelines as they are wired, over an upstream whose answers a test decides.
 *
 * <p>Each tenant's upstream begins at a path of the tenant's name. The ledger goes by a clock that
 * the test puts forward, and tells how many calls it was asked to admit.
 */
final class WiredChains implements AutoCloseable {

  static final String INCIDENTS = "/security/incidents";
  static final String HUNT = "/security/runHuntingQuery";
  static final String EMPTY_RESULT =
      "{\"schema\": [{\"name\": \"A\", \"type\": \"Int64\"}], \"results\": []}";

  private static final String TOKEN =
      "{\"token_type\": \"Bearer\", \"expires_in\": 3599, \"access_token\": \"token\"}";

  final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options().dynamicPort().gzipDisabled(true).containerThreads(40));
  final SettableClock clock = new SettableClock();
  final AtomicInteger admissionsAsked = new AtomicInteger();
  final Incidents incidents;
  final IncidentWork work;
  final Hunts hunts;

  private final OidcClients clients;
  private final LimitsConfig limits;
  private final String address;

  /**
   * @param timeout for each call
   * @param atOnce how many calls of a kind may run at the same time for one tenant
   */
  WiredChains(OidcClients clients, BudgetPreset preset, Duration timeout, int atOnce) {
    this(clients, preset, timeout, atOnce, CachingIncidents.off());
  }

  WiredChains(
      OidcClients clients,
      BudgetPreset preset,
      Duration timeout,
      int atOnce,
      IncidentCache incidentCache) {
    this(clients, preset, timeout, atOnce, incidentCache, UnaryOperator.identity());
  }

  /**
   * @param way by which address the server's is reached
   */
  WiredChains(
      OidcClients clients,
      BudgetPreset preset,
      Duration timeout,
      int atOnce,
      IncidentCache incidentCache,
      UnaryOperator<String> way) {
    this.clients = clients;
    this.limits = new Limits(timeout);
    server.start();
    this.address = way.apply(server.baseUrl());
    server.stubFor(post(urlPathMatching(".*/token")).willReturn(okJson(TOKEN)));
    UpstreamSources upstream = new UpstreamSources(tenant -> Optional.of(upstream(tenant)));
    BudgetConfig budget = budget(preset);
    Ledger ledger =
        counting(
            new InMemoryLedger(
                tenant -> Budgets.pools(budget, tenant),
                Budgets.rules(budget, 1),
                clock,
                new WorkerAlarm()));
    Resilience resilience = new Resilience(atOnce, atOnce);
    CacheConfig caching = CachingForTests.keeping(1 << 20, Duration.ofMinutes(5));
    Chains chains = new Chains();
    incidents =
        chains.incidents(
            upstream, ledger, budget, incidentCache, limits, resilience, Tracing.off(), clock);
    work = chains.incidentWork(incidents, Audit.NONE);
    hunts =
        chains.hunts(
            upstream,
            ledger,
            new RunningTimes(budget.unknownHunt()),
            new Spending(),
            new ResultCache(caching, CacheEvents.UNWATCHED, System::nanoTime),
            caching,
            CacheEvents.UNWATCHED,
            Audit.NONE,
            limits,
            resilience,
            Sharing.NONE,
            Tracing.off(),
            clock);
  }

  /** Answers every call of this tenant to this path alike. */
  void answer(Tenant tenant, String path, ResponseDefinitionBuilder answer) {
    server.stubFor(any(urlPathMatching("/" + tenant + path)).willReturn(answer));
  }

  void answer(Tenant tenant, String path, int status) {
    answer(tenant, path, aResponse().withStatus(status));
  }

  /** How many calls of this tenant arrived under this path. */
  int calls(Tenant tenant, String path) {
    return server.findAll(anyRequestedFor(anyUrl())).stream()
        .map(LoggedRequest::getUrl)
        .filter(url -> url.startsWith("/" + tenant + path))
        .toList()
        .size();
  }

  static Failure failure(Uni<?> call) {
    return assertThrows(FailureException.class, () -> await(call)).failure();
  }

  static <T> T await(Uni<T> call) {
    return call.await().atMost(Duration.ofSeconds(20));
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Runs a hunt for a caller who does not wait for the budget. */
  Uni<Hunt> hunt(Tenant tenant, String kql) {
    return hunts.run(
        HuntRequest.of(
            kql, null, new Terms(Caller.anonymous(tenant), Priority.INTERACTIVE, Duration.ZERO)));
  }

  /** The budget's settings as an operator would get them who sets nothing but the preset. */
  private static BudgetConfig budget(BudgetPreset preset) {
    return new SmallRyeConfigBuilder()
        .withMapping(BudgetConfig.class)
        .withSources(
            new PropertiesConfigSource(
                Map.of(
                    "huntgate.budget.preset",
                    preset.name(),
                    "huntgate.budget.incident-wait",
                    "PT0S"),
                "test",
                100))
        .build()
        .getConfigMapping(BudgetConfig.class);
  }

  private Ledger counting(Ledger ledger) {
    return new Ledger() {
      @Override
      public Uni<Admission> admit(Tenant tenant, Ask ask) {
        admissionsAsked.incrementAndGet();
        return ledger.admit(tenant, ask);
      }

      @Override
      public Uni<Instant> expected(Tenant tenant, Ask ask) {
        return ledger.expected(tenant, ask);
      }

      @Override
      public Uni<List<Standing>> standing(Tenant tenant) {
        return ledger.standing(tenant);
      }
    };
  }

  private Upstream upstream(Tenant tenant) {
    Connection like =
        ConnectionsForTests.connection(
            UpstreamFamily.GRAPH,
            server.baseUrl(),
            Connections.limits(limits),
            new ClientSecret("s3cret"));
    Connection connection =
        new Connection(
            tenant,
            like.family(),
            like.directoryId(),
            like.clientId(),
            like.credentials(),
            URI.create(address + "/" + tenant),
            like.tokenUri(),
            like.scope(),
            like.portalUri(),
            like.limits());
    return new Upstream(connection, clients, Clock.systemUTC());
  }

  private record Limits(Duration timeout) implements LimitsConfig {
    @Override
    public Duration connectTimeout() {
      return Duration.ofSeconds(2);
    }

    @Override
    public Duration incidentTimeout() {
      return timeout;
    }

    @Override
    public Duration huntTimeout() {
      return timeout;
    }

    @Override
    public long maxResponseBytes() {
      return 1 << 20;
    }
  }

  private record Resilience(int incidents, int hunts) implements ResilienceConfig {}
}
