package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.SandboxConfig;
import dev.huntgate.sandbox.engine.HuntCost;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where every call to either family shows its token and is counted. */
@Singleton
final class Desk {

  private record Counter(ApiFamily family, String tenant) {}

  private final SandboxConfig config;
  private final TokenIssuer tokens;
  private final Conditions conditions;
  private final Clock clock;
  private final Map<Counter, CallLimits> limits = new ConcurrentHashMap<>();

  @Inject
  Desk(SandboxConfig config, TokenIssuer tokens, Conditions conditions, Clock clock) {
    this.config = config;
    this.tokens = tokens;
    this.conditions = conditions;
    this.clock = clock;
  }

  /** Lets a call in and returns its tenant, or throws a {@link Refusal}. */
  String admit(ApiFamily family, Operation operation, HttpHeaders headers) {
    Conditions.sleep(conditions.latency().answers());
    String tenant =
        tokens
            .tenant(headers.getHeaderString(HttpHeaders.AUTHORIZATION), family)
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.Reason.NOT_AUTHENTICATED,
                        "The access token is missing, expired, or meant for another audience."));
    limits(family, tenant).enter(operation, clock.instant());
    conditions.check(operation, headers.getHeaderString(Fault.HEADER));
    return tenant;
  }

  void spend(ApiFamily family, String tenant, HuntCost cost) {
    limits(family, tenant).spend(clock.instant(), cost);
  }

  private CallLimits limits(ApiFamily family, String tenant) {
    return limits.computeIfAbsent(
        new Counter(family, tenant),
        unseen -> new CallLimits(config.limits(), config.alignment(), config.cpu()));
  }
}
