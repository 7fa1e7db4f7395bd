package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.company.Incident;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Reads the query options that only Graph has, and writes them back into a link. */
final class GraphQueryOptions {

  private GraphQueryOptions() {}

  static Comparator<Incident> order(@Nullable String orderBy) {
    String[] words =
        (orderBy == null ? "lastUpdateDateTime desc" : orderBy.strip()).split("\\s+", -1);
    Comparator<Incident> order =
        switch (words[0]) {
          case "createdDateTime" -> Comparator.comparing(Incident::createdAt);
          case "lastUpdateDateTime" -> Comparator.comparing(Incident::updatedAt);
          default ->
              throw new Refusal(Refusal.Reason.BAD_QUERY, "Cannot order by '" + words[0] + "'.");
        };
    // Equal times need a fixed order too, or pages could repeat and miss.
    Comparator<Incident> total = order.thenComparing(Incident::id);
    String direction = words.length == 1 ? "asc" : words[1];
    if (words.length > 2 || (!direction.equals("asc") && !direction.equals("desc"))) {
      throw new Refusal(Refusal.Reason.BAD_QUERY, "Cannot order by '" + orderBy + "'.");
    }
    return direction.equals("desc") ? total.reversed() : total;
  }

  static boolean expandsAlerts(@Nullable String expand) {
    if (expand == null) {
      return false;
    }
    if (!expand.strip().equals("alerts")) {
      throw new Refusal(Refusal.Reason.BAD_QUERY, "Cannot expand '" + expand + "'.");
    }
    return true;
  }

  /** The same address, with the skip of the page that follows. */
  static String nextLink(UriInfo uri, PageRequest page) {
    StringJoiner query = new StringJoiner("&");
    for (Map.Entry<String, List<String>> parameter : uri.getQueryParameters().entrySet()) {
      if (!parameter.getKey().equals("$skip")) {
        query.add(parameter.getKey() + '=' + encoded(parameter.getValue().get(0)));
      }
    }
    query.add("$skip=" + (page.skip() + page.top()));
    return uri.getAbsolutePath() + "?" + query;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
