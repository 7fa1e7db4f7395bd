package dev.huntgate.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.access.AuthConfig;
import dev.huntgate.audit.AuditConfig;
import dev.huntgate.budget.BudgetConfig;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.export.ExportConfig;
import dev.huntgate.graphql.document.DocumentsConfig;
import dev.huntgate.graphql.http.GraphiqlConfig;
import dev.huntgate.graphql.limit.GraphQlConfig;
import dev.huntgate.hunting.job.JobsConfig;
import dev.huntgate.hunting.saved.SavedHuntsConfig;
import dev.huntgate.incident.IncidentCacheConfig;
import dev.huntgate.incident.IncidentsConfig;
import dev.huntgate.sandbox.SandboxConfig;
import dev.huntgate.shared.SharedConfig;
import dev.huntgate.upstream.LimitsConfig;
import dev.huntgate.upstream.TenantsConfig;
import io.smallrye.config.ConfigMapping;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {

  static final List<Class<?>> MAPPINGS =
      List.of(
          SandboxConfig.class,
          AuthConfig.class,
          AuditConfig.class,
          LimitsConfig.class,
          ResilienceConfig.class,
          BudgetConfig.class,
          SharedConfig.class,
          CacheConfig.class,
          IncidentCacheConfig.class,
          IncidentsConfig.class,
          GraphiqlConfig.class,
          GraphQlConfig.class,
          DocumentsConfig.class,
          JobsConfig.class,
          ExportConfig.class,
          SavedHuntsConfig.class);

  @Test
  void knowsExactlyTheSettings_thatTheCodeHas() {
    Set<String> expected = new TreeSet<>(Set.of("HUNTGATE_UPSTREAM"));
    for (Class<?> mapping : MAPPINGS) {
      String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
      expected.addAll(settings(prefix, mapping));
    }

    assertEquals(expected, new TreeSet<>(KnownSettings.names()));
  }

  @Test
  void knowsEverySettingOfATenant() {
    List<String> variables =
        java.util.Arrays.stream(TenantsConfig.TenantConfig.class.getDeclaredMethods())
            .map(setting -> "HUNTGATE_TENANTS_ACME7_" + variable(kebab(setting.getName())))
            .toList();

    assertEquals(List.of(), KnownSettings.unknown(variables));
  }

  @Test
  void knowsEverySettingOfATenantsBudget() {
    List<String> variables =
        java.util.Arrays.stream(BudgetConfig.TenantBudget.class.getDeclaredMethods())
            .map(setting -> "HUNTGATE_BUDGET_TENANTS_ACME7_" + variable(kebab(setting.getName())))
            .toList();

    assertEquals(2, variables.size());
    assertEquals(List.of(), KnownSettings.unknown(variables));
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertEquals(
        List.of(
            "HUNTGATE_BUDGET_TENANTS_ACME_EU_HUNTING",
            "HUNTGATE_BUDGET_TENANTS_ACME_GUARD",
            "HUNTGATE_SANDBOXX",
            "HUNTGATE_TENANTS_ACME_EU_CLIENT_ID",
            "HUNTGATE_TENANTS_ACME_SECRET"),
        KnownSettings.unknown(
            List.of(
                "PATH",
                "HUNTGATE_TENANTS_ACME_SECRET",
                "HUNTGATE_SANDBOXX",
                "HUNTGATE_BUDGET_TENANTS_ACME_GUARD",
                "HUNTGATE_BUDGET_TENANTS_ACME_EU_HUNTING",
                "HUNTGATE_SANDBOX",
                "HUNTGATE_TENANTS_ACME_EU_CLIENT_ID")));
  }

  private static Set<String> settings(String prefix, Class<?> mapping) {
    Set<String> names = new TreeSet<>();
    for (Method setting : mapping.getDeclaredMethods()) {
      String name = prefix + "." + kebab(setting.getName());
      if (setting.getReturnType().getEnclosingClass() == mapping) {
        names.addAll(settings(name, setting.getReturnType()));
      } else if (!Map.class.isAssignableFrom(setting.getReturnType())) {
        names.add(variable(setting.getName().equals("mode") ? prefix : name));
      }
    }
    return names;
  }

  private static String kebab(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String variable(String name) {
    return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }
}
