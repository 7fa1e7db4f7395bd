package dev.huntgate.sandbox.company;

import dev.huntgate.kql.HuntingSchema;
import dev.huntgate.kql.KqlType;
import dev.huntgate.sandbox.engine.HuntingTable.OtherNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that published queries use and upstream takes although its reference does not list
 * them: those of tables before they were renamed, and of columns.
 */
final class UnlistedNames {

  private static final String TIME = "Timestamp";
  private static final String TIME_IN_SENTINEL = "TimeGenerated";

  private static final Map<String, OtherNames> OF_TABLES =
      Map.of(
          "EntraIdSignInEvents",
          new OtherNames(
              List.of("AADSignInEventsBeta"),
              Map.of(
                  "AadDeviceId", "EntraIdDeviceId",
                  // The company's risk never changes between a sign-in and its assessment.
                  "RiskLevelDuringSignIn", "RiskLevelAggregated")),
          "EntraIdSpnSignInEvents",
          new OtherNames(List.of("AADSpnSignInEventsBeta"), Map.of()),
          "CloudAppEvents",
          new OtherNames(List.of(), Map.of("ISP", "Isp")));

  private UnlistedNames() {}

  static OtherNames of(HuntingSchema.Table table) {
    OtherNames own = OF_TABLES.getOrDefault(table.name(), OtherNames.NONE);
    Map<String, String> columns = new HashMap<>(own.columns());
    if (has(table, TIME) && !has(table, TIME_IN_SENTINEL)) {
      columns.put(TIME_IN_SENTINEL, TIME);
    }
    return new OtherNames(own.table(), columns);
  }

  private static boolean has(HuntingSchema.Table table, String name) {
    return table.columns().contains(new HuntingSchema.Column(name, KqlType.DATETIME));
  }
}
