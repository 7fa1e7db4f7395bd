package dev.huntgate.hunting.saved;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A map in a file, with complaints about keys that are missing, unknown or of another kind. */
final class YamlMap {

  private final Node whole;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Complaints complaints;

  private YamlMap(Node whole, Complaints complaints) {
    this.whole = whole;
    this.complaints = complaints;
  }

  /**
   * Reads a map.
   *
   * @param what what it is, in words
   * @param known the keys it may have
   */
  static Optional<YamlMap> of(Node node, String what, Set<String> known, Complaints complaints) {
    if (!(node instanceof MappingNode mapping)) {
      complaints.error(
          node, what + " has to be a map: lines such as name: … with " + String.join(", ", known));
      return Optional.empty();
    }
    YamlMap map = new YamlMap(node, complaints);
    for (NodeTuple entry : mapping.getValue()) {
      map.add(entry, what, known);
    }
    return Optional.of(map);
  }

  private void add(NodeTuple entry, String what, Set<String> known) {
    Node key = entry.getKeyNode();
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!known.contains(name)) {
      complaints.error(
          key,
          what
              + " knows nothing of "
              + (name.isEmpty() ? "such a key" : "'" + brief(name) + "'")
              + "; it may have "
              + String.join(", ", known)
              + ".");
    } else if (values.putIfAbsent(name, entry.getValueNode()) != null) {
      complaints.error(key, name + " is given twice; remove one of them.");
    }
  }

  Node whole() {
    return whole;
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The scalar of a key that has to be there. */
  Optional<ScalarNode> required(String key, String what) {
    if (!values.containsKey(key)) {
      complaints.error(whole, key + " is missing; give " + what + ".");
    }
    return scalar(key, what);
  }

  /** The scalar of a key that may be left out. */
  Optional<ScalarNode> scalar(String key, String what) {
    return node(key).flatMap(node -> scalar(node, key, what));
  }

  /** The scalars of a list that may be left out. */
  List<ScalarNode> scalars(String key, int most, String what) {
    List<ScalarNode> scalars = new ArrayList<>();
    for (Node item : items(key, most, what)) {
      scalar(item, "an item of " + key, what).ifPresent(scalars::add);
    }
    return scalars;
  }

  /** The items of a list that may be left out. */
  List<Node> items(String key, int most, String what) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof SequenceNode sequence)) {
      complaints.error(node.get(), key + " has to be a list, each of it " + what + ".");
      return List.of();
    }
    if (sequence.getValue().size() > most) {
      complaints.error(
          sequence,
          key + " may have at most " + most + ", not " + sequence.getValue().size() + ".");
      return List.of();
    }
    return sequence.getValue();
  }

  private Optional<ScalarNode> scalar(Node node, String key, String what) {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return Optional.of(scalar);
    }
    String empty =
        node instanceof ScalarNode ? " has no value; give " : " has to be a single value: ";
    complaints.error(node, key + empty + what + ".");
    return Optional.empty();
  }

  private static String brief(String text) {
    int longest = 40;
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
