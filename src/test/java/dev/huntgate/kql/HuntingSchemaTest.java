package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HuntingSchemaTest {

  private final HuntingSchema schema = HuntingSchema.documented();

  @Test
  void hasTheDocumentedTables() {
    assertEquals(62, schema.tables().size());
    assertEquals(1542, schema.tables().stream().mapToInt(table -> table.columns().size()).sum());
  }

  @Test
  void describesEveryTable() {
    for (HuntingSchema.Table table : schema.tables()) {
      assertFalse(table.description().isBlank(), table.name());
      assertTrue(table.description().endsWith("."), table.name());
    }
  }

  @Test
  void typesColumns() {
    HuntingSchema.Table table = schema.table("DeviceProcessEvents").orElseThrow();

    assertEquals(
        List.of(
            new HuntingSchema.Column("Timestamp", KqlType.DATETIME),
            new HuntingSchema.Column("DeviceId", KqlType.STRING)),
        table.columns().subList(0, 2));
    assertTrue(table.columns().contains(new HuntingSchema.Column("ReportId", KqlType.LONG)));
    assertTrue(
        table.columns().contains(new HuntingSchema.Column("IsProcessRemoteSession", KqlType.BOOL)));
  }

  @Test
  void knowsOnlyExactNames() {
    assertEquals(Optional.empty(), schema.table("deviceinfo"));
    assertEquals(Optional.of("DeviceInfo"), schema.nearest("deviceinfo"));
    assertEquals(Optional.empty(), schema.nearest("Nothing"));
  }
}
