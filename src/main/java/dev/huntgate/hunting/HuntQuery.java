package dev.huntgate.hunting;

import dev.huntgate.kql.CanonicalKql;
import org.jspecify.annotations.Nullable;

/**
 * A hunt as it goes upstream.
 *
 * @param kql the query as the caller wrote it
 * @param canonical the form by which equal queries are known
 * @param timespan the stretch of time in ISO 8601; null for upstream's own default of 30 days
 */
public record HuntQuery(String kql, CanonicalKql canonical, @Nullable String timespan) {}
