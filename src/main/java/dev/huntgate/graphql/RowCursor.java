package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.kql.CanonicalKql;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in a result, which it pins: it never stands for a row of another run of the same hunt.
 *
 * @param resultId the result
 * @param queryDigest what tells the hunt that found it from others
 * @param next the index of the row to go on with, counted from zero
 */
record RowCursor(String resultId, String queryDigest, int next) {

  /** What tells this hunt from others. */
  static String digest(Tenant tenant, String kql, @Nullable String timespan) {
    String span = timespan == null ? "default" : "only " + timespan.trim();
    Binding hunt = Binding.of("hunt", tenant, CanonicalKql.of(kql).text(), span);
    return Base64.getUrlEncoder().encodeToString(hunt.digest(new byte[0]));
  }

  String encode(Tenant tenant) {
    return SealedCursor.seal(
        binding(tenant),
        out -> {
          out.writeUTF(resultId);
          out.writeUTF(queryDigest);
          out.writeInt(next);
        });
  }

  static RowCursor decode(Tenant tenant, String cursor) {
    return SealedCursor.open(
        binding(tenant), cursor, in -> new RowCursor(in.readUTF(), in.readUTF(), in.readInt()));
  }

  private static Binding binding(Tenant tenant) {
    return Binding.of("rows", tenant);
  }
}
