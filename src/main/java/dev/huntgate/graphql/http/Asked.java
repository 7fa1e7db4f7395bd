package dev.huntgate.graphql.http;

import dev.huntgate.access.Caller;
import dev.huntgate.cache.ReadyKey;
import dev.huntgate.graphql.PageReads;
import org.jspecify.annotations.Nullable;

/**
 * A request that nothing ready answered, as it is to be executed.
 *
 * @param key what its answer may be kept ready under; null when the request is too long
 */
record Asked(
    MediaType type, @Nullable ReadyKey key, GraphQlRequest request, PageReads.Request read) {

  Caller caller() {
    return read.caller();
  }
}
