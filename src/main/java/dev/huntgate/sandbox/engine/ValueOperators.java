package dev.huntgate.sandbox.engine;

import java.util.ArrayList;
import java.util.List;

/** What stands between values: arithmetic, comparisons and tests on text. */
final class ValueOperators {

  private static final List<String> SUPPORTED =
      List.of(
          "+",
          "-",
          "*",
          "/",
          "%",
          "==",
          "!=",
          "<>",
          "<",
          "<=",
          ">",
          ">=",
          "=~",
          "!~",
          "and",
          "or",
          "between",
          "!between",
          "in",
          "!in",
          "in~",
          "!in~",
          "has",
          "!has",
          "has_cs",
          "!has_cs",
          "has_any",
          "has_all",
          "hasprefix",
          "!hasprefix",
          "hasprefix_cs",
          "!hasprefix_cs",
          "hassuffix",
          "!hassuffix",
          "hassuffix_cs",
          "!hassuffix_cs",
          "contains",
          "!contains",
          "contains_cs",
          "!contains_cs",
          "startswith",
          "!startswith",
          "startswith_cs",
          "!startswith_cs",
          "endswith",
          "!endswith",
          "endswith_cs",
          "!endswith_cs",
          "notcontains");

  private static final List<String> REFUSED = List.of("like", "notlike", "likecs", "notlikecs");

  private ValueOperators() {}

  static List<Support> all() {
    List<Support> all = new ArrayList<>();
    SUPPORTED.forEach(name -> all.add(Support.of(name)));
    all.add(Support.of("matches regex", "RE2, as upstream"));
    all.add(Support.of(":", "in 'search'"));
    all.add(Support.of("path access", "a.b[0]['c']"));
    REFUSED.forEach(name -> all.add(Support.refused(name, "")));
    return all;
  }
}
