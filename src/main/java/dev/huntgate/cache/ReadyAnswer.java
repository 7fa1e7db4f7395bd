package dev.huntgate.cache;

import java.util.List;

/**
 * The answer to a request as bytes.
 *
 * @param body the whole body; not to be changed
 * @param etag the entity tag of its data, with its quotes
 */
public record ReadyAnswer(byte[] body, String etag, List<Use> uses) implements Ready {

  private static final int ENTRY_BYTES = 200;

  public ReadyAnswer {
    uses = List.copyOf(uses);
  }

  @Override
  public long bytes() {
    return body.length + ENTRY_BYTES;
  }
}
