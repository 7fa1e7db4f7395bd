package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;

/**
 * A place in a result, which it pins: it never stands for a row of another run of the same hunt.
 *
 * @param resultId the result
 * @param view what tells the order and filter of the rows from others
 * @param next the index of the row to go on with, counted from zero
 */
record RowCursor(String resultId, String view, int next) {

  String encode(Tenant tenant) {
    return SealedCursor.seal(
        binding(tenant),
        out -> {
          out.writeUTF(resultId);
          out.writeUTF(view);
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
