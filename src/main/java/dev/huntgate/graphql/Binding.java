package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a cursor is bound to: it is refused where any of this differs.
 *
 * <p>The digest tells foreign and damaged cursors apart. It is no secret: whoever makes up a cursor
 * gets no further than a place in a list that they may read anyway.
 *
 * @param parts what tells one list from another
 */
record Binding(List<String> parts) {

  static final int DIGEST_LENGTH = 12;

  Binding {
    parts = List.copyOf(parts);
  }

  static Binding of(String kind, Tenant tenant, String... more) {
    return new Binding(Stream.concat(Stream.of(kind, tenant.name()), Arrays.stream(more)).toList());
  }

  byte[] digest(byte[] payload) {
    MessageDigest digest = Sha256.digest();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      /* With its length before it, no part can pass for the end of another. */
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    digest.update(payload);
    return Arrays.copyOf(digest.digest(), DIGEST_LENGTH);
  }
}
