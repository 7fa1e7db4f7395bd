package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class HuntingSchemaTest {

  private final HuntingSchema schema = HuntingSchema.documented();

  @Test
  void hasTheSixtyTwoDocumentedTables() {
    assertEquals(62, schema.tables().size());
    assertEquals(1_542, schema.tables().stream().mapToInt(t -> t.columns().size()).sum());
  }

  @Test
  void namesEachColumnOfATableOnce() {
    for (HuntingSchema.Table table : schema.tables()) {
      List<String> names = table.columns().stream().map(HuntingSchema.Column::name).toList();
      assertEquals(names.size(), new HashSet<>(names).size(), table.name());
    }
  }

  @Test
  void typesTheReportIdByKindOfTable() {
    assertEquals(KqlType.LONG, type("DeviceProcessEvents", "ReportId"));
    assertEquals(KqlType.STRING, type("EmailEvents", "ReportId"));
    assertEquals(KqlType.DYNAMIC, type("CloudAppEvents", "RawEventData"));
    assertEquals(KqlType.BOOL, type("DeviceInfo", "IsAzureADJoined"));
  }

  @Test
  void findsNothing_whenTheCaseDiffers() {
    assertTrue(schema.table("deviceinfo").isEmpty());
  }

  private KqlType type(String table, String column) {
    return schema.table(table).orElseThrow().columns().stream()
        .filter(c -> c.name().equals(column))
        .findFirst()
        .orElseThrow()
        .type();
  }
}
