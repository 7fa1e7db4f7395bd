package dev.huntgate.graphql.suggestion;

import dev.huntgate.hunting.saved.Fill;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that an incident gives to hunt for, by what they are. */
final class Clues {

  /** In which alerts a value is, and whether one of them says that it is malicious. */
  private static final class Weight {
    private final Set<String> alerts = new HashSet<>();
    private boolean malicious;
  }

  private final Map<Fill, Map<String, Weight>> values = new EnumMap<>(Fill.class);

  void add(Fill fill, @Nullable String value, String alert, boolean malicious) {
    if (value == null || value.isBlank()) {
      return;
    }
    Weight weight =
        values
            .computeIfAbsent(fill, kind -> new HashMap<>())
            .computeIfAbsent(value.strip(), text -> new Weight());
    weight.alerts.add(alert);
    weight.malicious |= malicious;
  }

  /** The values of a kind: malicious ones first, then those in most alerts, then by themselves. */
  List<String> of(Fill fill) {
    return values.getOrDefault(fill, Map.of()).entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Weight> each) -> !each.getValue().malicious)
                .thenComparing(each -> -each.getValue().alerts.size())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
