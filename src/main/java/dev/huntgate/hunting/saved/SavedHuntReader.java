package dev.huntgate.hunting.saved;

import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.saved.SavedHunt.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a saved hunt from its file. */
final class SavedHuntReader {

  private static final Set<String> KEYS =
      new LinkedHashSet<>(
          List.of(
              "name",
              "title",
              "description",
              "tags",
              "techniques",
              "parameters",
              "maxAge",
              "overrides",
              "kql"));

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern TECHNIQUE = Pattern.compile("T[0-9]{4}(\\.[0-9]{3})?");
  private static final Duration OLDEST = Duration.ofDays(30);
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int MOST_TAGS = 30;

  private final Complaints complaints;
  private final Origin origin;

  private SavedHuntReader(Complaints complaints, Origin origin) {
    this.complaints = complaints;
    this.origin = origin;
  }

  /**
   * Reads a file.
   *
   * @param now what the query means by {@code now()}; null to take the query as it is
   */
  static FileReading read(HuntFile file, Origin origin, @Nullable Instant now) {
    Complaints complaints = new Complaints(file.name());
    return YamlText.decoded(file.bytes(), complaints)
        .flatMap(
            text ->
                YamlText.document(text, complaints)
                    .flatMap(node -> YamlMap.of(node, "A saved hunt", KEYS, complaints))
                    .map(
                        map ->
                            new SavedHuntReader(complaints, origin).reading(file, text, map, now)))
        .orElseGet(() -> new FileReading(file.name(), null, 1, 1, complaints.all()));
  }

  private FileReading reading(HuntFile file, String text, YamlMap map, @Nullable Instant now) {
    SavedHunt hunt = hunt(map);
    Optional<ScalarNode> kql = map.scalar("kql", "the query");
    if (hunt != null && now != null && kql.isPresent()) {
      new QueryCheck(hunt, kql.get(), text.lines().toList(), complaints).run(now);
    }
    Node name = map.node("name").orElse(map.whole());
    return new FileReading(
        file.name(),
        complaints.hasErrors() ? null : hunt,
        name.getStartMark().getLine() + 1,
        name.getStartMark().getColumn() + 1,
        complaints.all());
  }

  private @Nullable SavedHunt hunt(YamlMap map) {
    Optional<String> name =
        matching(
            map.required("name", "a name such as encoded-powershell"),
            "name",
            NAME,
            "has to be of a to z, 0 to 9 and single hyphens between them");
    Optional<String> title = text(map, "title", LONGEST_TITLE);
    Optional<String> description = text(map, "description", LONGEST_DESCRIPTION);
    List<String> tags =
        all(map, "tags", NAME, "has to be of a to z, 0 to 9 and hyphens, such as email");
    List<String> techniques =
        all(map, "techniques", TECHNIQUE, "has to be a MITRE technique such as T1059 or T1059.001");
    List<Parameter> parameters = new ParameterReader(complaints).all(map);
    Optional<Duration> maxAge = map.scalar("maxAge", "PT0S to P30D").flatMap(this::maxAge);
    Optional<String> kql = map.required("kql", "the query").flatMap(this::kql);
    boolean overrides = map.scalar("overrides", "true or false").map(this::truth).orElse(false);
    if (complaints.hasErrors()) {
      return null;
    }
    return new SavedHunt(
        name.orElseThrow(),
        title.orElseThrow(),
        description.orElseThrow(),
        tags,
        techniques,
        parameters,
        kql.orElseThrow(),
        maxAge.orElse(null),
        origin,
        overrides);
  }

  private Optional<String> text(YamlMap map, String key, int longest) {
    Optional<ScalarNode> node = map.required(key, "a text");
    Optional<String> text = node.map(ScalarNode::getValue).map(String::strip);
    if (text.isPresent() && (text.get().isEmpty() || text.get().length() > longest)) {
      complaints.error(node.get(), key + " has to have 1 to " + longest + " characters.");
    }
    return text;
  }

  private List<String> all(YamlMap map, String key, Pattern form, String refusal) {
    return map.scalars(key, MOST_TAGS, "a single value").stream()
        .flatMap(node -> matching(Optional.of(node), "An item of " + key, form, refusal).stream())
        .distinct()
        .toList();
  }

  private Optional<String> matching(
      Optional<ScalarNode> node, String key, Pattern form, String refusal) {
    Optional<String> text = node.map(ScalarNode::getValue);
    if (text.isPresent()
        && (text.get().length() > LONGEST_NAME || !form.matcher(text.get()).matches())) {
      complaints.error(node.get(), key + " " + refusal + ".");
    }
    return text;
  }

  private Optional<Duration> maxAge(ScalarNode node) {
    Optional<Duration> age =
        ParameterType.TIMESPAN
            .parse(node.getValue())
            .map(value -> ((ParameterValue.Span) value).value())
            .filter(span -> !span.isNegative() && span.compareTo(OLDEST) <= 0);
    if (age.isEmpty()) {
      complaints.error(
          node, "maxAge has to be from PT0S to P30D in ISO 8601, such as PT15M or P1D.");
    }
    return age;
  }

  private Optional<String> kql(ScalarNode node) {
    String kql = node.getValue().stripTrailing();
    if (kql.isBlank()) {
      complaints.error(node, "kql is empty; give a query such as: DeviceInfo | take 10");
    }
    int bytes = kql.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > HuntQuery.MAX_KQL_BYTES) {
      complaints.error(
          node,
          "kql may have at most "
              + HuntQuery.MAX_KQL_BYTES
              + " bytes of UTF-8, not "
              + bytes
              + ".");
    }
    return Optional.of(kql);
  }

  private boolean truth(ScalarNode node) {
    if (!Set.of("true", "false").contains(node.getValue())) {
      complaints.error(node, "overrides has to be true or false.");
    }
    return node.getValue().equals("true");
  }
}
