package dev.huntgate.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.kubernetes.Manifests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether the start would take the variables that the manifests set. */
class ManifestSettingsTest {

  @Test
  void sets_onlyKnownSettings() {
    List<String> unknown = new ArrayList<>(KnownSettings.unknown(Manifests.settings().keySet()));
    // The overlay with several replicas is ahead of the setting that it needs.
    unknown.remove("HUNTGATE_SHARED_REDIS");
    assertEquals(List.of(), unknown);
  }

  @Test
  void sets_theSandbox() {
    assertTrue(Manifests.settings().containsKey("HUNTGATE_SANDBOX"));
  }
}
