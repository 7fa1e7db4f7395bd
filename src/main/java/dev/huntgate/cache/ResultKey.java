package dev.huntgate.cache;

import dev.huntgate.access.Tenant;
import dev.huntgate.kql.CanonicalKql;
import org.jspecify.annotations.Nullable;

/**
 * What makes two hunts equal: two that could differ never share a key.
 *
 * @param timespan the stretch of time in ISO 8601; null for upstream's default
 */
public record ResultKey(Tenant tenant, CanonicalKql kql, @Nullable String timespan) {}
