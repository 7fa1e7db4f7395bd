package dev.huntgate.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.kubernetes.Manifests;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether the start would take the variables that the manifests set. */
class ManifestSettingsTest {

  @Test
  void sets_onlyKnownSettings() {
    assertEquals(List.of(), List.copyOf(KnownSettings.unknown(Manifests.settings().keySet())));
  }

  @Test
  void sets_theSandbox() {
    assertTrue(Manifests.settings().containsKey("HUNTGATE_SANDBOX"));
  }
}
