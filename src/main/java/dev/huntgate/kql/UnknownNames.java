package dev.huntgate.kql;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Tells of names that the documented schema does not have, and which ones may have been meant. */
final class UnknownNames {

  private static final Map<String, String> REPLACED =
      Map.of(
          "AADSignInEventsBeta", "EntraIdSignInEvents",
          "AADSpnSignInEventsBeta", "EntraIdSpnSignInEvents");

  private UnknownNames() {}

  static void find(KqlParser.QueryContext query, HuntingSchema schema, Findings findings) {
    TablesUsed.in(query).forEach((name, where) -> table(name, where, schema, findings));
    for (ColumnFlow.Unknown unknown : ColumnFlow.of(query, schema).unknown()) {
      if (isTime(unknown)) {
        continue;
      }
      String meant =
          Spelling.nearest(unknown.name(), unknown.columns().all())
              .map(near -> " Did you mean '" + near + "'?")
              .orElse("");
      findings.warning(
          unknown.where(), "No column '" + unknown.name() + "' is known here." + meant);
    }
  }

  /** Upstream takes Sentinel's name of the time in all tables, and lists it in two. */
  private static boolean isTime(ColumnFlow.Unknown unknown) {
    return unknown.name().equals("TimeGenerated") && unknown.columns().has("Timestamp");
  }

  private static void table(String name, Token where, HuntingSchema schema, Findings findings) {
    // Tables of custom logs end in _CL, and no schema but the tenant's own has them.
    boolean known = name.indexOf('*') >= 0 ? matches(name, schema) : schema.table(name).isPresent();
    if (known || name.endsWith("_CL")) {
      return;
    }
    String meant =
        Optional.ofNullable(REPLACED.get(name))
            .or(() -> schema.nearest(name))
            .map(near -> " Did you mean '" + near + "'?")
            .orElse(" It is only found if the tenant has it, for example from Sentinel.");
    findings.warning(where, "Advanced hunting has no documented table '" + name + "'." + meant);
  }

  private static boolean matches(String pattern, HuntingSchema schema) {
    String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
    return schema.tables().stream().anyMatch(table -> table.name().matches(regex));
  }
}
