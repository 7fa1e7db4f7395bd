package dev.huntgate.wiring;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The environment variables that are settings of Huntgate. */
final class KnownSettings {

  private static final String PREFIX = "HUNTGATE_";
  private static final Pattern TENANT =
      Pattern.compile(
          "HUNTGATE_TENANTS_[A-Z0-9]+_(TENANT_ID|CLIENT_ID|CLIENT_SECRET(_FILE)?|CERTIFICATE_FILE"
              + "|CERTIFICATE_PASSWORD|FEDERATED_TOKEN_FILE|UPSTREAM|CLOUD|BASE_URL|LOGIN_URL|SCOPE"
              + "|PLAIN_HTTP|PORTAL_URL|CACHE_SHARE)"
              + "|HUNTGATE_BUDGET_TENANTS_[A-Z0-9]+_(INCIDENTS|HUNTING)");

  private static final Set<String> NAMES =
      Set.of(
          "HUNTGATE_UPSTREAM",
          "HUNTGATE_SANDBOX",
          "HUNTGATE_SANDBOX_LIMITS",
          "HUNTGATE_SANDBOX_ALIGNMENT",
          "HUNTGATE_SANDBOX_CPU",
          "HUNTGATE_SANDBOX_LATENCY",
          "HUNTGATE_SANDBOX_HUNT_LATENCY",
          "HUNTGATE_SANDBOX_HUNT_TIMEOUT",
          "HUNTGATE_SANDBOX_RESULT_BYTES",
          "HUNTGATE_SANDBOX_MEMORY",
          "HUNTGATE_SANDBOX_ROWS",
          "HUNTGATE_SANDBOX_DEFENDER_ORDER",
          "HUNTGATE_SANDBOX_SEED",
          "HUNTGATE_SANDBOX_INCIDENTS",
          "HUNTGATE_AUTH",
          "HUNTGATE_AUTH_ISSUER",
          "HUNTGATE_AUTH_AUDIENCE",
          "HUNTGATE_AUTH_JWKS",
          "HUNTGATE_AUTH_PUBLIC_KEY",
          "HUNTGATE_AUTH_LEEWAY",
          "HUNTGATE_AUTH_NAME_CLAIM",
          "HUNTGATE_AUTH_TENANT_CLAIM",
          "HUNTGATE_AUTH_TENANT_HEADER",
          "HUNTGATE_AUTH_ROLES_CLAIMS",
          "HUNTGATE_AUTH_ROLES_INCIDENTS_READ",
          "HUNTGATE_AUTH_ROLES_INCIDENTS_WRITE",
          "HUNTGATE_AUTH_ROLES_HUNTING_SAVED",
          "HUNTGATE_AUTH_ROLES_HUNTING_ADHOC",
          "HUNTGATE_AUTH_ROLES_EXPORT",
          "HUNTGATE_AUTH_ROLES_ADMIN",
          "HUNTGATE_AUDIT_TEXT",
          "HUNTGATE_AUDIT_READS",
          "HUNTGATE_AUDIT_FILE",
          "HUNTGATE_LIMITS_CONNECT_TIMEOUT",
          "HUNTGATE_LIMITS_INCIDENT_TIMEOUT",
          "HUNTGATE_LIMITS_HUNT_TIMEOUT",
          "HUNTGATE_LIMITS_MAX_RESPONSE_BYTES",
          "HUNTGATE_CONCURRENCY_INCIDENTS",
          "HUNTGATE_CONCURRENCY_HUNTS",
          "HUNTGATE_BUDGET_PRESET",
          "HUNTGATE_BUDGET_INCIDENTS",
          "HUNTGATE_BUDGET_HUNTING",
          "HUNTGATE_BUDGET_GUARD",
          "HUNTGATE_BUDGET_HEADROOM",
          "HUNTGATE_BUDGET_OPENING",
          "HUNTGATE_BUDGET_LONGEST_QUEUE",
          "HUNTGATE_BUDGET_BACKGROUND_AT_MOST",
          "HUNTGATE_BUDGET_BACKGROUND_OWED",
          "HUNTGATE_BUDGET_UNKNOWN_HUNT",
          "HUNTGATE_BUDGET_HUNT_WAIT",
          "HUNTGATE_BUDGET_INCIDENT_WAIT",
          "HUNTGATE_CACHE_MAX_BYTES",
          "HUNTGATE_CACHE_FRESHNESS_SHARE",
          "HUNTGATE_CACHE_FRESHNESS_LEAST",
          "HUNTGATE_CACHE_FRESHNESS_MOST",
          "HUNTGATE_CACHE_KEEP_STALE",
          "HUNTGATE_CACHE_REFRESH_ABOVE",
          "HUNTGATE_CACHE_INCIDENTS_MAX_BYTES",
          "HUNTGATE_CACHE_INCIDENTS_LISTS",
          "HUNTGATE_CACHE_INCIDENTS_SINGLES",
          "HUNTGATE_INCIDENTS_INDEX_MAX_BYTES",
          "HUNTGATE_INCIDENTS_WATCH_EVERY",
          "HUNTGATE_DOCUMENTS_MANIFEST",
          "HUNTGATE_DOCUMENTS_ONLY",
          "HUNTGATE_GRAPHIQL_ENABLED",
          "HUNTGATE_GRAPHQL_INTROSPECTION",
          "HUNTGATE_GRAPHQL_MAX_ALIASES",
          "HUNTGATE_GRAPHQL_MAX_DEPTH",
          "HUNTGATE_GRAPHQL_MAX_DIRECTIVES",
          "HUNTGATE_GRAPHQL_MAX_FIELDS",
          "HUNTGATE_GRAPHQL_MAX_HUNTS",
          "HUNTGATE_GRAPHQL_MAX_LIST_ITEMS",
          "HUNTGATE_GRAPHQL_MAX_ROOT_FIELDS",
          "HUNTGATE_GRAPHQL_TIMEOUT",
          "HUNTGATE_JOBS_KEEP",
          "HUNTGATE_JOBS_MOST",
          "HUNTGATE_JOBS_MAX_WAIT",
          "HUNTGATE_JOBS_WATCH_EVERY",
          "HUNTGATE_JOBS_ANSWER_WITHIN",
          "HUNTGATE_SAVED_HUNTS_FOLDER",
          "HUNTGATE_SAVED_HUNTS_CHECK_EVERY",
          "HUNTGATE_SAVED_HUNTS_BUILT_IN",
          "HUNTGATE_EXPORT_FORMULAS",
          "HUNTGATE_EXPORT_AT_ONCE",
          "HUNTGATE_EXPORT_STALLED_AFTER");

  private KnownSettings() {}

  /** Those of these variables that look like settings of Huntgate and are none. */
  static List<String> unknown(Collection<String> variables) {
    return variables.stream()
        .filter(name -> name.startsWith(PREFIX))
        .filter(name -> !NAMES.contains(name) && !TENANT.matcher(name).matches())
        .sorted()
        .toList();
  }

  static Set<String> names() {
    return NAMES;
  }
}
