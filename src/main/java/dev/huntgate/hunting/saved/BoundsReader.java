package dev.huntgate.hunting.saved;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads from a file what a parameter allows. */
final class BoundsReader {

  private static final Set<ParameterType> ORDERED =
      Set.of(ParameterType.INT, ParameterType.DATETIME, ParameterType.TIMESPAN);
  private static final int MOST_CHARACTERS = 10_000;
  private static final int MOST_ITEMS = 1_000;
  private static final int MOST_VALUES = 100;
  private static final int LONGEST_PATTERN = 300;

  private final Complaints complaints;
  private final YamlMap map;
  private final ParameterType type;
  private final boolean list;

  BoundsReader(Complaints complaints, YamlMap map, ParameterType type, boolean list) {
    this.complaints = complaints;
    this.map = map;
    this.type = type;
    this.list = list;
  }

  /** The value that a node stands for. */
  static Optional<ParameterValue> value(Node node, ParameterType type) {
    return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
        ? type.parse(scalar.getValue())
        : Optional.empty();
  }

  Bounds bounds() {
    boolean text = type == ParameterType.STRING;
    fits("min", ORDERED.contains(type), "an int, datetime or timespan has a least value");
    fits("max", ORDERED.contains(type), "an int, datetime or timespan has a greatest value");
    fits("maxLength", text, "a string has a length");
    fits("pattern", text, "a string has a pattern");
    fits("maxItems", list, "a list has items");
    ParameterValue min = map.node("min").flatMap(node -> typed(node, "min")).orElse(null);
    ParameterValue max = map.node("max").flatMap(node -> typed(node, "max")).orElse(null);
    if (!complaints.hasErrors() && min != null && max != null && Bounds.compare(min, max) > 0) {
      complaints.error(map.node("min").orElse(map.whole()), "min is greater than max.");
    }
    Bounds open =
        new Bounds(
            min,
            max,
            number("maxLength", MOST_CHARACTERS, Bounds.DEFAULT_MAX_LENGTH),
            number("maxItems", MOST_ITEMS, Bounds.DEFAULT_MAX_ITEMS),
            List.of(),
            map.scalar("pattern", "a regular expression").map(this::pattern).orElse(null));
    return new Bounds(min, max, open.maxLength(), open.maxItems(), allowed(open), open.pattern());
  }

  private void fits(String key, boolean fitting, String only) {
    if (!fitting && map.node(key).isPresent()) {
      complaints.error(map.node(key).get(), "Only " + only + "; remove " + key + ".");
    }
  }

  private Optional<ParameterValue> typed(Node node, String key) {
    Optional<ParameterValue> value = value(node, type);
    if (value.isEmpty()) {
      complaints.error(node, key + " has to be " + type.form() + ".");
    }
    return value;
  }

  private int number(String key, int most, int usual) {
    Optional<ScalarNode> node = map.scalar(key, "a number from 1 to " + most);
    if (node.isEmpty()) {
      return usual;
    }
    long number =
        ParameterType.INT
            .parse(node.get().getValue())
            .map(value -> ((ParameterValue.Whole) value).value())
            .orElse(0L);
    if (number < 1 || number > most) {
      complaints.error(node.get(), key + " has to be a number from 1 to " + most + ".");
      return usual;
    }
    return (int) number;
  }

  private List<ParameterValue> allowed(Bounds open) {
    List<ParameterValue> allowed = new ArrayList<>();
    for (ScalarNode node : map.scalars("values", MOST_VALUES, type.form())) {
      typed(node, "An item of values")
          .ifPresent(
              value -> {
                allowed.add(value);
                if (!complaints.hasErrors()) {
                  open.refusal(value)
                      .ifPresent(why -> complaints.error(node, "An item of values " + why + "."));
                }
              });
    }
    return allowed;
  }

  private @Nullable Pattern pattern(ScalarNode node) {
    if (node.getValue().length() > LONGEST_PATTERN) {
      complaints.error(node, "pattern may have at most " + LONGEST_PATTERN + " characters.");
      return null;
    }
    try {
      return Pattern.compile(node.getValue());
    } catch (PatternSyntaxException wrong) {
      complaints.error(
          node,
          "pattern is not a regular expression of RE2, which lacks back references and"
              + " look-around: "
              + wrong.getDescription()
              + ".");
      return null;
    }
  }
}
