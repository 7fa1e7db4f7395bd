package dev.huntgate.result;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of columns as the members of a JSON object, where no name may come twice. */
final class MemberNames {

  private MemberNames() {}

  /** For each column what comes before its value: a brace or comma, its name, a colon. */
  static byte[][] of(List<Column> columns) {
    byte[][] members = new byte[columns.size()][];
    List<String> names = unique(columns);
    for (int i = 0; i < members.length; i++) {
      Utf8Buffer member = new Utf8Buffer(0);
      member.append(i == 0 ? '{' : ',');
      member.jsonString(names.get(i));
      member.append(':');
      members[i] = member.toByteArray();
    }
    return members;
  }

  private static List<String> unique(List<Column> columns) {
    Set<String> taken = new HashSet<>();
    columns.forEach(column -> taken.add(column.name()));
    Set<String> seen = new HashSet<>();
    return columns.stream()
        .map(column -> seen.add(column.name()) ? column.name() : free(column.name(), taken))
        .toList();
  }

  private static String free(String name, Set<String> taken) {
    int number = 1;
    while (!taken.add(name + "_" + number)) {
      number++;
    }
    return name + "_" + number;
  }
}
