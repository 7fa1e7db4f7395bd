package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.graphql.PageShape.Member;
import dev.huntgate.result.Rows;
import dev.huntgate.result.Utf8Buffer;
import java.util.List;

/** Writes one page of rows as the JSON that executing its selection would give. */
final class PageWriter {

  private final Tenant tenant;
  private final PageRead read;
  private final int from;
  private final int to;
  private final Utf8Buffer out;

  PageWriter(Tenant tenant, PageRead read, int from, Utf8Buffer out) {
    this.tenant = tenant;
    this.read = read;
    this.from = from;
    this.to = Math.min(read.rows().size(), from + read.first());
    this.out = out;
  }

  /**
   * Writes the page.
   *
   * @throws IllegalArgumentException when something is selected that this does not know
   */
  void write(List<Member> members) {
    object(members, this::ofPage);
  }

  private interface Value {
    void write(Member member);
  }

  private void object(List<Member> members, Value value) {
    char before = '{';
    for (Member member : members) {
      out.append(before);
      out.jsonString(member.name());
      out.append(':');
      value.write(member);
      before = ',';
    }
    out.append('}');
  }

  private void ofPage(Member member) {
    switch (member.field()) {
      case "__typename" -> out.jsonString("RowConnection");
      case "totalCount" -> out.number(read.rows().size());
      case "nodes" -> rows(read.rows()::writeArray);
      case "edges" -> rows((index, to) -> object(member.members(), of -> ofEdge(of, index)));
      case "pageInfo" -> object(member.members(), this::ofPageInfo);
      default -> throw unknown(member);
    }
  }

  private void ofEdge(Member member, int index) {
    switch (member.field()) {
      case "__typename" -> out.jsonString("RowEdge");
      case "cursor" -> cursorBehind(index);
      case "node" -> read.rows().writeArray(index, out);
      default -> throw unknown(member);
    }
  }

  private void ofPageInfo(Member member) {
    switch (member.field()) {
      case "__typename" -> out.jsonString("PageInfo");
      case "hasNextPage" -> out.ascii(to < read.rows().size() ? "true" : "false");
      // What is written here is never the first page: it begins behind a cursor.
      case "hasPreviousPage" -> out.ascii("true");
      case "startCursor" -> cursorOrNull(from);
      case "endCursor" -> cursorOrNull(to - 1);
      default -> throw unknown(member);
    }
  }

  private interface Row {
    void write(int index, Utf8Buffer to);
  }

  private void rows(Row row) {
    out.append('[');
    for (int index = from; index < to; index++) {
      if (index > from) {
        out.append(',');
      }
      row.write(index, out);
    }
    out.append(']');
  }

  private void cursorOrNull(int index) {
    if (from == to) {
      out.ascii("null");
    } else {
      cursorBehind(index);
    }
  }

  private void cursorBehind(int index) {
    Rows rows = read.rows();
    out.jsonString(new RowCursor(read.resultId(), rows.fingerprint(), index + 1).encode(tenant));
  }

  private static IllegalArgumentException unknown(Member member) {
    return new IllegalArgumentException("No field " + member.field());
  }
}
