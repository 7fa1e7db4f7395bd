package dev.huntgate.graphql;

import dev.huntgate.cache.Ready;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a document, so that it is not read again.
 *
 * @param shape how it reads pages of rows, if that is all it does
 */
record ReadyShape(Optional<PageShape> shape) implements Ready {

  private static final int BYTES = 500;

  @Override
  public List<Use> uses() {
    return List.of();
  }

  @Override
  public long bytes() {
    return BYTES;
  }
}
