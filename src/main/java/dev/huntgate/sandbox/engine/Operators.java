package dev.huntgate.sandbox.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operators of KQL, and which of them the sandbox runs. */
final class Operators {

  private static final String OUTSIDE = "the sandbox reaches nothing outside itself";

  private static final Map<String, Support> ALL = new LinkedHashMap<>();

  /** Those that work on each part of a table by itself. */
  private static final Set<String> IN_PARTS = new HashSet<>();

  static {
    for (String name :
        List.of(
            "where",
            "filter",
            "extend",
            "project",
            "project-away",
            "project-keep",
            "project-rename",
            "project-reorder",
            "summarize",
            "distinct",
            "count",
            "sort",
            "order",
            "top",
            "take",
            "limit",
            "parse",
            "parse-where",
            "serialize",
            "mv-expand",
            "mvexpand",
            "sample")) {
      addInParts(Support.of(name));
    }
    addInParts(Support.of("parse-kv", "with a pair_delimiter and a kv_delimiter"));
    for (String name :
        List.of(
            "join",
            "lookup",
            "as",
            "print",
            "range",
            "datatable",
            "getschema",
            "render",
            "make-series",
            "sample-distinct",
            "search")) {
      add(Support.of(name));
    }
    add(Support.of("union", "a column of two types becomes two, as upstream"));
    add(Support.of("mv-apply", "no joins inside"));
    add(Support.of("partition", "no joins inside"));
    add(Support.of("evaluate", "see the plugins"));
    add(Support.of("invoke", "functions of the query, and FileProfile"));
    add(Support.of("find", "with 'project'"));
    add(Support.refused("externaldata", OUTSIDE));
    add(Support.refused("external_data", OUTSIDE));
    for (String name :
        List.of(
            "consume",
            "facet",
            "fork",
            "graph-mark-components",
            "graph-match",
            "graph-shortest-paths",
            "graph-to-table",
            "make-graph",
            "reduce",
            "scan",
            "top-hitters",
            "top-nested")) {
      add(Support.refused(name, ""));
    }
  }

  private Operators() {}

  static Collection<Support> all() {
    return Collections.unmodifiableCollection(ALL.values());
  }

  static void requireSupported(String name) {
    Support support = ALL.get(name);
    if (support == null) {
      throw Rejections.unknownOperator(name);
    }
    if (!support.supported()) {
      throw Rejections.unsupported("operator", name);
    }
  }

  /** Refuses what the sandbox cannot do in the brackets of mv-apply and partition. */
  static void requireInParts(String name) {
    if (!IN_PARTS.contains(name)) {
      throw Rejections.semantic(
          "The sandbox does not support '" + name + "' inside 'mv-apply' and 'partition'.");
    }
  }

  private static void addInParts(Support support) {
    add(support);
    IN_PARTS.add(support.name());
  }

  private static void add(Support support) {
    ALL.put(support.name(), support);
  }
}
