package dev.huntgate.sandbox.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document that tells what of KQL the sandbox runs, made from the engine's own lists. */
final class SupportDocument {

  /**
   * A chapter of the document.
   *
   * @param kind what {@link Features} calls its rows
   * @param rows the rows
   */
  record Chapter(String kind, List<Support> rows) {}

  private SupportDocument() {}

  static Map<String, Chapter> chapters() {
    Map<String, Chapter> chapters = new LinkedHashMap<>();
    chapters.put("Tabular operators", new Chapter("operator", List.copyOf(Operators.all())));
    chapters.put(
        "Kinds of join",
        new Chapter("join", JoinTranslator.KINDS.stream().map(Support::of).toList()));
    chapters.put("Plugins of evaluate", new Chapter("plugin", List.copyOf(Plugins.all())));
    chapters.put(
        "Functions that give tables", new Chapter("function", List.copyOf(TableFunctions.all())));
    chapters.put("Operators on values", new Chapter("test", ValueOperators.all()));
    chapters.put("Aggregates", new Chapter("function", sorted(aggregates())));
    chapters.put("Functions on values", new Chapter("function", sorted(functions())));
    return chapters;
  }

  private static List<Support> aggregates() {
    List<Support> all = new ArrayList<>(RowAggregates.all());
    Aggregates.all().forEach(each -> all.add(Support.of(each.name())));
    Aggregates.refused().forEach(name -> all.add(Support.refused(name, "")));
    return all;
  }

  private static List<Support> functions() {
    List<Support> all = new ArrayList<>(CallTranslator.all());
    all.addAll(WindowFunctions.all());
    ScalarFunctions.all().forEach(each -> all.add(Support.of(each.name())));
    RefusedFunctions.ALL.forEach(name -> all.add(Support.refused(name, "")));
    return all;
  }

  private static List<Support> sorted(Collection<Support> rows) {
    return rows.stream().sorted(Comparator.comparing(Support::name)).toList();
  }

  static String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# What of KQL the sandbox runs\n\n")
        .append("Made from the engine by `SupportDocumentTest`, which fails when this file is old")
        .append(" and tells how to make it anew.\n")
        .append("What is not supported is refused by its name, in upstream's error shape;")
        .append(" nothing is answered approximately in silence.\n\n")
        .append("Differences that hold everywhere:\n\n")
        .append("- Times are kept to the microsecond, not to 100 nanoseconds.\n")
        .append("- `dcount` and percentiles are exact; upstream estimates them.\n")
        .append(
            "- Whole numbers that overflow end the query with an error; upstream wraps round.\n")
        .append("- `decimal` is kept as a double, apart from what `parse_version` gives.\n")
        .append("- Where upstream leaves the order of rows or elements free, the sandbox sorts.\n");
    chapters()
        .forEach(
            (title, chapter) -> {
              text.append("\n## ").append(title).append("\n\n");
              text.append("| Name | Supported | Note |\n| --- | --- | --- |\n");
              for (Support row : chapter.rows()) {
                text.append("| `")
                    .append(row.name())
                    .append("` | ")
                    .append(row.supported() ? "yes" : "no")
                    .append(" | ")
                    .append(row.note())
                    .append(" |\n");
              }
            });
    return text.toString();
  }
}
